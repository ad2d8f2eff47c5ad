/**
 * Figures as a plot: the value on a logarithmic axis against the date. A mark stands where its date and its value are; claims that
 * would cover each other are one mark with their count, which opens.
 */
import { count, number } from './dom.js';
import { dates, middleOf, momentsOf, walk } from './axes.js';
import { dateLabel, isVague, toldValue } from './state.js';
import { colour, shape, svg } from './stances.js';

/** The side of a cell in which claims become one mark, and so the width of such a mark: the least size of a target too. */
const CELL = 24;
const STRIP = 34;
const GAP = 12;
const ARROW = 21;
/** The pixels that a letter of a label takes at most. */
const LETTER = 9;
const LARGE = new Intl.NumberFormat('en', { notation: 'compact', compactDisplay: 'long' });
const SHORT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 0 });

/** The axis of values, from bottom to top. */
function values(claims, bottom, top, isNarrow) {
  let [least, most] = [Infinity, 0];
  for (const { row } of claims) {
    for (const value of isVague(row) ? [row.min] : [row.min, row.max]) {
      if (value > 0) {
        [least, most] = [Math.min(least, value), Math.max(most, value)];
      }
    }
  }
  const low = Math.floor(Math.log10(most > 0 ? least : 1));
  const high = Math.max(low + 1, Math.ceil(Math.log10(most > 0 ? most : 10)));
  const each = (bottom - top) / (high - low);
  const y = (value) => bottom - (Math.log10(value) - low) * each;
  const ticks = [];
  for (let power = low; power <= high; power += each < 22 ? Math.ceil(22 / each) : 1) {
    for (const times of each > 80 && power < high ? [1, 2, 5] : [1]) {
      const value = Number(`${times}e${power}`);
      ticks.push([y(value), value >= 1e6 ? (isNarrow ? SHORT : LARGE).format(value) : number(value)]);
    }
  }
  return { y, ticks };
}

/** What is known of a claim, in words. */
const claimLabel = ({ row, date }, axis) =>
  `${toldValue(row)}, ${axis.said(date)}, ${row.source ?? 'source unknown'}, ${row.stance ?? 'stance unknown'}: “${row.surface}”`;

/** From the least to the greatest of some values in words, one where they are equal. */
const fromTo = (all, words) => [...new Set([all[0], all.at(-1)].map(words))].join(' to ');

/** What is known of several claims, in words. */
function claimsLabel(claims, unit) {
  const dated = claims.map(({ date }) => date).filter(Boolean).sort();
  const sorted = claims.map(({ row }) => row.min).sort((a, b) => a - b);
  return `${count(claims.length, 'claim')}, ${fromTo(sorted, number)} ${unit}, ${dated.length > 0 ? fromTo(dated, dateLabel) : 'no date'}`;
}

/**
 * The plot of rows.
 *
 * @param axis which dates of a row it is by, one mark for each: `words` for them, the dates `of` a row, and what is `said` of one
 * @param href of a row: the sentence that a mark leads to
 * @param open shows the rows of a mark that stands for several
 */
