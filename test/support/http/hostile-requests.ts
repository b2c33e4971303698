import fc from 'fast-check';
import type { InjectOptions } from 'fastify';

/** Requests as careless programs, broken clients and attackers send them: almost right, or not at all. */

const hardText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    'снег',
    'қар тазалау',
    '\u0000',
    '\ud83d',
    '\u202e\u200b\ufeff',
    "' OR 1=1 --",
    '<script>alert(1)</script>',
    '../../etc/passwd',
    '%00%ff%zz',
    '__proto__',
    'constructor',
    'true',
    'null',
    '-1',
    '1e309',
    '0x10',
    '99999999999999999999',
    'KZ-15',
    'KZ',
    'snow-removal',
    'resolved',
    '2025',
    'winter',
  ),
  fc.integer({ min: 15_000, max: 25_000 }).map((length) => 'я'.repeat(length)),
);

const hardNumber = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom(0, -0, -1, 1, 20, 100, 101, 900, 901, 2 ** 53),
);
const hardValue = fc.oneof(
  hardText,
  hardNumber,
  fc.boolean(),
  fc.constant(null),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Usually what the field wants, sometimes anything. */
const mostly = <T>(right: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 14, arbitrary: right }, { weight: 1, arbitrary: hardValue });

const severalOf = (...right: string[]) =>
  mostly(
    fc.array(fc.oneof({ weight: 14, arbitrary: fc.constantFrom(...right) }, hardText), { maxLength: 3 }),
  );

const filters = {
  region: severalOf('KZ', 'KZ-15', 'KZ-39', 'KZ', 'KZ-71'),
  category: severalOf('snow-removal', 'stray-animals'),
  outcome: severalOf('resolved', 'refused'),
  year: severalOf('2024', '2025'),
  season: severalOf('winter', 'all-year'),
  confidence: severalOf('unverified', 'verified'),
  excludeRegion: severalOf('KZ-71'),
  moneyMin: mostly(fc.nat()),
  moneyMax: mostly(fc.nat()),
};

const strange = fc.dictionary(hardText, hardValue, { maxKeys: 2 });
const withStrange = (value: fc.Arbitrary<object>) =>
  fc.oneof(
    { weight: 9, arbitrary: value },
    fc.tuple(value, strange).map(([a, b]) => ({ ...a, ...b })),
  );

const searchBody = withStrange(
  fc.record(
    {
      text: mostly(fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.lorem(), hardText)),
      filters: mostly(withStrange(fc.record(filters, { requiredKeys: [] }))),
      sort: mostly(fc.constantFrom('relevance', 'newest', 'oldest', 'money')),
      limit: mostly(fc.integer({ min: 1, max: 100 })),
      offset: mostly(fc.integer({ min: 0, max: 900 })),
      explain: mostly(fc.boolean()),
    },
    { requiredKeys: [] },
  ),
);

/** JSON with a piece cut out or put in. */
const brokenJson = fc
  .tuple(searchBody, fc.nat(), fc.nat({ max: 5 }), fc.string({ maxLength: 4 }))
  .map(([body, at, cut, insert]) => {
    const text = JSON.stringify(body);
    const place = at % (text.length + 1);
    return text.slice(0, place) + insert + text.slice(place + cut);
  });

const payload: fc.Arbitrary<string | Buffer> = fc.oneof(
  { weight: 6, arbitrary: searchBody.map((body) => JSON.stringify(body)) },
  { weight: 2, arbitrary: brokenJson },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: hardText },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
  { weight: 1, arbitrary: fc.nat({ max: 5_000 }).map((depth) => '['.repeat(depth)) },
);

const headerText = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((c) => String.fromCharCode(c)),
});
const headers = fc.record(
  {
    'content-type': fc.oneof(
      { weight: 40, arbitrary: fc.constant('application/json') },
      fc.constantFrom(
        'application/json; charset=utf-8',
        'text/plain',
        'application/x-www-form-urlencoded',
        '',
      ),
      headerText,
    ),
    'accept-language': fc.oneof(fc.constantFrom('kk', 'ru', 'en', 'de;q=x,,;'), headerText),
    accept: fc.oneof(fc.constantFrom('application/json', 'text/html', '*/*'), headerText),
    'if-none-match': fc.oneof(fc.constantFrom('*', '"one.1"', 'W/"x", ,"'), headerText),
    'content-encoding': fc.oneof(
      { weight: 20, arbitrary: fc.constant('identity') },
      fc.constantFrom('gzip', 'br'),
    ),
    'x-forwarded-for': headerText,
    'x-request-id': headerText,
    cookie: headerText,
  },
  { requiredKeys: ['content-type'] },
);

