import type { Messages } from '../../messages/catalogue.ts';
import type { httpRu } from './ru.ts';

export const httpEn: Messages<typeof httpRu> = {
  'title.invalid-input': 'The request has mistakes',
  'title.not-found': 'Not found',
  'title.conflict': 'The data has changed',
  'title.forbidden': 'Not allowed',
  'title.too-large': 'The request is too large',
  'title.unsupported-media-type': 'This data format is not supported',
  'title.method-not-allowed': 'This method is not supported',
  'title.too-many-requests': 'Too many requests',
  'title.unavailable': 'The service is unavailable for the moment',
  'title.internal': 'Internal error',

  'error.invalid-input':
    '{count, plural, =0 {Check the request against the description at /docs.} one {The request has # mistake. {first}} other {The request has # mistakes. The first one: {first}}}',
  'error.not-found': 'There is nothing of that name.',
  'error.conflict': 'The data changed while you worked. Read it again and repeat.',
  'error.forbidden': 'You may not do this.',
  'error.too-large': 'The request is larger than 1 MiB. Shorten it and send it again.',
  'error.unsupported-media-type': 'Send the data as application/json in UTF-8, without compression.',
  'error.method-not-allowed': 'The method {method} does not work here. You can use: {allowed}.',
  'error.too-many-requests':
    'Too many requests came from your address. Try again in {seconds, plural, one {# second} other {# seconds}}.',
  'error.unavailable': 'The database cannot be reached right now. Try again in a few seconds.',
  'error.internal':
    'Something broke on our side. Tell us the request number {requestId} so that we can find the cause.',

  'error.path.not-found': 'There is nothing at {path}. All addresses are listed at /docs.',
  'error.case.not-found': 'No published case is called “{id}”. Check the id or the short name.',
  'error.case.exists': 'A case with the id {id} exists already.',
  'error.case.changed-meanwhile':
    'Somebody changed the case before you: the current revision is {revision}. Read it and make your changes again.',
  'error.sign-in-needed': 'You have to sign in for this.',
  'error.body.json': 'The body is not JSON: the mistake is near character {position}.',
  'error.body.json-cut': 'The body is not JSON: it breaks off or starts wrongly.',
  'error.body.empty': 'The body is empty; a JSON object is needed.',
  'error.body.encoding': 'The body is not UTF-8. Save the text as UTF-8 and send it again.',
  'error.body.broken': 'The body did not arrive whole, or its length is stated wrongly.',
  'error.url.not-encoded':
    'The address has letters that must be percent-encoded: in UTF-8 %C3%A9 stands for “é”.',
  'error.url.malformed': 'The address has a wrong sequence with “%”. Encode the address as UTF-8.',
  'error.request.malformed': 'The request breaks the rules of HTTP and cannot be read.',
  'error.request.headers-too-large': 'The headers or the address of the request are too long.',
  'error.request.timeout': 'The request did not arrive whole in time.',

  'problem.required': 'A value is needed here.',
  'problem.type':
    'Another kind of value is needed: {expected, select, string {a string} number {a number} int {a whole number} boolean {true or false} array {a list} object {an object} other {{expected}}}.',
  'problem.unknown-field': 'There is no such field or parameter. Check the name at /docs.',
  'problem.repeated': 'The parameter stands here several times; it may stand once.',
  'problem.malformed': 'The value is encoded wrongly. UTF-8 with percent-encoding is needed.',
  'problem.too-small.string':
    'Too short: at least {minimum, plural, one {# character is} other {# characters are}} needed.',
  'problem.too-small.number': 'Too small: the least value is {minimum, number}.',
  'problem.too-small.int': 'Too small: the least value is {minimum, number}.',
  'problem.too-small.array': 'At least {minimum, plural, one {# value is} other {# values are}} needed.',
  'problem.too-big.string':
    'Too long: at most {maximum, plural, one {# character is} other {# characters are}} allowed.',
  'problem.too-big.number': 'Too large: the greatest value is {maximum, number}.',
  'problem.too-big.int': 'Too large: the greatest value is {maximum, number}.',
  'problem.too-big.array': 'At most {maximum, plural, one {# value is} other {# values are}} allowed.',
  'problem.not-in-list': 'There is no such value. Allowed: {values}.',
  'problem.not-multiple': 'The value must be a multiple of {divisor, number}.',
  'problem.format':
    'The value has the wrong form{format, select, uuid {: a UUID is needed} url {: an http or https address is needed} email {: an e-mail address is needed} datetime {: an ISO 8601 date and time is needed} date {: a date YYYY-MM-DD is needed} regex {: a value after the pattern {pattern} is needed} other {}}.',
  'problem.invalid': 'The value does not fit.',
  'problem.date': 'There is no such date. Write YYYY, YYYY-MM or YYYY-MM-DD.',
  'problem.text.blank': 'The text is blank. Write at least one word.',
  'problem.text.unstorable': 'The text has a character that is not allowed: NUL or half of a surrogate pair.',
  'problem.cursor': 'This cursor is not from here. Take “next” of the last answer, or leave it out.',
  'problem.region.unknown': 'There is no region “{value}”. The regions: /api/v1/regions.',
  'problem.excludeRegion.unknown': 'There is no region “{value}”. The regions: /api/v1/regions.',
  'problem.category.unknown': 'There is no category “{value}”. The categories: /api/v1/categories.',
  'problem.category.not-a-leaf': 'The category “{value}” is too general: choose one below it.',
  'problem.season.unknown':
    'There is no season “{value}”. There are winter, heating, flood, summer and all-year.',
  'problem.institution.unknown': 'There is no institution “{value}”. The institutions: /api/v1/institutions.',
  'problem.channel.unknown': 'There is no channel “{value}”. The channels: /api/v1/channels.',
  'problem.slug.taken': 'The short name “{value}” belongs to another case.',
  'problem.id.duplicate': 'This id stands in another file already.',
  'problem.step.undated': 'A step needs a planned or an actual date.',
  'problem.measurement.empty': 'A number, or the words of the source, is needed.',
  'problem.translation.original-missing': 'The text in the original language is missing.',
  'problem.translation.original-origin': 'The text in the original language is marked as original.',
  'problem.outcome.reason-missing': 'This outcome needs a reason, or the word unknown.',
  'problem.verified.missing': 'Say who confirmed the record, and when.',
};
