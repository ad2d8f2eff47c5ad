/**
 * The dates of what is found: a bar for each of the steps that the API has cut their time into; hatched where the month is not
 * known; beneath them what no bar can hold, such as an open end, and what has no date.
 */
import { rangeForm } from './dateform.js';
import { count, el, number } from './dom.js';
import { dated, daysLabel, undated, valueOf } from './state.js';

const monthName = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });
let isTableOpen = false;

/** How many histograms were made: each has names of its own for what describes it. */
let made = 0;

/** The content of the facet; `noun` is what is counted, a word that takes an s. */
export function histogram(facet, state, go, noun = 'passage') {
  const all = facet.values.map((value) => bucket(value, facet.step));
  const bars = all.filter(({ kind }) => kind === 'step');
  const spans = all.filter(({ kind }) => kind === 'wider');
  const most = Math.max(1, ...[...bars, ...spans].map((each) => each.count));
  const chosen = [valueOf(state, 'date.from'), valueOf(state, 'date.to')];
  const choose = (from, to) => {
    const isChosen = chosen[0] === from && chosen[1] === to;
    go(isChosen ? dated(state, '', '') : dated(state, from, to, 'certain'));
  };
  const { within } = facet;
  const year = within.length > 4 && within.slice(0, 4);
  const wider = (label, key, next) => el('button', { type: 'button', class: 'plain', 'data-key': `date:${key}`, onclick: () => go(next) }, `← ${label}`);
  return [
    within && el('div', {}, wider('All dates', 'all', dated(state, '', '')), year && ' ', year && wider(year, 'year', dated(state, year, year, 'certain'))),
    bars.length > 0 && figure(bars, most, chosen, choose, noun),
    spans.length > 0 && el('div', { class: 'spans' }, spans.map((span) => spanRow(span, most, noun, span.isUndated
      ? [valueOf(state, 'date.match') === 'unknown', () => go(undated(state))]
      : [chosen[0] === span.from && chosen[1] === span.to, () => choose(span.from, span.to)]))),
    table([...bars, ...spans].filter((each) => each.count > 0), `${titled(noun)}s`),
    rangeForm(state, go),
  ];
}

/** A bucket of the API with its days, and what it is called. */
function bucket({ value, kind, count: passages, vague }, step) {
  const [from, to = from] = value.replace(/[~?%]/g, '').split('/').map((end) => (end === '..' ? '' : end));
  const unknown = vague === passages && kind === 'wider' ? ', month unknown' : kind === 'wider' && value.length === 7 ? ', day unknown' : '';
  return {
    kind, from, to, count: passages, vague, isUndated: value === '',
    label: value === '' ? 'no date' : `${daysLabel(from, to)}${unknown}`,
    short: kind === 'step' && shortly(from, step),
  };
}

/** As much of a bar's name as fits below it. */
function shortly(from, step) {
  const month = monthName.format(Date.UTC(from.slice(0, 4), (from.slice(5, 7) || 1) - 1));
  return { day: `${Number(from.slice(8))} ${month}`, week: `${Number(from.slice(8))} ${month}`, month, year: from, years: from }[step];
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
    el('div', { class: 'axis', 'aria-hidden': 'true' }, bars.map((bar, i) => el('span', {}, bars.length < 7 || i % 2 === 0 ? bar.short : ''))));
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
  const fill = el('span', { class: span.vague === span.count || !span.from ? 'fill vague' : 'fill', 'aria-hidden': 'true' });
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
