import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A file that browsers load, under a name that changes with its content. */
export interface Asset {
  readonly url: string;
  readonly type: string;
  readonly body: Buffer;
  /** Compressed once at start; missing for what is compressed by itself. */
  readonly br?: Buffer;
  readonly gzip?: Buffer;
}

/** The files of the pages, by what they are for. */
export interface Assets {
  readonly style: string;
  readonly script: string;
  readonly icon: string;
  /** The subsets of the typeface; a page asks early for those that its language needs. */
  readonly fonts: Readonly<Record<FontSubset, string>>;
  /** Every file under the last part of its address. */
  readonly files: ReadonlyMap<string, Asset>;
}

export const ASSET_PREFIX = '/assets/';

/** Our own files stand beside `src`, so that they are at the same place for the source and for the build. */
const OWN = new URL('../../../assets/', import.meta.url);

/** The parts of the design system that the pages use; each is one small file. */
const COMPONENTS = [
  'alert',
  'breadcrumbs',
  'button',
  'card',
  'chip',
  'details',
  'divider',
  'error-summary',
  'field',
  'fieldset',
  'heading',
  'input',
  'label',
  'link',
  'list',
  'paragraph',
  'skip-link',
  'table',
  'tag',
  'validation-message',
];

/** Subsets of Inter with the letters that they carry (of the package's own unicode.json). */
const FONTS = {
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  'cyrillic-ext': 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F',
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
} as const;
export type FontSubset = keyof typeof FONTS;

/** Reads, joins, names and compresses what browsers load; once at start. */
export async function loadAssets(): Promise<Assets> {
  const files = new Map<string, Asset>();
  const add = async (name: string, type: string, body: Buffer, compress = true): Promise<string> => {
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12);
    const file = name.replace(/(\.[a-z0-9]+)$/, `.${hash}$1`);
    const url = ASSET_PREFIX + file;
    files.set(file, { url, type, body, ...(compress ? await compressed(body) : {}) });
    return url;
  };
  const font = async (subset: FontSubset) =>
    add(
      `inter-${subset}.woff2`,
      'font/woff2',
      await readFile(packaged(`@fontsource-variable/inter/files/inter-${subset}-wght-normal.woff2`)),
      false,
    );
  const fonts = {
    cyrillic: await font('cyrillic'),
    'cyrillic-ext': await font('cyrillic-ext'),
    latin: await font('latin'),
  };
  const style = Buffer.from(minifyCss(`${await designSystem()}${fontFaces(fonts)}${await ownStyles()}`));
  return {
    fonts,
    style: await add('sheshim.css', 'text/css; charset=utf-8', style),
    script: await add(
      'sheshim.js',
      'text/javascript; charset=utf-8',
      await readFile(new URL('sheshim.js', OWN)),
    ),
    icon: await add('icon.svg', 'image/svg+xml', await readFile(new URL('icon.svg', OWN))),
    files,
  };
}

/** The path of a file of an installed package. */
function packaged(name: string): string {
  return createRequire(import.meta.url).resolve(name);
}

/** Tokens and components of the design system in their cascade layers, without its colours. */
async function designSystem(): Promise<string> {
  const theme = await readFile(packaged('@digdir/designsystemet-css/theme/designsystemet.css'), 'utf8');
  const base = await readFile(packaged('@digdir/designsystemet-css/base.css'), 'utf8');
  const components = await Promise.all(
    COMPONENTS.map((name) => readFile(packaged(`@digdir/designsystemet-css/${name}.css`), 'utf8')),
  );
  return `@layer ds.theme,ds.base,ds.components;
${withoutColours(theme)}
@layer ds.base{${base}}
@layer ds.components{${components.join('\n')}}
`;
}

/** The theme's blocks but its colour schemes, its colour roles and its second typography: those are our own. */
function withoutColours(theme: string): string {
  return topLevelBlocks(theme)
    .filter((block) => !/^\s*@layer ds\.theme\.(color|typography\.secondary)/.test(block))
    .join('\n');
}

function topLevelBlocks(css: string): string[] {
  const blocks: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < css.length; at++) {
    if (css[at] === '{') depth++;
    else if (css[at] === '}' && --depth === 0) {
      blocks.push(css.slice(start, at + 1));
      start = at + 1;
    }
  }
  return blocks;
}

function fontFaces(fonts: Readonly<Record<FontSubset, string>>): string {
  const face = (subset: FontSubset) =>
    `@font-face{font-family:"Inter Variable";font-style:normal;font-display:swap;font-weight:100 900;src:url(${fonts[subset]}) format("woff2");unicode-range:${FONTS[subset]}}\n`;
  return face('cyrillic') + face('cyrillic-ext') + face('latin');
}

/** Our own style sheets in the order of their names: colours, then what every page has, then single pages. */
async function ownStyles(): Promise<string> {
  const folder = new URL('css/', OWN);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.css')).sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  return texts.join('\n');
}

function minifyCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\n\s+/g, '\n')
    .replace(/\n{2,}/g, '\n');
}

async function compressed(body: Buffer): Promise<Pick<Asset, 'br' | 'gzip'>> {
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
    promisify(gzip)(body, { level: 9 }),
  ]);
  return { br, gzip: gz };
}
