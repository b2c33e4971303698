import type { Messages } from '../../platform/messages/catalogue.ts';
import type { fileProblemsRu } from './ru.ts';

export const fileProblemsEn: Messages<typeof fileProblemsRu> = {
  'problem.unknown-field': 'There is no such field here. Correct its name or leave it out.',
  'problem.region.unknown': 'There is no region “{value}”. The regions: content/taxonomy/regions.yaml.',
  'problem.category.unknown':
    'There is no category “{value}”. The categories: content/taxonomy/categories.yaml.',
  'problem.institution.unknown':
    'There is no institution “{value}”. The institutions: content/taxonomy/institutions.',
  'problem.channel.unknown': 'There is no channel “{value}”. The channels: content/taxonomy/channels.yaml.',

  'problem.file.name':
    'A file of this name is not read here. The names: CONTRIBUTING.md; a translation lies beside its original.',
  'problem.file.folder': 'The file does not lie in the folder of its region. Move it, or correct region.',
  'problem.file.encoding': 'The file is not UTF-8. Save it as UTF-8.',
  'problem.file.unreadable': 'This cannot be read ({value}). Give this user the right to read it.',
  'problem.file.language': 'The name of the file and its field language differ. Correct one of them.',
  'problem.file.language-twice': 'Another file of the case has the text in this language already.',
  'problem.front-matter.missing': 'The file must begin with its fields between two lines “---”.',
  'problem.front-matter.unclosed': 'A second line “---” is needed below the fields.',
  'problem.front-matter.yaml': 'The fields are not YAML: {detail}',
  'problem.yaml': 'The file is not YAML. Look at this line.',
  'problem.list': 'The file must be a list of figures.',

  'problem.write-up.heading-level': 'Sections begin with “##”, not with “#”.',
  'problem.write-up.section-id-missing':
    "A heading needs its id behind it, for one '{#problem}'. The ids: {ids}.",
  'problem.write-up.section-unknown': 'There is no section “{id}”. There are: {ids}.',
  'problem.write-up.section-twice': 'The section “{id}” stands twice. Join them.',
  'problem.write-up.text-before-section': 'Text stands above the first section. Move it below a heading.',
  'problem.write-up.too-complex': 'The Markdown is too complex. Make nested lists and quotations simpler.',
  'problem.write-up.too-short':
    'The text is too short: words: {words, number}; at least {least, number} are needed.',
  'problem.write-up.thin': 'The text is short: words: {words, number}; better at least {thin, number}.',
  'problem.write-up.long': 'The text is long: words: {words, number}; better at most {most, number}.',

  'problem.translation.missing':
    'The text in the language {language} is missing. Add the file of the translation.',
  'problem.text.wrong-language': 'The text is not in the language {language}.',
  'problem.number.unsourced':
    'The number {value} stands nowhere in the record. Leave it out, or add it to the record with its source.',
  'problem.step.out-of-order':
    'The step of {value} is earlier than the one above it. Put the steps in the order of their dates.',
  'problem.slug.duplicate': 'The file {value} has this short name already. Rename one of them.',
  'problem.link.unknown': 'The link leads to “{value}”, which does not exist or is this very one.',
  'problem.person': 'This looks like personal data: {value}. Leave it out.',

  'problem.practice.too-few-cases': 'Compared cases: {count, number}; at least {minimum, number} are needed.',
  'problem.practice.section-missing': 'The section “{section}” is missing.',
  'problem.practice.length':
    'Words in the sections: {words, number}; wanted are {least, number} to {most, number}.',
  'problem.id.twice': 'There is a figure “{value}” already. Give this one another id.',
  'problem.period.empty': 'Say when the period begins or ends.',
  'problem.period.order': 'The period ends ({to}) before it begins ({from}).',
  'problem.topic.empty': 'Give a category of the base, or the name in the source.',
  'problem.channel.empty': 'Give a channel of the base, or the name in the source.',
  'problem.source.publisher': 'The publisher is the host of the address: {value}.',
  'problem.percent.above-100': 'A share above 100 %: {value, number}.',
};
