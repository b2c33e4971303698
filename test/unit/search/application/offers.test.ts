import { expect, test } from 'vitest';
import { categoryOffer, termOffer } from '../../../../src/search/application/offers.ts';
import { testReference } from '../../../support/reference.ts';

test('offers are addresses like those of cases: public ones where the public address is known, else paths', async () => {
  const reference = await testReference();
  const urlsAt = (publicUrl: string) =>
    [
      ...categoryOffer({ reference, publicUrl }, 'snow-removal', 'ru'),
      termOffer({ publicUrl }, 'снег', 'ru'),
    ].map(({ url }) => url);
  const paths = ['/ru/search?category=snow-removal', '/ru/search?q=%D1%81%D0%BD%D0%B5%D0%B3'];
  expect(urlsAt('')).toEqual(paths);
  expect(urlsAt('https://sheshim.example')).toEqual(paths.map((path) => `https://sheshim.example${path}`));
});
