import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundKey } from '../../../../src/search/analysis/sound-key.ts';
import { stemRussian } from '../../../../src/search/analysis/stem-russian.ts';

const letters = fc.string({
  unit: fc.constantFrom(...'абвгдежзийклмнопрстуфхцчшщъыьэюя'),
  minLength: 1,
  maxLength: 20,
});
/** Beginnings and ends of words in any combination: where rules meet. */
const word = fc
  .tuple(
    letters,
    fc.constantFrom('', 'ся', 'ть', 'нный', 'ующая', 'ок', 'ец', 'ешь', 'ов', 'ость', 'ывая', 'ено'),
  )
  .map((parts) => parts.join(''));

describe('the Russian stemmer', () => {
  it.each([
    ['окно', ['окна', 'окон', 'окну', 'окнами']],
    ['день', ['дня', 'дней', 'днями']],
    ['ветер', ['ветра', 'ветры']],
    ['участок', ['участка', 'участки', 'участков']],
    ['скамейка', ['скамеек', 'скамейки']],
    ['друг', ['друзья', 'друзей', 'друга']],
    ['автомобиль', ['автомобили', 'автомобиля', 'автомобилей']],
    ['кредит', ['кредита', 'кредиты']],
    ['проблема', ['проблем', 'проблемы']],
    ['горожанин', ['горожане', 'горожан', 'горожанам']],
    ['запись', ['записи', 'записей']],
    ['человек', ['люди', 'людей', 'человека']],
    ['хороший', ['лучше', 'хорошо', 'хорошая']],
    ['дорогие', ['дороже', 'дорогая', 'дорого']],
    ['сель', ['селя', 'селевые']],
    ['аким', ['акима', 'акимы']],
    ['красный', ['красен', 'красная']],
  ])('brings the forms of %s together', (lemma, forms) => {
    expect(new Set(forms.map(stemRussian))).toEqual(new Set([stemRussian(lemma)]));
  });

  it.each([
    ['писать', ['пишет', 'пишут', 'писал', 'писали', 'пишущий', 'писавшая']],
    ['разбить', ['разобьет', 'разбили', 'разбито', 'разбитые']],
    ['прийти', ['приду', 'придет', 'пришел', 'пришли', 'пришедшая']],
    ['убрать', ['уберите', 'убрали', 'уберут', 'убрана', 'убранный']],
    ['замерзнуть', ['замерз', 'замерзла', 'замерзнет']],
    ['требовать', ['требует', 'требуют', 'требовали', 'требующий']],
    ['ходить', ['хожу', 'ходит', 'ходили', 'ходящий']],
    ['поместить', ['помещен', 'помещенная', 'поместили']],
    ['утвердить', ['утвержден', 'утвержденный', 'утвердил']],
    ['оставить', ['оставлю', 'оставлен', 'оставлены', 'оставили']],
    ['иметь', ['имеет', 'имеют', 'имел', 'имеющий', 'имею']],
    ['бояться', ['боится', 'боялась', 'боятся']],
  ])('brings the forms of %s together', (lemma, forms) => {
    expect(new Set(forms.map(stemRussian))).toEqual(new Set([stemRussian(lemma)]));
  });

  it.each([
    ['обед', 'объехать'],
    ['дорогие', 'дорогам'],
    ['сель', 'село'],
    ['футболят', 'футбол'],
    ['стекло', 'стекать'],
    ['запрет', 'запереть'],
    ['солью', 'слить'],
    ['письменность', 'письменный'],
    ['дождя', 'дождаться'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(stemRussian(one)).not.toBe(stemRussian(other));
  });

  it('never throws, is the same every time, and adds two letters at most', () => {
    fc.assert(
      fc.property(word, (raw) => {
        const stem = stemRussian(raw);
        expect(stem).not.toBe('');
        expect(stemRussian(raw)).toBe(stem);
        expect(stem.length).toBeLessThanOrEqual(Math.max(raw.length + 2, LONGEST_LEMMA));
      }),
      { numRuns: 3_000 },
    );
  });

  it('keeps the beginning of a word that is no irregular one', () => {
    fc.assert(
      fc.property(letters, (root) => {
        const raw = `строит${root}ами`;
        expect(soundKey(stemRussian(raw)).slice(0, 4)).toBe('стро');
      }),
    );
  });

  it('takes any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (raw) => stemRussian(raw).length >= 0));
  });

  it('is not lost in one word of 20,000 letters', () => {
    for (const unit of ['о', 'ок', 'нут', 'ся', 'уемы', 'енн', 'аок', 'о-'])
      expect(stemRussian(unit.repeat(20_000 / unit.length)).length).toBeGreaterThan(1_000);
  });
});

/** люди has the stem of человек. */
const LONGEST_LEMMA = 8;
