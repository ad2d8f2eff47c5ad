/**
 * Counts over time as a plot, several series in one: told apart by colour, by dash and shape, and by their names at the ends. A point
 * stands in the middle of its time and at its value; what has no year, month or day as exact as the others shows all the time that it
 * leaves open, and no line leads there.
 */
import { dates, middleOf, momentsOf, walk } from './axes.js';
import { number } from './dom.js';
import { colour, shape, svg } from './stances.js';

const DASHES = ['', '7 4', '2 3', '10 3 2 3', '14 4', '4 2 1 2'];
const GAP = 12;
/** The size of a target; points that stand in one place are rings around each other. */
const REACH = 12;
const RING = 4;
const LINE = 15;
/** So many points in one drawing can still be told from each other. */
export const MOST_MARKS = 1500;

/** Round steps for an axis from 0 to a greatest value, so many at most. */
function steps(most, atMost, isWhole) {
  const rough = Math.max(most / atMost, isWhole ? 1 : 1e-3);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => each >= rough && (!isWhole || Number.isInteger(each))) ?? 10 * power;
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

/**
 * The plot.
 *
 * @param points each with its series, its date, which is null for none, and its value, which is null where there is none
 * @param series their names in order, each with its label
 * @param isExact whether a date is as exact as a line needs
 * @param words what a value counts
 * @param said what a point says of itself
 */
export function lines(points, series, { width, isExact, isBars, words, said, narrow }) {
  const isNarrow = width < 560;
  const keys = series.map((each) => each.series);
  const marks = points.filter(({ value }) => value !== null).map((point) => ({ point, value: point.value, when: momentsOf(point.date), exact: isExact(point.date) }));
  const undated = marks.filter(({ when, value }) => !when && value > 0).length > 0;
  const height = isNarrow ? 300 : 380;
  const [left, top, bottom] = [isNarrow ? 44 : 60, 34, height - 46];
  const names = isNarrow ? 0 : Math.min(200, 24 + 7.5 * Math.max(...series.map(({ label }) => Math.min(24, label.length))));
  const right = width - names - 10;
  const edge = right - (undated ? 72 : 0);
  const byDate = dates(marks, left + GAP, edge - GAP);
  const ticks = steps(Math.max(1e-3, ...marks.map(({ value }) => value)), 6, words.isWhole);
  const y = (value) => bottom - (value / ticks.at(-1)) * (bottom - top);
  const text = (kind, x, at, content) => svg('text', { class: kind, x, y: at }, content);
  const line = (kind, x1, y1, x2, y2) => svg('line', { class: kind, x1, y1, x2, y2 });
  for (const mark of marks) {
    mark.y = y(mark.value);
    mark.x = mark.when ? byDate.x(middleOf(mark.when)) : (edge + right) / 2;
  }
  const shown = marks.filter(({ value, when, exact }) => value > 0 && (when || undated) && (marks.length <= MOST_MARKS || !exact));
  const rings = new Map();
  const drawnMark = (mark) => {
    const { point, when, exact, x } = mark;
    const key = keys.indexOf(point.series);
    const place = `${Math.round(x / 6)} ${Math.round(mark.y / 6)}`;
    const ring = rings.get(place) ?? 0;
    rings.set(place, ring + 1);
    const [from, to] = when ? [when[0] === null ? left : byDate.x(when[0]), when[1] === null ? edge : byDate.x(when[1])] : [x, x];
    const isBar = isBars && exact && when;
    const each = (to - from) / series.length;
    mark.link = svg('a', { class: `result mark ${colour(keys, point.series)}`, href: point.link, tabindex: -1, 'aria-label': said(point), 'data-series': point.series, 'data-date': point.date ?? '' },
      svg('title', {}, said(point)),
      when && !exact && line('when', from, mark.y, to, mark.y),
      isBar
        ? svg('rect', { class: 'bar', x: from + key * each + Math.min(1, each / 4), y: mark.y, width: Math.max(1, each - 2 * Math.min(1, each / 4)), height: bottom - mark.y })
        : [svg('circle', { class: 'reach', cx: x, cy: mark.y, r: REACH + ring * RING }),
          svg('g', { transform: `translate(${x},${mark.y})` }, ring > 0 && svg('circle', { class: 'ring', r: 7 + (ring - 1) * RING }), ring === 0 && shape(keys, point.series))]);
    return mark.link;
  };
  const links = shown.map(drawnMark);
  const drawn = svg('svg', { class: 'plot lines', role: 'group', width, height, viewBox: `0 0 ${width} ${height}`, 'aria-labelledby': 'lines-title', 'aria-describedby': 'lines-about' },
    svg('title', { id: 'lines-title' }, `${series.map(({ label }) => label).join(', ')} over time`),
    svg('desc', { id: 'lines-about' }, `${words.title}, from 0 to ${number(ticks.at(-1))}. Arrow keys go from point to point, Enter opens what a point counts; dragging over the plot narrows it to a time. The table below has the same.`),
    svg('g', { class: 'axes', 'aria-hidden': 'true' },
      text('axis', 4, 16, words.title),
      svg('text', { class: 'axis end', x: edge, y: height - 6 }, 'date of publication'),
      ticks.map((value) => [line('grid', left, y(value), right, y(value)), text('value', left - 8, y(value) + 4, number(value))]).flat(),
      byDate?.ticks.map(([x]) => line('grid', x, top, x, bottom)),
      byDate?.ticks.filter(([x, content]) => x + content.length * 4.5 < edge + (undated ? 0 : 10)).map(([x, content]) => text('date', x, bottom + 18, content)),
      undated && [line('border', edge, top, edge, bottom), text('date', (edge + right) / 2, bottom + 18, 'no date')]),
    svg('rect', { class: 'chosen', y: top, height: bottom - top, width: 0 }),
    !isBars && svg('g', { class: 'paths', 'aria-hidden': 'true' }, series.map((each, i) => svg('path', {
      class: `line ${colour(keys, each.series)}`, 'stroke-dasharray': DASHES[i], d: pathOf(marks.filter(({ point, when, exact }) => point.series === each.series && when && exact)),
    }))),
    svg('g', { class: 'marks' }, [...links].reverse()),
    names > 0 && svg('g', { class: 'names', 'aria-hidden': 'true' }, labels(series, marks, right, [top, bottom], keys)));
  walk(drawn, shown);
  byDate && listen(drawn, byDate, [left, edge], narrow);
  return drawn;
}

