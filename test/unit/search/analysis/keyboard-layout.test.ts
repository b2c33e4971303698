import { expect, it } from 'vitest';
import { fromLatinKeys } from '../../../../src/search/analysis/keyboard-layout.ts';

it.each([
  ['cytu', 'снег'],
  ['Ehjdtym ujheys', 'уровень горуны'],
  [',hjlzxbt cj,frb', 'бродячие собаки'],
  ['gj]tpl 5', 'поъезд 5'],
])('reads %s as typed on the other keys', (typed, meant) => {
  expect(fromLatinKeys(typed)).toBe(meant);
});

it.each(['снег', 'снег cytu', '', '109', 'Müll'])('leaves %j alone', (typed) => {
  expect(fromLatinKeys(typed)).toBeNull();
});
