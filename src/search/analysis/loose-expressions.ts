/** An expression that a text says with its words apart or in another order, with the places of its words. */
export interface LooseMatch<T> {
  readonly expression: T;
  readonly places: readonly number[];
}

/** Words that may stand between those of an expression. */
const BETWEEN = 2;
/** Longer expressions are said as they stand. */
const LONGEST_LOOSE = 3;

/**
 * Finds expressions of two or three words whatever their order, with up to two words between: «холодные батареи» is also
 * «батареи уже холодные», «қар тазалау» also «қар бір аптадан бері тазаланбай жатыр». Word order is free in Russian, and
 * in Kazakh the verb stands at the end (grammars of both). A place serves as one word of an expression at most.
 */
export function looseFinder<T extends { readonly terms: readonly string[] }>(
  expressions: Iterable<T>,
): (terms: readonly string[]) => LooseMatch<T>[] {
  const byTerm = new Map<string, T[]>();
  for (const expression of expressions) {
    const { terms } = expression;
    if (terms.length < 2 || terms.length > LONGEST_LOOSE) continue;
    for (const term of new Set(terms)) {
      const known = byTerm.get(term);
      if (known === undefined) byTerm.set(term, [expression]);
      else known.push(expression);
    }
  }
  return (text) =>
    text.flatMap((term, at) =>
      (byTerm.get(term) ?? []).flatMap((expression) => {
        const places = placesFrom(at, expression.terms, text);
        return places === undefined ? [] : [{ expression, places }];
      }),
    );
}

/** Where the terms stand when the first of them stands at `at`, in the order of the terms; undefined if they do not. */
function placesFrom(at: number, terms: readonly string[], text: readonly string[]): number[] | undefined {
  const end = Math.min(text.length, at + terms.length + BETWEEN);
  const used = new Set<number>();
  for (const term of terms) {
    let place = at;
    while (place < end && (text[place] !== term || used.has(place))) place++;
    if (place === end) return undefined;
    used.add(place);
  }
  return used.has(at) ? [...used] : undefined;
}
