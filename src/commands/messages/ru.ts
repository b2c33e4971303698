/** What is wrong with a file of `content/`, beside what the answers of the service say: `problem.<name>`. */
export const fileProblemsRu = {
  'problem.unknown-field': 'Такого поля здесь нет. Исправьте название или уберите поле.',
  'problem.region.unknown': 'Региона «{value}» нет. Список: content/taxonomy/regions.yaml.',
  'problem.category.unknown': 'Темы «{value}» нет. Список: content/taxonomy/categories.yaml.',
  'problem.institution.unknown': 'Учреждения «{value}» нет. Список: content/taxonomy/institutions.',
  'problem.channel.unknown': 'Канала «{value}» нет. Список: content/taxonomy/channels.yaml.',

  'problem.file.name':
    'Файл с таким именем здесь не читается. Правила имён: CONTRIBUTING.md; перевод лежит рядом с оригиналом.',
  'problem.file.folder': 'Файл лежит не в папке своего региона. Переложите его или исправьте region.',
  'problem.file.encoding': 'Файл не в UTF-8. Сохраните его в UTF-8.',
  'problem.file.unreadable': 'Это не читается ({value}). Дайте этому пользователю право на чтение.',
  'problem.file.language': 'Язык в имени файла и в поле language разный. Исправьте одно из двух.',
  'problem.file.language-twice': 'Текст на этом языке уже есть в другом файле случая.',
  'problem.front-matter.missing': 'Файл должен начинаться с полей между двумя строками «---».',
  'problem.front-matter.unclosed': 'После полей нужна вторая строка «---».',
  'problem.front-matter.yaml': 'Поля — не YAML: {detail}',
  'problem.yaml': 'Файл — не YAML. Проверьте эту строку.',
  'problem.list': 'Файл должен быть списком показателей.',

  'problem.write-up.heading-level': 'Разделы начинаются с «##», а не с «#».',
  'problem.write-up.section-id-missing':
    "За заголовком нужен его код, например '{#problem}'. Есть коды: {ids}.",
  'problem.write-up.section-unknown': 'Раздела «{id}» нет. Есть: {ids}.',
  'problem.write-up.section-twice': 'Раздел «{id}» стоит дважды. Соедините оба.',
  'problem.write-up.text-before-section': 'Текст стоит до первого раздела. Перенесите его под заголовок.',
  'problem.write-up.too-complex': 'Разметка слишком сложная. Упростите вложенные списки и цитаты.',
  'problem.write-up.too-short':
    'Текст слишком короткий: слов {words, number}, нужно не меньше {least, number}.',
  'problem.write-up.thin': 'Текст краток: слов {words, number}; лучше не меньше {thin, number}.',
  'problem.write-up.long': 'Текст длинный: слов {words, number}; лучше не больше {most, number}.',

  'problem.translation.missing': 'Нет текста на языке {language}. Добавьте файл перевода.',
  'problem.text.wrong-language': 'Текст не на языке {language}.',
  'problem.number.unsourced':
    'Числа {value} нет в записи. Уберите его или внесите в запись вместе с источником.',
  'problem.step.out-of-order': 'Шаг от {value} раньше того, что стоит выше. Расставьте шаги по датам.',
  'problem.slug.duplicate': 'Такое короткое имя уже есть у файла {value}. Переименуйте один из них.',
  'problem.link.unknown': 'Ссылка ведёт на «{value}», а такого нет, или это он сам.',
  'problem.person': 'Похоже на личные данные: {value}. Сюда их не вносят.',

  'problem.practice.too-few-cases':
    'Сравнивается случаев: {count, number}; нужно не меньше {minimum, number}.',
  'problem.practice.section-missing': 'Нет раздела «{section}».',
  'problem.practice.length': 'В разделах слов: {words, number}; нужно от {least, number} до {most, number}.',
  'problem.id.twice': 'Показатель «{value}» уже есть. Дайте этому другой id.',
  'problem.period.empty': 'Укажите начало или конец срока.',
  'problem.period.order': 'Срок кончается ({to}) раньше, чем начинается ({from}).',
  'problem.topic.empty': 'Укажите тему базы или её название в источнике.',
  'problem.channel.empty': 'Укажите канал базы или его название в источнике.',
  'problem.source.publisher': 'Издатель — это узел из адреса: {value}.',
  'problem.percent.above-100': 'Доля больше 100 %: {value, number}.',
};
