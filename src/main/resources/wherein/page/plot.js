/** Figures as a plot: the value on a logarithmic axis against the date, one mark a claim. */
import { number } from './dom.js';
import { dateLabel, valueText } from './state.js';
import { colour, shape, svg } from './stances.js';

const DAY = 86_400_000;
const YEAR = 365.25 * DAY;
/** Steps between dates on the axis, in months. */
const STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000];
/** The pixels that a label of a month takes. */
const LABEL = 72;
const STRIP = 34;
const GAP = 12;
const ARROW = 21;
/** The pixels that a letter of a label takes at most. */
const LETTER = 9;
const MONTHS = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const LARGE = new Intl.NumberFormat('en', { notation: 'compact', compactDisplay: 'long' });

/** Midnight of a day in UTC; Date.UTC takes the years below 100 for others. */
const utc = (year, month, day) => new Date(0).setUTCFullYear(year, month, day);

/** The first moment and the last of a date in EDTF, null at an open end; nothing where it says no days. */
function momentsOf(edtf) {
  if (!edtf) {
    return null;
  }
  const ends = edtf.replace(/[~?%]/g, '').split('/').map((end) => /^(\d[\dX]{3})(?:-(\d\d))?(?:-(\d\d))?/.exec(end));
  const first = ends[0];
  const last = ends.at(-1);
  if (!first && !last) {
    return null;
  }
  const from = first && utc(first[1].replaceAll('X', '0'), (first[2] ?? 1) - 1, first[3] ?? 1);
  const year = last?.[1].replaceAll('X', '9');
  const to = last && (last[3] ? utc(year, last[2] - 1, Number(last[3]) + 1) : last[2] ? utc(year, last[2], 1) : utc(Number(year) + 1, 0, 1));
  return [from, to];
}

/** The axis of dates over a width, or nothing where no claim has one. */
function dates(claims, left, right) {
  const moments = claims.flatMap(({ when }) => when ?? []).filter((moment) => moment !== null);
  if (moments.length === 0) {
    return null;
  }
  let [from, to] = [Math.min(...moments), Math.max(...moments)];
  const margin = Math.max(YEAR - (to - from), (to - from) * 0.06) / 2;
  [from, to] = [from - margin, to + margin];
  const x = (moment) => left + ((moment - from) / (to - from)) * (right - left);
  const step = STEPS.find((months) => ((months / 12) * YEAR * (right - left)) / (to - from) >= (months < 12 ? LABEL : LABEL / 1.6)) ?? STEPS.at(-1);
  const ticks = [];
  const begin = new Date(from).getUTCFullYear() * 12;
  for (let month = Math.floor(begin / step) * step; ; month += step) {
    const moment = utc(Math.floor(month / 12), month % 12, 1);
    if (moment > to) {
      break;
    }
    if (moment >= from) {
      ticks.push([x(moment), step < 12 ? MONTHS.format(moment) : String(Math.floor(month / 12))]);
    }
  }
  return { x, ticks };
}

/** The axis of values, from bottom to top. */
function values(claims, bottom, top) {
  const all = claims.flatMap(({ row }) => [row.min, row.max]).filter((value) => value > 0);
  const low = Math.floor(Math.log10(Math.min(...all, all.length ? Infinity : 1)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...all, all.length ? 0 : 10))));
  const each = (bottom - top) / (high - low);
  const y = (value) => bottom - (Math.log10(value) - low) * each;
  const ticks = [];
  for (let power = low; power <= high; power += each < 22 ? Math.ceil(22 / each) : 1) {
    for (const times of each > 80 && power < high ? [1, 2, 5] : [1]) {
      const value = Number(`${times}e${power}`);
      ticks.push([y(value), value >= 1e6 ? LARGE.format(value) : number(value)]);
    }
  }
  return { y, ticks };
}

/** What is known of a claim, in words. */
const claimLabel = (row) =>
  `${valueText(row)}, ${dateLabel(row.date)}, ${row.source ?? 'source unknown'}, ${row.stance ?? 'stance unknown'}: “${row.surface}”`;

/**
 * The plot of rows.
 *
 * @param href of a row: the sentence that a mark leads to
 */