/** A path through points by date, which ends where a time without passages begins. */
function pathOf(marks) {
  const sorted = [...marks].sort((a, b) => a.x - b.x);
  return sorted.map((mark, i) => `${i > 0 && mark.when[0] - sorted[i - 1].when[1] < 1 ? 'L' : 'M'}${mark.x.toFixed(2)},${mark.y.toFixed(2)}`).join('');
}

/** The names of series at the heights of their last points, or beside them where two are too near. */
function labels(series, marks, right, [top, bottom], keys) {
  const ends = series.map((each) => {
    const own = marks.filter(({ point, when }) => point.series === each.series && when).sort((a, b) => a.x - b.x);
    return { each, y: own.at(-1)?.y ?? bottom };
  }).sort((a, b) => a.y - b.y);
  let last = top - LINE;
  for (const end of ends) {
    end.y = Math.max(end.y, last + LINE);
    last = end.y;
  }
  const over = Math.max(0, last - bottom);
  return ends.map(({ each, y }) => svg('g', { class: colour(keys, each.series), transform: `translate(${right + 14},${y - over})` },
    shape(keys, each.series), svg('text', { class: 'name', x: 10, y: 4 }, each.label.length > 24 ? `${each.label.slice(0, 23)}…` : each.label)));
}

/** Narrows to the time that the pointer is dragged over. */
function listen(drawn, byDate, [left, edge], narrow) {
  const box = drawn.querySelector('.chosen');
  const at = (event) => Math.min(edge, Math.max(left, event.clientX - drawn.getBoundingClientRect().left));
  let from;
  drawn.addEventListener('dragstart', (event) => event.preventDefault());
  drawn.addEventListener('pointerdown', (event) => {
    from = event.button === 0 ? at(event) : undefined;
  });
  drawn.addEventListener('pointermove', (event) => {
    if (from !== undefined && event.buttons > 0 && Math.abs(at(event) - from) > 6) {
      drawn.setPointerCapture(event.pointerId);
      box.setAttribute('x', Math.min(from, at(event)));
      box.setAttribute('width', Math.abs(at(event) - from));
    }
  });
  drawn.addEventListener('pointerup', (event) => {
    if (from !== undefined && Math.abs(at(event) - from) > 6) {
      const [first, last] = [from, at(event)].sort((a, b) => a - b);
      drawn.addEventListener('click', (click) => {
        click.preventDefault();
        click.stopPropagation();
      }, { capture: true, once: true });
      narrow(byDate.at(first), byDate.at(last));
    }
    from = undefined;
    box.setAttribute('width', 0);
  });
}
