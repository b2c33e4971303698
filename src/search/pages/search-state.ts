import {
  byFacet,
  type CaseFilters,
  CONFIDENCES,
  confidence,
  FACETS,
  type Facet,
  OUTCOMES,
  outcome,
} from '../../cases/index.ts';
import { shortened } from '../../kernel/shortened.ts';
import type { Reference } from '../../reference/index.ts';
import { type SearchInput, SORTS, type Sort, TEXT_LIMIT } from '../domain/search.ts';

/** How many hits a page shows, and the last page that the search reaches. */
export const PAGE_SIZE = 10;
/** The last offset that the API takes. */
const FURTHEST = 900;
const LAST_PAGE = 91;

/** The filters that the page offers, as a set of values for each facet. */
export type ChosenFacets = Readonly<Record<Facet, readonly string[]>>;

/**
 * What a reader asked for. A complaint comes by POST and stands in no address; words of a link (`q`, at most 200
 * units) and filters come by GET.
 */
export interface SearchState {
  readonly mode: 'complaint' | 'link';
  readonly text: string;
  readonly facets: ChosenFacets;
  readonly myRegion: string | null;
  readonly othersOnly: boolean;
  readonly sort: Sort;
  /** From 1. */
  readonly page: number;
  /** A value was not known and has been left out. */
  readonly dropped: boolean;
}

/** One change of a state, as the value of a button: `page:2`, `sort:newest`, `drop:region:KZ-39`, `others`, `clear`, `topic`. */
export const GO = 'go';

/** Reads a form or a query; what is not known is left out. The text is taken as it is. */
export function readState(
  mode: SearchState['mode'],
  values: URLSearchParams,
  reference: Reference,
  rememberedRegion: string | null,
): SearchState {
  const facets = readFacets(values, reference);
  const my = values.get('my');
  const region = my === null ? rememberedRegion : my;
  const known = region === null || region === '' ? undefined : reference.resolveRegion(region)?.region.code;
  const state: SearchState = {
    mode,
    text:
      mode === 'complaint' ? (values.get('text') ?? '') : shortened(values.get('q') ?? '', TEXT_LIMIT.query),
    facets: facets.chosen,
    myRegion: known ?? null,
    othersOnly: values.get('others') === '1',
    sort: sortOf(values.get('sort')),
    page: pageOf(values.get('page')),
    dropped: facets.dropped,
  };
  const go = values.get(GO);
  return go === null ? state : changed(state, go, reference.category(values.get('topic') ?? '')?.code);
}

/** The state after a button was pressed; `topic` is the one that the list beside it shows. */
function changed(state: SearchState, go: string, topic: string | undefined): SearchState {
  const [verb, name = '', value = ''] = go.split(':');
  if (verb === 'page') return { ...state, page: pageOf(name) };
  const first = { ...state, page: 1 };
  if (verb === 'sort') return { ...first, sort: sortOf(name) };
  if (verb === 'drop') return withoutFacet(first, name, value);
  if (verb === 'others') return { ...first, othersOnly: false };
  if (verb === 'clear') return withoutConditions(first);
  if (verb === 'topic')
    return { ...first, facets: { ...first.facets, category: topic === undefined ? [] : [topic] } };
  return first;
}

/** The state without one value of a facet. */
export function withoutFacet(state: SearchState, facet: string, value: string): SearchState {
  const known = FACETS.find((one) => one === facet);
  if (known === undefined) return state;
  const left = state.facets[known].filter((one) => one !== value);
  return { ...state, page: 1, facets: { ...state.facets, [known]: left } };
}

/** The state without any filter; the text and the reader's region stay. */
export function withoutConditions(state: SearchState): SearchState {
  return { ...state, page: 1, facets: NO_FACETS, othersOnly: false };
}

/** How many pages of so many hits can be shown, at least one; further than 900 hits nobody gets. */
export function pagesOf(total: number): number {
  return Math.max(1, Math.min(Math.ceil(total / PAGE_SIZE), 1 + Math.floor(FURTHEST / PAGE_SIZE)));
}

/** What the search verb is asked. */
export function searchInputOf(state: SearchState): SearchInput {
  return {
    text: state.text,
    filters: filtersOf(state),
    sort: state.sort,
    limit: PAGE_SIZE,
    offset: Math.min((state.page - 1) * PAGE_SIZE, FURTHEST),
    explain: 'briefly',
  };
}

function filtersOf({ facets, myRegion, othersOnly }: SearchState): CaseFilters {
  const outcomes = OUTCOMES.filter((one) => facets.outcome.includes(one));
  const confidences = CONFIDENCES.filter((one) => facets.confidence.includes(one));
  return {
    ...(facets.region.length > 0 ? { region: [...facets.region] } : {}),
    ...(facets.category.length > 0 ? { category: [...facets.category] } : {}),
    ...(outcomes.length > 0 ? { outcome: outcomes } : {}),
    ...(facets.year.length > 0 ? { year: [...facets.year] } : {}),
    ...(facets.season.length > 0 ? { season: [...facets.season] } : {}),
    ...(confidences.length > 0 ? { confidence: confidences } : {}),
    ...(othersOnly && myRegion !== null ? { excludeRegion: [myRegion] } : {}),
  };
}

/** The query of a state's address; `topic` takes the place of a text that stands in no address. */
export function queryOf(
  state: SearchState,
  topic?: string,
): Record<string, string | readonly string[] | null> {
  const { facets, mode, text, othersOnly, sort, page } = state;
  const category =
    mode === 'complaint' && facets.category.length === 0 && topic !== undefined ? [topic] : facets.category;
  return {
    q: mode === 'link' ? text : null,
    ...facets,
    category,
    others: othersOnly ? '1' : null,
    sort: sort === 'relevance' ? null : sort,
    page: page === 1 || mode === 'complaint' ? null : String(page),
  };
}

/** The fields of the form that would show this state again. */
export function fieldsOf(state: SearchState): [string, string][] {
  const facets = FACETS.flatMap((facet) =>
    state.facets[facet].map((value): [string, string] => [facet, value]),
  );
  return [
    ['text', state.text],
    ...facets,
    ['my', state.myRegion ?? ''],
    ['others', state.othersOnly ? '1' : ''],
    ['sort', state.sort],
    ['page', String(state.page)],
  ];
}

const NO_FACETS: ChosenFacets = byFacet(() => []);

function readFacets(
  values: URLSearchParams,
  reference: Reference,
): { chosen: ChosenFacets; dropped: boolean } {
  const known: Readonly<Record<Facet, (value: string) => string | undefined>> = {
    region: (value) => reference.resolveRegion(value)?.region.code,
    category: (value) => reference.category(value)?.code,
    outcome: (value) => outcome.safeParse(value).data,
    year: (value) => (/^\d{4}$/.test(value) ? value : undefined),
    season: (value) => reference.season(value)?.code,
    confidence: (value) => confidence.safeParse(value).data,
  };
  let dropped = false;
  const of = (facet: Facet) => {
    const given = values.getAll(facet).filter((value) => value !== '');
    const kept = given.flatMap((value) => known[facet](value) ?? []).slice(0, 100);
    dropped ||= kept.length < given.length;
    return [...new Set(kept)];
  };
  const chosen = byFacet(of);
  return { chosen, dropped };
}

function sortOf(value: string | null): Sort {
  return SORTS.find((one) => one === value) ?? 'relevance';
}

function pageOf(value: string | null): number {
  const page = Number(value ?? 1);
  return Number.isInteger(page) && page >= 1 ? Math.min(page, LAST_PAGE) : 1;
}
