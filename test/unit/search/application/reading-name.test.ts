import { expect, it } from 'vitest';
import { createAnalysis } from '../../../../src/search/analysis/analyse-text.ts';
import { analysisOf } from '../../../../src/search/application/analysis-of.ts';
import { meanings } from '../../../../src/search/application/meanings.ts';
import { placeWords } from '../../../../src/search/application/named-regions.ts';
import { readingName } from '../../../../src/search/application/reading-name.ts';
import { testReference } from '../../../support/reference.ts';

it('how texts are read has a name, which another stemming, other expressions and other places change', async () => {
  const reference = await testReference();
  const known = meanings(reference, reference.glossary);
  const { analyse, reading } = analysisOf(reference, reference.glossary);
  const places = placeWords(reference.regions);
  expect(readingName(known, places, analyse)).toBe(reading());
  // Without the Kazakh stems of the taxonomy some of its words are cut otherwise.
  expect(readingName(known, places, createAnalysis())).not.toBe(reading());
  expect(readingName(known.slice(1), places, analyse)).not.toBe(reading());
  expect(readingName(known, places.slice(1), analyse)).not.toBe(reading());
});