export function plot(rows, unit, stances, width, axis, href, open) {
  const claims = rows.flatMap((row) => axis.of(row).map((date) => ({ row, date, when: momentsOf(date) })));
  const hasStrip = rows.some((row) => row.min <= 0);
  const undated = claims.filter(({ when }) => !when).length;
  const isNarrow = width < 560;
  const height = isNarrow ? 356 : 436;
  const left = isNarrow ? 66 : 84;
  const [right, top, bottom] = [width - 10, 42, height - 46];
  const column = undated === 0 ? 0 : undated < claims.length ? 72 : right - left;
  const edge = right - column;
  const floor = bottom - (hasStrip ? STRIP : 0);
  const byDate = dates(claims, left + GAP, edge - GAP);
  const byValue = values(claims, floor, top, isNarrow);
  const middle = floor + STRIP / 2;
  const line = (kind, x1, y1, x2, y2) => svg('line', { class: kind, x1, y1, x2, y2 });
  const text = (kind, x, y, words) => svg('text', { class: kind, x, y }, words);
  const heightOf = (value) => (value > 0 ? byValue.y(value) : middle);

  for (const claim of claims) {
    const { row, when } = claim;
    claim.x = when ? byDate.x(middleOf(when)) : edge + column / 2;
    claim.y = isVague(row) ? heightOf(row.min) : (heightOf(row.min) + heightOf(row.max)) / 2;
  }

  function one(claim) {
    const { row, when, x, y } = claim;
    const isOpen = isVague(row);
    const [low, high] = [heightOf(row.min), isOpen ? heightOf(row.min) : heightOf(row.max)];
    const bound = isOpen ? '>' : row.bound;
    const up = bound === '>' ? -1 : 1;
    const tip = (bound === '>' ? high : low) + up * ARROW;
    const [from, to] = when ? [when[0] === null ? left : byDate.x(when[0]), when[1] === null ? edge : byDate.x(when[1])] : [x, x];
    const beside = isOpen ? row.surface.toLowerCase() : row.max <= 0 ? toldValue(row, false) : '';
    const hasRoom = x + GAP + beside.length * LETTER <= (when ? edge : width);
    return svg('a', { class: `result mark ${colour(stances, row.stance)}`, href: href(row), tabindex: -1, 'aria-label': claimLabel(claim, axis) },
      svg('title', {}, claimLabel(claim, axis)),
      to - from > 14 && line('when', from, y, to, y),
      low !== high && [line('range', x, low, x, high), line('range', x - 4, low, x + 4, low), line('range', x - 4, high, x + 4, high)],
      ['<', '>'].includes(bound) && svg('path', { class: 'bound', d: `M${x},${tip - up * ARROW}V${tip}M${x - 4},${tip - up * 5}L${x},${tip}L${x + 4},${tip - up * 5}` }),
      svg('circle', { class: 'reach', cx: x, cy: y, r: CELL / 2 }),
      svg('g', { transform: `translate(${x},${y})` }, shape(stances, row.stance)),
      row.bound === '~' && text('about', x - 9, y + 5, '~'),
      beside && hasRoom && text('below', x + 10, y + 4, beside));
  }

  function several({ x, y, claims: of }) {
    const said = new Set(of.map(({ row }) => row.stance ?? ''));
    const label = claimsLabel(of, unit);
    const link = svg('g', { class: `result mark several ${said.size === 1 ? colour(stances, [...said][0]) : 'stance-mixed'}`, role: 'button', tabindex: -1, 'aria-label': `${label}: list them` },
      svg('title', {}, label),
      svg('circle', { class: 'disc', cx: x, cy: y, r: CELL / 2 - 1 }),
      svg('circle', { class: 'tint', cx: x, cy: y, r: CELL / 2 - 1, 'fill-opacity': Math.min(0.3, Math.log10(of.length) / 8) }),
      text('many', x, y + 4.5, SHORT.format(of.length)));
    const opened = () => open(of.map(({ row }) => row), label, link);
    link.addEventListener('click', opened);
    link.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        opened();
      }
    });
    return link;
  }

  const marks = cells(claims, left, top);
  for (const mark of marks) {
    mark.link = mark.claims.length === 1 ? one(mark.claims[0]) : several(mark);
  }
  const labels = byDate?.ticks.filter(([x, words]) => x + (words.length * LETTER) / 2 < edge + (column ? 0 : 10)) ?? [];
  let [least, most] = [Infinity, -Infinity];
  rows.forEach(({ min, max }) => {
    [least, most] = [Math.min(least, min), Math.max(most, max)];
  });
  const drawn = svg('svg', { class: 'plot', role: 'group', width, height, viewBox: `0 0 ${width} ${height}`, 'aria-labelledby': 'plot-title', 'aria-describedby': 'plot-about' },
    svg('title', { id: 'plot-title' }, `Figures of ${unit} by ${axis.words}`),
    svg('desc', { id: 'plot-about' }, `${number(rows.length)} claims${undated > 0 ? `, ${number(undated)} of them without a date` : ''}; the value on a logarithmic axis, from ${
      number(least)} to ${number(most)}. Arrow keys go from mark to mark, Enter opens its sentence, or lists its claims where it stands for several.`),
    svg('g', { class: 'axes', 'aria-hidden': 'true' },
      text('axis', 4, 16, unit),
      byDate && svg('text', { class: 'axis end', x: edge, y: height - 6 }, axis.words),
      byValue.ticks.map(([y, words]) => [line('grid', left, y, right, y), text('value', left - 8, y + 4, words)]).flat(),
      hasStrip && [line('grid', left, bottom, right, bottom), text('value', left - 8, middle + 4, '0 or less')],
      byDate?.ticks.map(([x]) => line('grid', x, top, x, bottom)),
      labels.map(([x, words]) => text('date', x, bottom + 18, words)),
      undated > 0 && [line('border', edge, top, edge, bottom), text('date', edge + column / 2, bottom + 18, 'no date')]),
    svg('g', { class: 'marks' }, marks.map(({ link }) => link)));
  walk(drawn, marks);
  return drawn;
}

/**
 * The marks of some claims, each of which has its place: a claim alone stands exactly there; those of one cell are one mark in the
 * middle of it, half a mark from each of them at most.
 */
function cells(claims, left, top) {
  const found = new Map();
  for (const claim of claims) {
    const [across, down] = [Math.floor((claim.x - left) / CELL), Math.floor((claim.y - top) / CELL)];
    const key = claim.when ? `${across} ${down}` : `- ${down}`;
    const cell = found.get(key);
    if (cell?.claims.at(-1).row === claim.row) {
      // Another date of the same claim: it is one all the same, and stands between them.
      cell.x = claim.x = cell.claims.at(-1).x = left + (across + 0.5) * CELL;
    } else if (cell) {
      cell.claims.push(claim);
      [cell.x, cell.y] = [claim.when ? left + (across + 0.5) * CELL : claim.x, top + (down + 0.5) * CELL];
    } else {
      found.set(key, { x: claim.x, y: claim.y, claims: [claim] });
    }
  }
  return [...found.values()];
}
