import { expect, test } from 'vitest';
import { loadAssets } from '../../../../src/platform/html/assets.ts';

const assets = await loadAssets();
const text = (url: string) => assets.files.get(url.split('/').at(-1) ?? '')?.body.toString() ?? '';

test('names follow the content, so that browsers may keep files for ever', async () => {
  const again = await loadAssets();
  expect([...again.files.keys()]).toEqual([...assets.files.keys()]);
  for (const name of assets.files.keys()) expect(name).toMatch(/^[a-z-]+\.[\w-]{12}\.[a-z0-9]+$/);
});

test('the style has the components of the design system, our colours, and balanced brackets', () => {
  const style = text(assets.style);
  for (const part of [
    '.ds-button',
    '.ds-input',
    '.case-card',
    '--ds-color-accent-base-default',
    '@media print',
  ])
    expect(style).toContain(part);
  expect(style.split('{').length).toBe(style.split('}').length);
  expect(style).not.toContain('@import');
});

test('every letter of Kazakh and Russian lies in a subset that is served', () => {
  const ranges = [...text(assets.style).matchAll(/unicode-range:([^}]+)/g)].flatMap(([, list = '']) =>
    list.split(',').map((range) => {
      const [from = '', to = from] = range.replace('U+', '').split('-');
      return { from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) };
    }),
  );
  for (const letter of 'АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя№«»–') {
    const code = letter.codePointAt(0) ?? 0;
    expect(
      ranges.some(({ from, to }) => from <= code && code <= to),
      letter,
    ).toBe(true);
  }
});
