import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** A file or folder that is there and cannot be read; the path is relative to the folder of all cases. */
export interface Unreadable {
  readonly path: string;
  /** As the system says it. */
  readonly because: string;
}

/** What lies in a folder, by relative paths in their order. */
export interface Listing {
  readonly paths: string[];
  readonly unreadable: Unreadable[];
}

/** The files with that ending in a folder and those below it. Errors: those of the file system, for the folder itself. */
export async function listFiles(folder: string, ending: string): Promise<Listing> {
  const listing: Listing = { paths: [], unreadable: [] };
  const visit = async (entries: readonly Dirent[], below: string): Promise<void> => {
    for (const entry of entries) {
      const place = path.join(below, entry.name);
      if (entry.isFile() && place.endsWith(ending)) listing.paths.push(place);
      if (!entry.isDirectory()) continue;
      await readdir(path.join(folder, place), { withFileTypes: true }).then(
        (inside) => visit(inside, place),
        (error: Error) => listing.unreadable.push({ path: place, because: error.message }),
      );
    }
  };
  await visit(await readdir(folder, { withFileTypes: true }), '');
  listing.paths.sort();
  return listing;
}
