import { FACETS, type Facet } from '../../cases/index.ts';
import type { Language } from '../../kernel/language.ts';
import type { Reference } from '../../reference/index.ts';
import type { SearchAnswer } from '../domain/search.ts';
import { facetValueName } from './names.ts';
import { refineForm } from './reading.tsx';
import type { SearchState } from './search-state.ts';
import type { SearchTranslate } from './search-translate.ts';

export interface FacetsProps {
  readonly t: SearchTranslate;
  readonly language: Language;
  readonly reference: Reference;
  readonly state: SearchState;
  readonly facets: SearchAnswer['facets'];
}

/** How many values of a facet stand open; the others fold. */
const OPEN_VALUES = 6;

interface Value {
  readonly value: string;
  readonly name: string;
  readonly count: number;
  readonly chosen: boolean;
}

/** What the hits can be narrowed by, with counts; one button applies all of it. On a phone it is folded. */
export function Facets(props: FacetsProps) {
  const { t, state } = props;
  const shown = FACETS.map((facet) => ({ facet, values: valuesOf(facet, props) })).filter(
    ({ values }) => values.length > 1 || values.some(({ chosen }) => chosen),
  );
  if (shown.length === 0) return null;
  return (
    <details class="facets">
      <summary class="facets__summary">{t('facets.heading')}</summary>
      <div class="facets__body">
        {shown.map(({ facet, values }) => (
          <FacetGroup {...{ t, facet, values, form: refineForm(state) }} />
        ))}
        <button class="ds-button" data-variant="secondary" type="submit" form={refineForm(state)}>
          {t('facets.apply')}
        </button>
      </div>
    </details>
  );
}

function FacetGroup(props: { t: SearchTranslate; facet: Facet; values: readonly Value[]; form: string }) {
  const { t, facet, values, form } = props;
  const open = values.slice(0, Math.max(OPEN_VALUES, values.filter(({ chosen }) => chosen).length));
  const folded = values.slice(open.length);
  const box = (value: Value) => <FacetBox facet={facet} value={value} form={form} />;
  return (
    <fieldset class="facet">
      <legend>{t(`facets.${facet}`)}</legend>
      {open.map(box)}
      {folded.length === 0 ? null : (
        <details>
          <summary>{t('facets.more', { count: folded.length })}</summary>
          {folded.map(box)}
        </details>
      )}
    </fieldset>
  );
}

function FacetBox({ facet, value, form }: { facet: Facet; value: Value; form: string }) {
  const id = `${facet}-${value.value}`;
  return (
    <div class="facet__value">
      <input type="checkbox" id={id} name={facet} value={value.value} checked={value.chosen} form={form} />
      <label for={id}>
        {value.name} <span class="facet__count">{value.count}</span>
      </label>
    </div>
  );
}

/** The values in the order of their counts, the chosen ones first; a chosen one without hits stays in sight. */
function valuesOf(facet: Facet, props: FacetsProps): Value[] {
  const chosen = props.state.facets[facet];
  const counted = props.facets[facet];
  const missing = chosen.filter((value) => !counted.some((one) => one.value === value));
  const all = [...counted, ...missing.map((value) => ({ value, count: 0 }))].map(({ value, count }) => ({
    value,
    count,
    name: facetValueName(facet, value, props),
    chosen: chosen.includes(value),
  }));
  const byCount = (a: Value, b: Value) =>
    facet === 'year' ? b.value.localeCompare(a.value) : b.count - a.count;
  return all.sort((a, b) => Number(b.chosen) - Number(a.chosen) || byCount(a, b));
}
