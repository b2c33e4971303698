import type { StemKind } from './kazakh-known.ts';
import { foldKazakhLetters } from './kazakh-letters.ts';
import { type Harmony, soundClass } from './kazakh-sounds.ts';
import {
  type Layer,
  NOMINAL_LAYERS,
  VERBAL_LAYERS,
  VOICED_LAYERS,
  WEAK_NOMINAL_LAYERS,
  WEAK_VERBAL_LAYERS,
} from './kazakh-suffixes.ts';

/** A chain of endings: the sounds before it, and its harmony (null where it has no vowel of its own, or мен). */
export interface Chain {
  readonly after: number;
  readonly harmony: Harmony | null;
  readonly kind: StemKind;
  /** To be believed only behind a known stem. */
  readonly weak: boolean;
  /** With voice, which is told from a noun's last letters only if there is no such noun. */
  readonly voiced: boolean;
}

type Chains = ReadonlyMap<string, readonly Chain[]>;

/** The chains that begin at a letter, and what may stand before it: endings are read from the end of a word. */
export interface Ending {
  readonly chains: readonly Chain[];
  readonly before: ReadonlyMap<string, Ending>;
}

const SPELLINGS = {
  back: { A: 'а', Y: 'ы', G: 'ғ', K: 'қ' },
  front: { A: 'е', Y: 'і', G: 'г', K: 'к' },
} as const;

const CHAINS = expandAll();

/** Every chain as it is spelt. The same form may stand behind different sounds. */
export const ENDINGS: Ending = readFromEnd(CHAINS);

/** Every chain as it is typed without the Kazakh letters. */
export const FOLDED_ENDINGS: Ending = readFromEnd(folded(CHAINS));

function readFromEnd(chains: Chains): Ending {
  interface Open {
    chains: readonly Chain[];
    readonly before: Map<string, Open>;
  }
  const root: Open = { chains: [], before: new Map() };
  for (const [form, all] of chains) {
    let node = root;
    for (let i = form.length - 1; i >= 0; i--) {
      const letter = form.charAt(i);
      const next = node.before.get(letter) ?? { chains: [], before: new Map() };
      node.before.set(letter, next);
      node = next;
    }
    node.chains = all;
  }
  return root;
}

function expandAll(): Map<string, Chain[]> {
  const chains = new Map<string, Chain[]>();
  for (const harmony of ['back', 'front'] as const)
    for (const [all, kind, weak, voiced] of [
      [NOMINAL_LAYERS, 'noun', false, false],
      [VERBAL_LAYERS, 'verb', false, false],
      [VOICED_LAYERS, 'verb', false, true],
      [WEAK_NOMINAL_LAYERS, 'noun', true, false],
      [WEAK_VERBAL_LAYERS, 'verb', true, false],
    ] as const)
      for (const layers of all)
        for (const { form, after, doubtful } of expand(layers, harmony))
          add(chains, form, {
            after,
            harmony: voweled(form) ? harmony : null,
            kind,
            weak: weak || doubtful,
            voiced,
          });
  return chains;
}

interface Partial {
  readonly form: string;
  readonly after: number;
  readonly doubtful: boolean;
}

function expand(layers: readonly Layer[], harmony: Harmony): Partial[] {
  let partial: Partial[] = [{ form: '', after: 0, doubtful: false }];
  for (const layer of layers)
    partial = partial.flatMap(({ form, after, doubtful }) =>
      layer
        .filter(([, follows]) => form === '' || joins(form, follows))
        .map(([next, follows]) => ({
          form: form + spell(next, harmony),
          after: form === '' ? follows : after,
          doubtful: doubtful || meetsVerb(form, next),
        })),
    );
  return partial;
}

function joins(form: string, follows: number): boolean {
  return (soundClass(foldKazakhLetters(form.slice(-1))) & follows) !== 0;
}

/** -ла and -на are hardly ever passive and tense, but the verb's own (тазалады), unless the verb is known. */
function meetsVerb(form: string, next: string): boolean {
  return (form === 'л' || form === 'н') && /^[AYу]/.test(next);
}

function spell(form: string, harmony: Harmony): string {
  const { A, Y, G, K } = SPELLINGS[harmony];
  return form.replaceAll('A', A).replaceAll('Y', Y).replaceAll('G', G).replaceAll('K', K);
}

/** Whether the form shows its harmony: the е of мен, бен, пен and the у of the verbal noun do not. */
function voweled(form: string): boolean {
  return /[аеыі]/.test(form.replace(/(мен|бен|пен)$/, ''));
}

function folded(chains: Chains): Map<string, Chain[]> {
  const all = new Map<string, Chain[]>();
  for (const [form, known] of chains) for (const chain of known) add(all, foldKazakhLetters(form), chain);
  return all;
}

function add(chains: Map<string, Chain[]>, form: string, chain: Chain): void {
  const known = chains.get(form);
  const same = known?.find(
    (c) =>
      c.harmony === chain.harmony &&
      c.kind === chain.kind &&
      c.weak === chain.weak &&
      c.voiced === chain.voiced,
  );
  if (known === undefined) chains.set(form, [chain]);
  else if (same === undefined) known.push(chain);
  else known[known.indexOf(same)] = { ...same, after: same.after | chain.after };
}
