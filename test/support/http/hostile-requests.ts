import fc from 'fast-check';
import type { HTTPMethods, InjectOptions } from 'fastify';

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
  fc.oneof({ weight: 4, arbitrary: right }, { weight: 1, arbitrary: hardValue });

const severalOf = (...right: string[]) =>
  mostly(fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...right) }, hardText), { maxLength: 4 }));

const filters = {
  region: severalOf('KZ', 'KZ-15', 'KZ-39', 'KZ-99', 'Актобе'),
  category: severalOf('snow-removal', 'heating', 'nothing'),
  outcome: severalOf('resolved', 'refused', 'done'),
  year: severalOf('2024', '2025', '20255'),
  season: severalOf('winter', 'spring'),
  confidence: severalOf('unverified', 'verified', 'sure'),
  excludeRegion: severalOf('KZ-71', 'XX'),
  moneyMin: mostly(hardNumber),
  moneyMax: mostly(hardNumber),
};

const strange = fc.dictionary(hardText, hardValue, { maxKeys: 2 });
const withStrange = (value: fc.Arbitrary<object>) =>
  fc.oneof(
    { weight: 4, arbitrary: value },
    fc.tuple(value, strange).map(([a, b]) => ({ ...a, ...b })),
  );

const searchBody = withStrange(
  fc.record(
    {
      text: mostly(hardText),
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
      { weight: 8, arbitrary: fc.constant('application/json') },
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
    'content-encoding': fc.constantFrom('gzip', 'identity', 'br'),
    'x-forwarded-for': headerText,
    'x-request-id': headerText,
    cookie: headerText,
  },
  { requiredKeys: ['content-type'] },
);

const PARAMETERS = [
  ...Object.keys(filters),
  'q',
  'sort',
  'limit',
  'offset',
  'explain',
  'lang',
  'cursor',
  'format',
];
const rawText = fc.string({ unit: fc.constantFrom(...'%0aZfF=&+;[]()~*!\'"<>{}|^`,.:@$-_'), maxLength: 12 });
const encoded = hardText.map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 12_000));
const parameter = fc
  .tuple(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PARAMETERS) }, encoded, rawText),
    fc.oneof({ weight: 3, arbitrary: encoded }, rawText, hardNumber.map(String)),
  )
  .map(([name, value]) => `${name}=${value}`);
const query = fc
  .array(parameter, { maxLength: 5 })
  .map((pairs) => (pairs.length > 0 ? `?${pairs.join('&')}` : ''));

/** Addresses of the API, with the keys given; a key may be anything. */
function addresses(keys: readonly string[]): fc.Arbitrary<string> {
  const key = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...keys) }, encoded, rawText);
  const path = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('/search', '/suggest', '/cases', '/regions', '/categories') },
    { weight: 1, arbitrary: fc.constantFrom('/institutions', '/channels', '/nothing', '') },
    { weight: 2, arbitrary: key.map((id) => `/cases/${id}`) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(key, fc.constantFrom('similar', 'timeline', 'x'))
        .map((p) => `/cases/${p.join('/')}`),
    },
  );
  return fc.tuple(path, query).map(([at, rest]) => `/api/v1${at}${rest}`);
}

/** Any request of the kind; `keys` are ids and slugs that exist. */
export function hostileRequest(keys: readonly string[]): fc.Arbitrary<InjectOptions> {
  const search = fc.tuple(payload, headers, query).map(
    ([body, head, rest]): InjectOptions => ({
      method: 'POST',
      url: `/api/v1/search${head['x-forwarded-for'] === undefined ? '' : rest}`,
      payload: body,
      headers: head,
    }),
  );
  const read = fc
    .tuple(
      fc.constantFrom<HTTPMethods>('GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'DELETE', 'PUT', 'POST'),
      addresses(keys),
      headers,
    )
    .map(([method, url, head]): InjectOptions => ({ method, url, headers: head }));
  return fc.oneof(search, read);
}
