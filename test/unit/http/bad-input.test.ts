import type { InjectOptions } from 'fastify';
import { describe, expect, test } from 'vitest';
import { useApp } from './fixture-app.ts';
import { reading, searching, toldProblem } from './requests.ts';

const made = useApp();

/** What is sent, the status, and the paths of the errors; no paths when the whole request is wrong. */
const REFUSED: readonly (readonly [what: string, sent: InjectOptions, status: number, paths: string[]])[] = [
  ['broken JSON', searching('{"text":"a"'), 400, []],
  ['a trailing comma', searching('{"text":"a",}'), 400, []],
  ['no JSON at all', searching('снег'), 400, []],
  ['an empty body', searching(''), 400, []],
  ['white space', searching(' \n '), 400, []],
  ['broken UTF-8', searching(Buffer.from([0x7b, 0xff, 0xfe, 0x7d])), 400, []],
  ['no body', { method: 'POST', url: '/api/v1/search', headers: { 'accept-language': 'en' } }, 400, ['']],
  ['null', searching('null'), 400, ['']],
  ['a list', searching('[]'), 400, ['']],
  ['a number', searching('7'), 400, ['']],
  ['no text', searching({}), 400, ['/text']],
  ['a text of another type', searching({ text: 5 }), 400, ['/text']],
  ['an empty text', searching({ text: '' }), 400, ['/text']],
  ['a blank text', searching({ text: ' \n\t\u00a0' }), 400, ['/text']],
  ['a text that is too long', searching({ text: 'я'.repeat(20_001) }), 400, ['/text']],
  ['an emoji beyond the limit of UTF-16 units', searching({ text: '😀'.repeat(10_001) }), 400, ['/text']],
  ['NUL in the text', searching('{"text":"a\\u0000b"}'), 400, ['/text']],
  ['half a surrogate pair', searching('{"text":"a\\ud83d"}'), 400, ['/text']],
  ['an unknown field', searching({ text: 'a', texts: 1, 'a/b~c': 2 }), 400, ['/texts', '/a~1b~0c']],
  ['__proto__ as a field', searching('{"text":"a","__proto__":{"x":1}}'), 400, ['/__proto__']],
  ['an unknown filter', searching({ text: 'a', filters: { regions: ['KZ-15'] } }), 400, ['/filters/regions']],
  [
    'a filter that is no list',
    searching({ text: 'a', filters: { region: 'KZ-15' } }),
    400,
    ['/filters/region'],
  ],
  [
    'a filter of numbers',
    searching({ text: 'a', filters: { year: ['2025', 2025] } }),
    400,
    ['/filters/year/1'],
  ],
  [
    'an outcome that does not exist',
    searching({ text: 'a', filters: { outcome: ['done'] } }),
    400,
    ['/filters/outcome/0'],
  ],
  [
    'a confidence that does not exist',
    searching({ text: 'a', filters: { confidence: ['unverified', 'x'] } }),
    400,
    ['/filters/confidence/1'],
  ],
  [
    'a region that does not exist',
    searching({ text: 'a', filters: { region: ['KZ-15', 'KZ-99'] } }),
    400,
    ['/filters/region/1'],
  ],
  ['a year that is none', searching({ text: 'a', filters: { year: ['20255'] } }), 400, ['/filters/year/0']],
  ['negative money', searching({ text: 'a', filters: { moneyMin: -1 } }), 400, ['/filters/moneyMin']],
  ['money as a text', searching({ text: 'a', filters: { moneyMax: '5' } }), 400, ['/filters/moneyMax']],
  ['filters of null', searching({ text: 'a', filters: null }), 400, ['/filters']],
  ['an unknown order', searching({ text: 'a', sort: 'best' }), 400, ['/sort']],
  ['a limit of none', searching({ text: 'a', limit: 0 }), 400, ['/limit']],
  ['a limit that is too high', searching({ text: 'a', limit: 101 }), 400, ['/limit']],
  ['half a hit', searching({ text: 'a', limit: 1.5 }), 400, ['/limit']],
  ['a limit as a text', searching({ text: 'a', limit: '20' }), 400, ['/limit']],
  ['a negative offset', searching({ text: 'a', offset: -1 }), 400, ['/offset']],
  ['an offset that is too high', searching({ text: 'a', offset: 901 }), 400, ['/offset']],
  ['explain as a text', searching({ text: 'a', explain: 'yes' }), 400, ['/explain']],
  ['several mistakes', searching({ text: '', limit: 0, z: 1 }), 400, ['/text', '/limit', '/z']],
  [
    'an unknown parameter beside a body',
    searching({ text: 'a' }, { url: '/api/v1/search?limit=5' }),
    400,
    ['limit'],
  ],
  ['an unknown language', searching({ text: 'a' }, { url: '/api/v1/search?lang=de' }), 400, ['lang']],
  ['a body over 1 MiB', searching({ text: 'a'.repeat(1024 * 1024) }), 413, []],
  ['plain text', searching('снег', { headers: { 'content-type': 'text/plain' } }), 415, []],
  [
    'a form',
    searching('text=a', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    415,
    [],
  ],
  ['XML', searching('<a/>', { headers: { 'content-type': 'application/xml' } }), 415, []],
  ['a media type that is none', searching('{}', { headers: { 'content-type': ';;' } }), 415, []],
  [
    'another charset',
    searching('{}', { headers: { 'content-type': 'application/json; charset=windows-1251' } }),
    415,
    [],
  ],
  ['a compressed body', searching('{}', { headers: { 'content-encoding': 'gzip' } }), 415, []],

  ['an unknown parameter', reading('/search?q=a&foo=1'), 400, ['foo']],
  ['the body’s names as parameters', reading('/search?text=a&filters=b'), 400, ['text', 'filters']],
  [
    'a parameter named as an object’s own',
    reading('/search?__proto__=1&constructor=1'),
    400,
    ['__proto__', 'constructor'],
  ],
  ['a query that is too long', reading(`/search?q=${'a'.repeat(201)}`), 400, ['q']],
  ['NUL in a query', reading('/search?q=a%00'), 400, ['q']],
  ['percent signs without bytes', reading('/search?q=%&region=%zz'), 400, ['q', 'region']],
  ['percent-encoded bytes that are no UTF-8', reading('/search?q=%ff'), 400, ['q']],
  ['half a surrogate pair in a query', reading('/search?q=%ED%A0%80'), 400, ['q']],
  ['a name that cannot be decoded', reading('/search?%ff=1'), 400, ['']],
  ['q twice', reading('/search?q=a&q=b'), 400, ['q']],
  ['limit twice', reading('/search?limit=1&limit=2'), 400, ['limit']],
  ['a limit that is no number', reading('/search?limit=ten'), 400, ['limit']],
  ['an empty limit', reading('/search?limit='), 400, ['limit']],
  ['a limit beyond any number', reading('/search?limit=99999999999999999999'), 400, ['limit']],
  ['an offset of a half', reading('/search?offset=0.5'), 400, ['offset']],
  ['an offset that is too high', reading('/search?offset=901'), 400, ['offset']],
  ['explain as anything', reading('/search?explain=1'), 400, ['explain']],
  ['an unknown outcome', reading('/search?outcome=resolved&outcome=done'), 400, ['outcome']],
  ['an unknown region', reading('/search?region=KZ-15&region=KZ-99'), 400, ['region']],
  ['an empty region', reading('/search?region='), 400, ['region']],
  ['an unknown parameter of suggest', reading('/suggest?q=a&limit=5'), 400, ['limit']],
  ['a suggest query that is too long', reading(`/suggest?q=${'a'.repeat(201)}`), 400, ['q']],
  ['NUL in a suggest query', reading('/suggest?q=%00'), 400, ['q']],

  ['a cursor from elsewhere', reading('/cases?cursor=abc'), 400, ['cursor']],
  ['a limit of a list that is too high', reading('/cases?limit=101'), 400, ['limit']],
  ['an offset of a list', reading('/cases?offset=1'), 400, ['offset']],
  ['an unknown region of a list', reading('/cases?region=XX'), 400, ['region']],
  ['an unknown language of a list', reading('/cases?lang=de'), 400, ['lang']],
  ['an unknown format', reading('/cases/aktobe-snow-three-year-contracts?format=pdf'), 400, ['format']],
  ['an unknown parameter of a case', reading('/cases/aktobe-snow-three-year-contracts?x=1'), 400, ['x']],
  ['NUL in an id', reading('/cases/a%00b'), 400, ['id']],
  ['an id that cannot be decoded', reading('/cases/%zz'), 400, []],
  ['an id that is no UTF-8', reading('/cases/%ff'), 400, []],
  ['half a surrogate pair in an id', reading('/cases/%ED%A0%80'), 400, []],
  ['a case that does not exist', reading('/cases/nothing'), 404, []],
  ['an id without end', reading(`/cases/${'a'.repeat(5_000)}`), 404, []],
  ['an id of signs', reading('/cases/%27%3B%20drop%20table%20case%3B--'), 404, []],
  ['what is similar to nothing', reading('/cases/nothing/similar'), 404, []],
  [
    'too many similar ones',
    reading('/cases/aktobe-snow-three-year-contracts/similar?limit=1000'),
    400,
    ['limit'],
  ],
  ['the timeline of nothing', reading('/cases/nothing/timeline'), 404, []],
  ['a parameter of a reference list', reading('/regions?limit=5'), 400, ['limit']],
  ['a path that does not exist', reading('/nothing'), 404, []],
  ['a path outside of the API', { method: 'GET', url: '/etc/passwd' }, 404, []],
  ['a path that climbs', { method: 'GET', url: '/assets/..%2f..%2fpackage.json' }, 404, []],
  ['a body to a path that does not exist', { ...searching({}), url: '/api/v1/nothing' }, 404, []],
];

test('of many mistakes a hundred are told, and how many there are', async () => {
  const fields = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`k${i}`, 1]));
  const told = toldProblem(await made().app.inject(searching({ text: 'a', ...fields })));
  expect(told.errors).toHaveLength(100);
  expect(told.detail.replaceAll(/\D/g, '')).toContain('5000');
});

