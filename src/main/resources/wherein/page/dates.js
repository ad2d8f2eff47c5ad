/**
 * The dates of what is found: a bar for each month, year or run of years, as many as there is room for; hatched where
 * the month is not known; beneath them what no bar can hold, such as an open end, and what has no date.
 */
import { copy, count, el, number } from './dom.js';
import { dated, dateLabel, undated, valueOf } from './state.js';

const MOST_BARS = 12;
const RUNS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

const monthName = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortName = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' });
let isTableOpen = false;

/** How many histograms were made: each has names of its own for what describes it. */
let made = 0;

/**
 * The content of the facet.
 *
 * @param shown what is counted, a word that takes an s, and how many bars there is room for
 */
export function histogram(facet, state, go, { noun = 'passage', most: room = MOST_BARS } = {}) {
  const year = yearOf(valueOf(state, 'date.from'), valueOf(state, 'date.to'));
  const own = facet.values.filter(({ value }) => value.startsWith(year));
  const isZoomed = year !== '' && own.some(({ value }) => /^\d{4}-\d{2}$/.test(value)) && own.length < facet.values.length;
  const { bars, spans } = divided(isZoomed ? own : facet.values, room);
  const most = Math.max(1, ...bars.map((bar) => bar.count), ...spans.map((span) => span.count));
  const chosen = [valueOf(state, 'date.from'), valueOf(state, 'date.to')];
  const choose = (from, to) => {
    const isChosen = chosen[0] === from && chosen[1] === to;
    go(isChosen ? dated(state, '', '', false) : dated(state, from, to, true));
  };
  return [
    isZoomed && el('button', { type: 'button', class: 'plain', 'data-key': 'date:all', onclick: () => go(dated(state, '', '', false)) }, '← All dates'),
    bars.length > 0 && figure(bars, most, chosen, choose, noun),
    spans.length > 0 && el('div', { class: 'spans' }, spans.map((span) => spanRow(span, most, noun, span.isUndated
      ? [valueOf(state, 'date.match') === 'unknown', () => go(undated(state))]
      : [chosen[0] === span.from && chosen[1] === span.to, () => choose(span.from, span.to)]))),
    table([...bars, ...spans].filter((each) => each.count > 0), `${titled(noun)}s`),
    range(state, go),
  ];
}

/** The year that a chosen range lies in, whose months are shown then; empty if it lies in none. */
const yearOf = (from, to) => (from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : '');

/** The buckets of the API, which are months, years without a month and others, as bars of one length and the rest. */
function divided(values, room) {
  const months = values.filter(({ value }) => /^\d{4}-\d{2}$/.test(value));
  const years = values.filter(({ value }) => /^\d{4}$/.test(value));
  const others = values.filter((value) => !months.includes(value) && !years.includes(value));
  const rest = others.map(({ value, count: passages }) => {
    const [from, to = from] = value.replace(/[~?%]/g, '').split('/').map((end) => (end === '..' ? '' : end));
    return value === ''
      ? { label: 'no date', isUndated: true, count: passages }
      : { label: dateLabel(value), from, to, count: passages };
  });
  const at = [...months, ...years].map(({ value }) => Number(value.slice(0, 4)));
  if (at.length === 0) {
    return { bars: [], spans: rest };
  }
  const [first, last] = [Math.min(...at), Math.max(...at)];
  const numbers = months.map(({ value }) => Number(value.slice(0, 4)) * 12 + Number(value.slice(5)) - 1);
  if (months.length > 0 && Math.max(...numbers) - Math.min(...numbers) < room && last - first < 2) {
    const vague = years.map(({ value, count: passages }) =>
      ({ label: `${value}, month unknown`, from: value, to: value, count: passages, vague: passages }));
    return { bars: monthBars(months, Math.min(...numbers), Math.max(...numbers)), spans: [...vague, ...rest] };
  }
  return { bars: yearBars([...months, ...years], first, last, room), spans: rest };
}

function monthBars(months, first, last) {
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const [year, month] = [Math.floor((first + i) / 12), (first + i) % 12];
    const value = `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}`;
    return {
      label: monthName.format(Date.UTC(year, month)),
      short: last - first < 4 ? shortName.format(Date.UTC(year, month)) : monthName.format(Date.UTC(year, month)).charAt(0),
      from: value,
      to: value,
      count: months.find((each) => each.value === value)?.count ?? 0,
      vague: 0,
    };
  });
}

function yearBars(values, first, last, room) {
  const run = RUNS.find((years) => Math.floor(last / years) - Math.floor(first / years) < room);
  const begin = Math.floor(first / run) * run;
  const name = (year) => String(year).padStart(4, '0');
  return Array.from({ length: Math.floor((last - begin) / run) + 1 }, (_, i) => {
    const [from, to] = [name(begin + i * run), name(begin + i * run + run - 1)];
    const own = values.filter(({ value }) => from <= value.slice(0, 4) && value.slice(0, 4) <= to);
    const sum = (some) => some.reduce((all, each) => all + each.count, 0);
    return {
      label: run === 1 ? from : `${from} to ${to}`,
      short: last - begin < 9 * run ? from : `’${from.slice(2)}`,
      from,
      to,
      count: sum(own),
      vague: sum(own.filter(({ value }) => value.length === 4)),
    };
  });
}

const titled = (word) => word.charAt(0).toUpperCase() + word.slice(1);

