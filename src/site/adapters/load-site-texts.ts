import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../kernel/language.ts';
import { readSiteText, type SiteText, type SiteTextName, type SiteTexts } from '../domain/site-text.ts';

/** Reads `about` and `contribute` in three languages from a folder. Errors: Error, which names the file. */
export async function loadSiteTexts(folder: string): Promise<SiteTexts> {
  const read = async (name: SiteTextName, language: Language): Promise<SiteText> => {
    const file = path.join(folder, `${name}.${language}.md`);
    try {
      return readSiteText(await readFile(file, 'utf8'));
    } catch (cause) {
      throw new Error(`The page ${file} cannot be read: ${String(cause)}`, { cause });
    }
  };
  const inAll = async (name: SiteTextName) => ({
    kk: await read(name, 'kk'),
    ru: await read(name, 'ru'),
    en: await read(name, 'en'),
  });
  return { about: await inAll('about'), contribute: await inAll('contribute') };
}
