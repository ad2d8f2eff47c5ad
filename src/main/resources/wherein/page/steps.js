/** Dates of mentions as steps of one length, in the form in which the API counts those of passages. */

const RUNS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** A day, month or year, and nothing else. */
const PLAIN = /^\d{4}(-\d\d){0,2}$/;

const DAY_MS = 86_400_000;

const year = (n) => String(n).padStart(4, '0');

/** The lengths of a step of days and of months: which number one has, and how one is written. */
const DAYS = {
  word: 'day',
  digits: 10,
  number: (value) => Math.round(Date.parse(value) / DAY_MS),
  value: (n) => new Date(n * DAY_MS).toISOString().slice(0, 10),
};
const MONTHS = {
  word: 'month',
  digits: 7,
  number: (value) => Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7)) - 1,
  value: (n) => `${year(Math.floor(n / 12))}-${String((n % 12) + 1).padStart(2, '0')}`,
};

/** Runs of years. */
const years = (length) => ({
  word: length === 1 ? 'year' : 'years',
  digits: 4,
  number: (value) => Math.floor(Number(value.slice(0, 4)) / length),
  value: (n) => (length === 1 ? year(n) : `${year(n * length)}/${year(n * length + length - 1)}`),
});

/**
 * The steps: the shortest of which there are at most `most`, those of the month or year that a range lies in, if it lies in one.
 *
 * @param groups of the API, by date
 * @param from the first day of the range, or nothing, as `to`
 */
export function steps(groups, most, from = '', to = '') {
  const all = groups.map(({ date, mentions }) => ({ value: date ?? '', count: mentions }));
  const range = [7, 4].find((digits) => from.length >= digits && from.slice(0, digits) === to.slice(0, digits)) ?? 0;
  const zoom = from.slice(0, range);
  const inside = zoom && all.filter(({ value }) => value.startsWith(zoom));
  const within = inside && inside.length < all.length && inside.some(({ value }) => PLAIN.test(value) && value.length > zoom.length) ? zoom : '';
  const shown = within ? inside : all;
  const plain = shown.filter(({ value }) => PLAIN.test(value));
  const fits = ({ digits, number }) => {
    const numbers = plain.filter(({ value }) => value.length >= digits).map(({ value }) => number(value));
    return numbers.length > 0 && Math.max(...numbers) - Math.min(...numbers) < most;
  };
  const isShort = new Set(plain.map(({ value }) => value.slice(0, 4))).size < 3;
  const step = isShort && plain.every(({ value }) => value.length !== 7) && fits(DAYS) ? DAYS
    : isShort && fits(MONTHS) ? MONTHS : RUNS.map(years).find(fits);
  if (!step) {
    return { step: '', within, values: wider(shown) };
  }
  const held = plain.filter(({ value }) => value.length >= step.digits);
  const numbers = held.map(({ value }) => step.number(value));
  const first = Math.min(...numbers);
  const values = Array.from({ length: Math.max(...numbers) - first + 1 }, (_, i) => {
    const own = held.filter((_, at) => numbers[at] === first + i);
    const sum = (some) => some.reduce((count, each) => count + each.count, 0);
    return {
      value: step.value(first + i),
      kind: 'step',
      count: sum(own),
      vague: step.digits === 4 ? sum(own.filter(({ value }) => value.length === 4)) : 0,
    };
  });
  return { step: step.word, within, values: [...values, ...wider(shown.filter((each) => !held.includes(each)))] };
}

/** What no step holds, what has no date last. */
const wider = (rest) => [...rest].sort((a, b) => (a.value === '') - (b.value === '') || (a.value < b.value ? -1 : 1))
  .map(({ value, count }) => ({ value, kind: 'wider', count, vague: value.length === 4 ? count : 0 }));