const rawText = fc.string({ unit: fc.constantFrom(...'%0aZfF=&+;[]()~*!\'"<>{}|^`,.:@$-_'), maxLength: 12 });
const encoded = hardText.map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 12_000));
const hardParameter = fc
  .tuple(
    fc.oneof(fc.constantFrom(...Object.keys(filters), 'q', 'limit', 'cursor', 'lang'), encoded, rawText),
    fc.oneof({ weight: 3, arbitrary: encoded }, rawText, hardNumber.map(String)),
  )
  .map(([name, value]) => `${name}=${value}`);

/** Parameters that mostly fit the call; anything may stand among them. */
function query(...fitting: string[]): fc.Arbitrary<string> {
  const one = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...fitting, 'lang=kk') },
    { weight: 1, arbitrary: hardParameter },
  );
  return fc.uniqueArray(one, { maxLength: 4 }).map((all) => (all.length > 0 ? `?${all.join('&')}` : ''));
}

const FILTERS = [
  'region=KZ-15',
  'region=KZ',
  'category=snow-removal',
  'outcome=resolved',
  'year=2025',
  'moneyMin=5',
];
const SEARCH = [
  ...FILTERS,
  'q=%D1%81%D0%BD%D0%B5%D0%B3',
  'sort=newest',
  'limit=3',
  'offset=900',
  'explain=true',
];
/** Addresses of the API, with the keys given; a key may be anything. */
function addresses(keys: readonly string[]): fc.Arbitrary<string> {
  const key = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...keys) }, encoded, rawText);
  const at = (path: fc.Arbitrary<string>, ...fitting: string[]) =>
    fc.tuple(path, query(...fitting)).map(([start, rest]) => `/api/v1${start}${rest}`);
  return fc.oneof(
    at(fc.constant('/search'), ...SEARCH),
    at(fc.constant('/suggest'), 'q=a', 'q=%D2%9B%D0%B0%D1%80'),
    at(fc.constant('/cases'), ...FILTERS, 'limit=1'),
    at(fc.constantFrom('/regions', '/categories', '/institutions', '/channels')),
    at(fc.constantFrom('/nothing', '', '/cases/'), 'a=b'),
    at(
      key.map((id) => `/cases/${id}`),
      'format=markdown',
    ),
    at(
      key.map((id) => `/cases/${id}/similar`),
      'limit=5',
    ),
    at(key.map((id) => `/cases/${id}/timeline`)),
  );
}

const METHODS = ['GET', 'GET', 'GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'DELETE', 'PUT', 'POST'] as const;

/** Any request of the kind; `keys` are ids and slugs that exist. */
export function hostileRequest(keys: readonly string[]): fc.Arbitrary<InjectOptions> {
  const search = fc.tuple(payload, headers, query('lang=ru')).map(
    ([body, head, rest]): InjectOptions => ({
      method: 'POST',
      url: `/api/v1/search${rest}`,
      payload: body,
      headers: head,
    }),
  );
  const read = fc
    .tuple(fc.constantFrom(...METHODS), addresses(keys), headers)
    .map(([method, url, head]): InjectOptions => ({ method, url, headers: head }));
  return fc.oneof(search, read);
}

const form = fc
  .array(
    fc.tuple(fc.oneof(fc.constantFrom('text', 'my', 'region', 'others', 'sort', 'lang'), encoded), encoded),
  )
  .map((pairs) => pairs.map((pair) => pair.join('=')).join('&'));

/** Any request to the pages; `paths` are pages that exist, without their language. */
export function hostilePageRequest(paths: readonly string[]): fc.Arbitrary<InjectOptions> {
  const path = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...paths) },
    encoded.map((name) => `/cases/${name}`),
    encoded.map((name) => `/topics/${name}`),
    encoded.map((name) => `/regions/${name}`),
    rawText.map((name) => `/${name}`),
  );
  const url = fc
    .tuple(
      fc.constantFrom('/kk', '/ru', '/en', ''),
      path,
      query(...SEARCH, 'offset=7', 'sort=money', 'my=KZ-15'),
    )
    .map((parts) => parts.join(''));
  const head = headers.map((all) => ({ ...all, accept: 'text/html' }));
  const read = fc.tuple(fc.constantFrom(...METHODS), url, head).map(([method, at, all]) => ({
    method,
    url: at,
    headers: all,
  }));
  const posted = fc
    .tuple(url, head, fc.oneof({ weight: 3, arbitrary: form }, payload))
    .map(([at, all, body]) => ({
      method: 'POST' as const,
      url: at,
      headers: { ...all, 'content-type': 'application/x-www-form-urlencoded' },
      payload: body,
    }));
  return fc.oneof(read, posted);
}