export function plot(rows, unit, stances, width, href) {
  const claims = rows.map((row) => ({ row, when: momentsOf(row.date) }));
  const hasStrip = rows.some((row) => row.min <= 0);
  const undated = claims.filter(({ when }) => !when).length;
  const isNarrow = width < 560;
  const height = isNarrow ? 340 : 420;
  const left = isNarrow ? 66 : 84;
  const [right, top, bottom] = [width - 10, 26, height - 30];
  const most = undated < rows.length ? (width - left) * 0.4 : right - left;
  const column = undated > 0 ? Math.min(most, Math.max(72, GAP * undated)) : 0;
  const edge = right - column;
  const floor = bottom - (hasStrip ? STRIP : 0);
  const byDate = dates(claims, left + GAP, edge - GAP);
  const byValue = values(claims, floor, top);
  const middle = floor + STRIP / 2;
  const taken = [];
  const line = (kind, x1, y1, x2, y2) => svg('line', { class: kind, x1, y1, x2, y2 });
  const text = (kind, x, y, words) => svg('text', { class: kind, x, y }, words);

  /** The place nearest to its own, between two sides, where a mark of such a width and height touches no other, if any. */
  function free(own, [first, last], [before, after], from, to) {
    const half = GAP / 2;
    for (let i = 0; i < 80; i++) {
      const x = own + Math.ceil(i / 2) * GAP * (i % 2 ? 1 : -1);
      const [start, end] = [x - half - before, x + half + after];
      if (start >= first && end <= last && !taken.some((other) => other.start < end && start < other.end && other.from < to && from < other.to)) {
        taken.push({ start, end, from, to });
        return x;
      }
    }
    return null;
  }

  function mark(claim) {
    const { row, when } = claim;
    const [low, high] = [row.min, row.max].map((value) => (value > 0 ? byValue.y(value) : middle));
    const y = (low + high) / 2;
    const place = when && (when[0] === null ? when[1] : when[1] === null ? when[0] : (when[0] + when[1]) / 2);
    const own = when ? byDate.x(place) : edge + column / 2;
    const up = row.bound === '>' ? -1 : 1;
    const tip = (row.bound === '>' ? high : low) + up * ARROW;
    const ends = ['<', '>'].includes(row.bound) ? [low, high, tip] : [low, high];
    const sides = when ? [left, edge] : [edge, right + 6];
    const below = row.max <= 0 ? valueText(row, false) : '';
    const placed = free(own, sides, [row.bound === '~' ? GAP : 0, below.length * LETTER], Math.min(...ends) - 7, Math.max(...ends) + 7);
    const x = placed ?? Math.min(sides[1] - GAP / 2, Math.max(sides[0] + GAP / 2, own));
    Object.assign(claim, { x, y });
    const [from, to] = when ? [when[0] === null ? left : byDate.x(when[0]), when[1] === null ? edge : byDate.x(when[1])] : [x, x];
    claim.link = svg('a', { class: `result mark ${colour(stances, row.stance)}`, href: href(row), tabindex: -1, 'aria-label': claimLabel(row) },
      svg('title', {}, claimLabel(row)),
      to - from > 14 && line('when', from, y, to, y),
      low !== high && [line('range', x, low, x, high), line('range', x - 4, low, x + 4, low), line('range', x - 4, high, x + 4, high)],
      ['<', '>'].includes(row.bound) && svg('path', { class: 'bound', d: `M${x},${tip - up * ARROW}V${tip}M${x - 4},${tip - up * 5}L${x},${tip}L${x + 4},${tip - up * 5}` }),
      svg('circle', { class: 'reach', cx: x, cy: y, r: 12 }),
      svg('g', { transform: `translate(${x},${y})` }, shape(stances, row.stance)),
      row.bound === '~' && text('about', x - 9, y + 5, '~'),
      placed !== null && below && text('below', x + 9, y + 4, below));
    return claim.link;
  }

  const labelled = svg('title', { id: 'plot-title' }, `Figures of ${unit} by date`);
  const marks = claims.map(mark);
  const drawn = svg('svg', { class: 'plot', role: 'group', width, height, viewBox: `0 0 ${width} ${height}`, 'aria-labelledby': 'plot-title', 'aria-describedby': 'plot-about' },
    labelled,
    svg('desc', { id: 'plot-about' }, `${number(rows.length)} claims${undated > 0 ? `, ${number(undated)} of them without a date` : ''}; the value on a logarithmic axis, from ${
      number(Math.min(...rows.map(({ min }) => min)))} to ${number(Math.max(...rows.map(({ max }) => max)))}. Arrow keys go from mark to mark, Enter opens its sentence. The table below says the same.`),
    svg('g', { class: 'axes', 'aria-hidden': 'true' },
      byValue.ticks.map(([y, words]) => [line('grid', left, y, right, y), text('value', left - 8, y + 4, words)]).flat(),
      hasStrip && [line('grid', left, bottom, right, bottom), text('value', left - 8, middle + 4, '0 or less')],
      byDate?.ticks.map(([x, words]) => [line('grid', x, top, x, bottom), text('date', x, height - 10, words)]).flat(),
      undated > 0 && [line('border', edge, top, edge, bottom), text('date', edge + column / 2, height - 10, 'no date')]),
    svg('g', { class: 'marks' }, marks));
  walk(drawn, claims);
  return drawn;
}

/** One stop for the tab key; arrows go by date and by value. */
function walk(drawn, claims) {
  const order = (by) => [...claims].sort((a, b) => a[by] - b[by] || a.x - b.x || a.y - b.y);
  const orders = { x: order('x'), y: order('y') };
  const first = orders.x[0];
  first?.link.setAttribute('tabindex', 0);
  // Each mark listens itself: a drawing that listens for the focus would be a stop of its own.
  claims.forEach(({ link }) => link.addEventListener('focus', () => {
    drawn.querySelector('[tabindex="0"]')?.setAttribute('tabindex', -1);
    link.setAttribute('tabindex', 0);
  }));
  const MOVES = { ArrowRight: ['x', 1], ArrowLeft: ['x', -1], ArrowUp: ['y', -1], ArrowDown: ['y', 1] };
  drawn.addEventListener('keydown', (event) => {
    const [by, step] = MOVES[event.key] ?? [];
    if (by) {
      event.preventDefault();
      event.stopPropagation();
      const now = orders[by].findIndex(({ link }) => link === event.target);
      orders[by][now + step]?.link.focus({ preventScroll: true });
    }
  });
}