describe('refused, with the path of each mistake', () => {
  test.each(REFUSED)('%s', async (_what, sent, status, paths) => {
    const answer = await made().app.inject(sent);
    const told = toldProblem(answer);
    expect({ status: answer.statusCode, paths: told.errors?.map((one) => one.path) ?? [] }).toEqual({
      status,
      paths,
    });
    expect(told.detail.length).toBeGreaterThan(10);
  });
});

const ORDINARY = [
  'снег',
  '❄️🚜👨‍👩‍👧‍👦',
  'и в на с по',
  'مرحبا بالعالم',
  '\u202eснег\u202c \u200b\u200d\ufeff',
  "'; DROP TABLE published_case; --",
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '"\\"\'`{{7*7}}',
  'қар тазаланбаған',
  'qar tazalanbağan',
  '雪を片付けない',
  '%00 %zz &amp; \\u0000',
  '\u0001\u0002\u001f',
  'a'.repeat(20_000),
  '😀'.repeat(10_000),
];

describe('answered as ordinary text', () => {
  test.each(ORDINARY)('%#', async (text) => {
    const posted = await made().app.inject(searching({ text }));
    expect(posted.statusCode).toBe(200);
    const asked = await made().app.inject(
      reading(
        `/search?q=${encodeURIComponent([...text.slice(0, 150)].slice(0, 70).join('').toWellFormed())}`,
      ),
    );
    expect(asked.statusCode).toBe(200);
  });
});

test('the sentences come in the asked language', async () => {
  const titles: string[] = [];
  for (const language of ['kk', 'ru', 'en']) {
    const byHeader = await made().app.inject(
      searching({ text: '' }, { headers: { 'accept-language': language } }),
    );
    const byParameter = await made().app.inject(
      searching({ text: '' }, { url: `/api/v1/search?lang=${language}` }),
    );
    const [a, b] = [toldProblem(byHeader), toldProblem(byParameter)];
    expect({ ...b, requestId: '' }).toEqual({ ...a, requestId: '' });
    expect(byParameter.headers['content-language']).toBe(language);
    titles.push(a.title);
  }
  expect(new Set(titles).size).toBe(3);
});
