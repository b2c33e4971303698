import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../../../src/search/application/analysis-of.ts';
import { testReference } from '../../../support/reference.ts';

const reference = await testReference();
const { analyse } = analysisOf(reference, reference.glossary);
/** The words of a text that have one of the roles. */
const written = (text: string, ...roles: string[]) =>
  analyse(text).words.flatMap(({ role, start, end }) =>
    roles.includes(role) ? [text.slice(start, end)] : [],
  );
const matter = (text: string) => written(text, 'content', 'number');

describe('what a text gives beside its matter', () => {
  it.each([
    ['тел. 8 701 123 45 67', 'тел 8 701 123 45 67'],
    ['+7 (701) 123-45-67', '7 701 123 45 67'],
    ['звоните 45-67-89', '45 67 89'],
    ['ИИН 900101300123', 'ИИН 900101300123'],
    ['почта: aibek@mail.kz', 'почта aibek mail kz'],
    ['https://egov.kz/cms/ru', 'https egov kz cms ru'],
    ['сайт egov.kz', 'egov kz'],
    ['KZ123456789012345678', 'KZ 123456789012345678'],
  ])('finds contacts: %s', (text, contact) => {
    expect(written(text, 'contact').join(' ')).toBe(contact);
  });

  it.each([
    ['16.10.2025 пропал свет', '16 10 2025'],
    ['2025-10-16 пропал свет', '2025 10 16'],
    ['с 16 октября 2025 года нет света', '16 октября 2025 года'],
    ['2025 жылғы 16 қазанда жарық өшті', '2025 жылғы 16 қазанда'],
    ['16 қазан күні жарық өшті', '16 қазан'],
    ['отключили 18:30', '18 30'],
  ])('finds dates: %s', (text, date) => {
    expect(written(text, 'date').join(' ')).toBe(date);
  });

  it('keeps a month or a year that is no date', () => {
    expect(matter('очистка снега в марте')).toContain('марте');
    expect(matter('программа 2030')).toContain('2030');
  });

  it.each([
    ['снег лежит, Иванов Иван Иванович', 'Иванов Иван Иванович'],
    ['обратилась Петрова А.Б. из села', 'Петрова А Б'],
    ['обратился А. Б. Ахметов', 'А Б Ахметов'],
    ['тұрғын Ахметов Нұрлан Серікұлы', 'Ахметов Нұрлан Серікұлы'],
    ['тұрғын Әлия Серік қызы', 'Әлия Серік қызы'],
    ['С уважением, Ержан Сериков', 'Ержан Сериков'],
    ['Құрметпен, Айгүл Омарова', 'Айгүл Омарова'],
  ])('finds names: %s', (text, name) => {
    const found = analyse(text).words.flatMap(({ role, start, end }) =>
      role === 'name' || (role === 'stop' && end - start === 1 && /\p{Lu}/u.test(text.slice(start, end)))
        ? [text.slice(start, end)]
        : [],
    );
    expect(found.filter((word) => word !== 'С').join(' ')).toBe(name);
  });

  it.each([
    ['ул. Абая, 25/3, кв. 14', 'ул Абая 25 3 кв 14'],
    ['улица Абая. Снег лежит', 'улица Абая'],
    ['дом 5 не топят', 'дом 5'],
    ['Абай көшесі, 25-үй', 'Абай көшесі 25 үй'],
    ['5 мкр, дом 7', '5 мкр дом 7'],
    ['3 подъезд, 5 этаж', '3 5'],
  ])('finds addresses: %s', (text, address) => {
    expect(written(text, 'address').join(' ')).toBe(address);
  });

  it.each([
    ['автобус № 12 не ходит', '12'],
    ['школа № 15 без тепла', '15'],
    ['звонили в 109', '109'],
    ['труба диаметром 100 мм', '100'],
    ['в доме 40 квартир', '40'],
    ['к 5 классу нет учебников', '5'],
    ['потратили 1 000 000 тенге', '1 000 000'],
  ])('keeps a number that matters: %s', (text, number) => {
    expect(matter(text)).toContain(number);
  });

  it.each([
    ['Добрый день! Довожу до вашего сведения', ''],
    ['Қайырлы күн! Шара қолдануыңызды сұраймын', ''],
    ['Good morning, thank you', ''],
    ['каждый день мёрзнем', 'день мёрзнем'],
    ['ответвление трубы', 'ответвление трубы'],
    ['обращение с отходами', 'обращение отходами'],
    ['скорая помощь', 'скорая помощь'],
  ])('tells the form of an appeal from matter: %s', (text, kept) => {
    expect(written(text, 'content').join(' ')).toBe(kept);
  });
});
