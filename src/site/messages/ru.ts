/** What the pages about the site say beside their Markdown. */
export const siteRu = {
  'text.contents': 'На этой странице',
  'contribute.write': 'Написать письмо',
  'contribute.address': 'Письма приходят на {address}.',
  'contribute.noAddress': 'Адрес для писем у этой установки пока не указан.',
  'contribute.subject': 'Шешім: исправление или новый случай',
  'contribute.subject.case': 'Шешім: исправление записи {slug}',
  'contribute.body':
    'Запись (ссылка): {link}\n\nЧто не так или чего не хватает:\n\n\nИсточник (ссылка):\n\n\nОт какого ведомства вы пишете (если от ведомства):',
};
