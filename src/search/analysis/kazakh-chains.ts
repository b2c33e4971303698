import { soundClass } from './kazakh-sounds.ts';
import { type Allomorph, type Layer, NOMINAL_LAYERS, VERBAL_LAYERS } from './kazakh-suffixes.ts';

/** A chain of endings: the sounds before it, and its harmony (null where it has no vowel of its own, or мен). */
export interface Chain {
  readonly after: number;
  readonly harmony: 'back' | 'front' | null;
  readonly kind: 'noun' | 'verb';
}

/** Every chain by its folded form. The same form may stand behind different sounds. */
export const CHAINS: ReadonlyMap<string, readonly Chain[]> = expandAll();

/** The length of the longest chain, in letters. */
export const LONGEST_CHAIN = Math.max(...[...CHAINS.keys()].map((form) => form.length));

function expandAll(): Map<string, Chain[]> {
  const chains = new Map<string, Chain[]>();
  for (const harmony of ['back', 'front'] as const) {
    for (const layers of NOMINAL_LAYERS) expand(layers, 'noun', harmony, chains);
    for (const layers of VERBAL_LAYERS) expand(layers, 'verb', harmony, chains);
  }
  return chains;
}

function expand(
  layers: readonly Layer[],
  kind: Chain['kind'],
  harmony: 'back' | 'front',
  chains: Map<string, Chain[]>,
): void {
  let partial: Allomorph[] = [['', 0]];
  for (const layer of layers)
    partial = partial.flatMap(([form, after]) =>
      layer
        .filter(([next, follows]) => form === '' || joins(form, next, follows))
        .map(([next, follows]): Allomorph => [form + spell(next, harmony), form === '' ? follows : after]),
    );
  for (const [form, after] of partial)
    add(chains, form, { after, harmony: voweled(form) ? harmony : null, kind });
}

/** Whether the ending may follow the form; -ла and -на are no passive and tense, but the verb's own (тазалады). */
function joins(form: string, next: string, follows: number): boolean {
  if ((form === 'л' || form === 'н') && /^[AYу]/.test(next)) return false;
  return (soundClass(form.at(-1) ?? '') & follows) !== 0;
}

function spell(form: string, harmony: 'back' | 'front'): string {
  return harmony === 'back'
    ? form.replaceAll('A', 'а').replaceAll('Y', 'ы')
    : form.replaceAll('A', 'е').replaceAll('Y', 'и');
}

/** Whether the form shows its harmony: the е of мен, бен, пен and the у of the verbal noun do not. */
function voweled(form: string): boolean {
  return /[аеыи]/.test(form.replace(/(мен|бен|пен)$/, ''));
}

function add(chains: Map<string, Chain[]>, form: string, chain: Chain): void {
  const known = chains.get(form);
  const same = known?.find((c) => c.harmony === chain.harmony && c.kind === chain.kind);
  if (known === undefined) chains.set(form, [chain]);
  else if (same === undefined) known.push(chain);
  else known[known.indexOf(same)] = { ...same, after: same.after | chain.after };
}
