// `npm run content:report [-- --json]`: what the shipped cases cover and what is thin, as a table or as JSON.
import { parseArgs } from 'node:util';
import { type CaseContent, glance, OUTCOMES } from '../src/cases/index.ts';
import { LANGUAGES } from '../src/kernel/language.ts';
import { testReference } from '../test/support/reference.ts';
import { askedFor } from './asked-for.ts';
import { shippedCases } from './bench/shipped-cases.ts';

const { values } = askedFor(() => parseArgs({ options: { json: { type: 'boolean', default: false } } }));
/** Fewer cases than this in a region or category is thin. */
const THIN = 3;

const [cases, reference] = await Promise.all([shippedCases(), testReference()]);

/** How many cases there are by each key that the function gives. */
function countBy(
  keys: readonly string[],
  of: (one: CaseContent) => readonly string[],
): Record<string, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0]));
  for (const one of cases) for (const key of of(one)) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

const holds = (test: (one: CaseContent) => boolean) => cases.filter(test).length;
const measured = (one: CaseContent) =>
  one.indicators.some((indicator) => indicator.before?.value != null && indicator.after?.value != null);

const leaves = reference.categories.map(({ code }) => code).filter((code) => reference.isLeaf(code));
const report = {
  cases: cases.length,
  region: countBy(
    reference.regions.map(({ code }) => code),
    (one) => [one.region],
  ),
  category: countBy(leaves, (one) => [one.category]),
  outcome: countBy(OUTCOMES, (one) => [one.outcome]),
  season: countBy(
    reference.seasons.map(({ code }) => code),
    (one) => one.seasons,
  ),
  record: {
    'with a duration': holds((one) => glance(one).durationDays !== null),
    'with contracts': holds((one) => one.contracts.length > 0),
    'with an indicator before and after': holds(measured),
    'with money': holds((one) => one.money.length > 0),
    'with what it cost': holds((one) => glance(one).money !== null),
    'with a dated resolution': holds((one) => one.resolvedOn !== null),
    'with links': holds((one) => one.links.length > 0),
  },
  translation: countBy(LANGUAGES, (one) => LANGUAGES.filter((language) => one.translations[language])),
  writeUp: countBy(LANGUAGES, (one) =>
    LANGUAGES.filter((language) => Object.keys(one.translations[language]?.sections ?? {}).length > 0),
  ),
  openQuestions: cases.reduce((sum, one) => sum + one.unknown.length, 0),
  sources: cases.reduce((sum, one) => sum + one.sources.length, 0),
};
const thin = {
  region: Object.entries(report.region).flatMap(([code, count]) =>
    count < THIN ? [`${code}: ${count}`] : [],
  ),
  category: Object.entries(report.category).flatMap(([code, count]) => (count === 0 ? [code] : [])),
};

if (values.json) console.log(JSON.stringify({ ...report, thin }));
else {
  for (const [title, counts] of Object.entries(report)) {
    if (typeof counts === 'number') console.log(`${title}: ${counts}`);
    else {
      console.log(`\n${title}`);
      console.table(counts);
    }
  }
  console.log(`\nRegions with fewer than ${THIN} cases: ${thin.region.join(', ') || 'none'}`);
  console.log(`Categories without a case: ${thin.category.join(', ') || 'none'}`);
}