const said = (bar, noun) =>
  `${bar.label}: ${count(bar.count, noun)}${bar.vague > 0 ? `, ${bar.vague === bar.count ? 'all' : number(bar.vague)} with the month unknown` : ''}`;

/** Whether a bar lies within what is chosen; a month is written like its year with more after it. */
const isIn = (bar, [from, to]) => (from !== '' || to !== '') && bar.from >= from && (to === '' || bar.to <= `${to}~`);

function figure(bars, most, chosen, choose, noun) {
  const id = `dates-${++made}`;
  const buttons = bars.map((bar, i) => {
    const isChosen = isIn(bar, chosen);
    const fill = (part, kind) => {
      const shown = el('span', { class: kind });
      shown.style.setProperty('--share', part / most);
      return shown;
    };
    return el('button', {
      type: 'button',
      'data-key': `date:${bar.from}`,
      'data-bar': i,
      class: isChosen && 'in',
      'aria-pressed': String(isChosen),
      title: said(bar, noun),
      onclick: (event) => {
        const first = bars.findIndex((each) => isIn(each, chosen));
        const widened = event.shiftKey && first >= 0;
        const last = bars.findLastIndex((each) => isIn(each, chosen));
        choose(bars[widened ? Math.min(first, i) : i].from, bars[widened ? Math.max(last, i) : i].to);
      },
    }, el('span', { class: 'unseen' }, said(bar, noun)), bar.vague > 0 && fill(bar.vague, 'fill vague'), bar.count > bar.vague && fill(bar.count - bar.vague, 'fill'));
  });
  const top = bars.reduce((best, bar) => (bar.count > best.count ? bar : best));
  const shown = el('div', { class: 'bars', role: 'group', 'aria-labelledby': id, 'aria-describedby': `${id}-about` }, buttons);
  listen(shown, buttons, (from, to) => choose(bars[from].from, bars[to].to));
  return el('figure', {},
    el('figcaption', { class: 'unseen' },
      el('span', { id }, `${titled(noun)}s by date, ${bars[0].label} to ${bars.at(-1).label}`),
      el('span', { id: `${id}-about` }, `Most of them, ${number(top.count)}, in ${top.label}. A bar narrows the search to its time; with Shift it widens the range that is chosen; dragging over bars chooses a range.`)),
    shown,
    el('div', { class: 'axis', 'aria-hidden': 'true' }, bars.map((bar) => el('span', {}, bar.short))));
}

/** A range by dragging over bars; the arrows lead from bar to bar. */
function listen(shown, buttons, choose) {
  const barOf = (event) => document.elementsFromPoint(event.clientX, event.clientY).map((each) => buttons.indexOf(each)).find((i) => i >= 0);
  let from;
  let to;
  shown.addEventListener('pointerdown', (event) => {
    from = barOf(event);
    to = from;
  });
  shown.addEventListener('pointermove', (event) => {
    if (from !== undefined && event.buttons > 0) {
      to = barOf(event) ?? to;
      if (to !== from) {
        // From now on it is no click, and leaving the chart does not end it.
        shown.setPointerCapture(event.pointerId);
        buttons.forEach((button, i) => button.classList.toggle('in', i >= Math.min(from, to) && i <= Math.max(from, to)));
      }
    }
  });
  shown.addEventListener('pointerup', () => {
    if (from !== undefined && to !== from) {
      choose(Math.min(from, to), Math.max(from, to));
    }
    from = undefined;
  });
  shown.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by) {
      buttons[buttons.indexOf(event.target) + by]?.focus();
      event.preventDefault();
    }
  });
}

/** What no bar holds; what has no day on either side cannot be asked for. */
function spanRow(span, most, noun, [isChosen, choose]) {
  const fill = el('span', { class: span.vague || !span.from ? 'fill vague' : 'fill', 'aria-hidden': 'true' });
  fill.style.setProperty('--share', span.count / most);
  const content = [el('span', {}, span.label), fill,
    el('span', { class: 'count' }, number(span.count), el('span', { class: 'unseen' }, span.count === 1 ? ` ${noun}` : ` ${noun}s`))];
  const isPossible = span.isUndated || span.from !== '' || span.to !== '';
  return el(isPossible ? 'button' : 'p', isPossible && {
    type: 'button',
    'data-key': `date:${span.label}`,
    class: isChosen && 'in',
    'aria-pressed': String(isChosen),
    onclick: choose,
  }, content);
}

function table(rows, counted) {
  const body = rows.map((row) => el('tr', {}, el('th', { scope: 'row' }, row.label), el('td', {}, number(row.count))));
  const details = el('details', { open: isTableOpen, ontoggle: () => { isTableOpen = details.open; } },
    el('summary', { 'data-key': 'date:table' }, 'As a table'),
    el('table', {},
      el('caption', { class: 'unseen' }, `${counted} by date`),
      el('thead', { class: 'unseen' }, el('tr', {}, el('th', { scope: 'col' }, 'Date'), el('th', { scope: 'col' }, counted))),
      el('tbody', {}, body)));
  return details;
}

function range(state, go) {
  const form = copy('dates');
  const { from, to, certain } = form.elements;
  from.value = valueOf(state, 'date.from');
  to.value = valueOf(state, 'date.to');
  from.dataset.key = 'date.from';
  to.dataset.key = 'date.to';
  certain.checked = valueOf(state, 'date.match') === 'certain';
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go(dated(state, from.value.trim(), to.value.trim(), certain.checked));
  });
  return form;
}
