/** The view Over time: how often countries, people and units are mentioned, and queries found, by date. */
import { get } from './api.js';
import { asWide } from './axes.js';
import { rangeForm } from './dateform.js';
import { count, el, number } from './dom.js';
import { allRows, asking, choice, chosen, fillIn, ledgerView, MOST, showElsewhere, showNarrowed, withOne, without } from './ledger.js';
import { lines, MOST_MARKS } from './lines.js';
import { stanceLabel } from './stances.js';
import { bucketLabel, dated, filterLabel } from './state.js';

const BY = { year: 'years', month: 'months', day: 'days' };
const LENGTH = { year: 4, month: 7, day: 10 };
const SHOWN = { relevance: 'counts, as lines', bars: 'counts, as bars', rate: 'per 1,000 passages, as lines', 'rate-bars': 'per 1,000 passages, as bars' };
const KINDS = { q: 'a search', country: 'a country', person: 'a person', unit: 'a unit of figures' };
const MOST_SERIES = 6;
const OWN = ['series', 'by'];
const rates = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

export const { show, leave } = ledgerView('timeline', load);

async function load({ state, go }, signal) {
  const by = BY[chosen(state, 'by')[0]] ? chosen(state, 'by')[0] : 'year';
  const asked = asking(withOne(state, 'by', by));
  const limited = new URLSearchParams(asked);
  limited.set('limit', MOST);
  const answer = await get('/timeline', limited, signal);
  const points = await allRows('/timeline', 'points', answer, asked, signal);
  const mode = SHOWN[state.sort] ? state.sort : 'relevance';
  return [answer, (frame) => {
    const { series, total } = answer;
    frame.title.textContent = 'Over time';
    frame.total.textContent = series.map(({ label, mentions, passages }) => `${label}: ${mentions === null ? count(passages, 'passage') : count(mentions, 'mention')}`).join(', ');
    frame.tools.replaceChildren(
      choice('By', Object.entries(BY), by, (value) => go(withOne(state, 'by', value))),
      choice('Show', Object.entries(SHOWN), mode, (value) => go({ ...state, sort: value })));
    showNarrowed(frame, 'timeline', state, (field, value) => (field === 'series' ? series[chosen(state, 'series').indexOf(value)].label : field !== 'by' && filterLabel(field, value)));
    frame.facets.hidden = true;
    frame.elsewhere.hidden = false;
    showElsewhere(frame, '/timeline', 'timeline', asked, total.points);
    frame.body.replaceChildren(addForm(state, series, go), ...(total.dates === 0
      ? [el('p', {}, 'No passage is left by these filters. Take one away.')]
      : drawn(points, series, { state, by, mode, go })));
    return [series.map(({ label }) => label).join(', '), 'Over time'];
  }];
}

/** A form that adds a series, as long as there may be another. */
function addForm(state, series, go) {
  if (chosen(state, 'series').length >= MOST_SERIES) {
    return el('p', { class: 'quiet' }, `There are ${MOST_SERIES} lines, and no more can be told apart. Take one away to add another.`);
  }
  return el('form', {
    class: 'add order',
    onsubmit(event) {
      event.preventDefault();
      const { kind, name } = event.target.elements;
      if (name.value.trim() === '') {
        return;
      }
      // What is shown without being asked for stays beside what is added.
      const before = chosen(state, 'series').length > 0 ? [] : series.filter((each) => each.series !== 'q:').map((each) => ['series', each.series]);
      go({ ...state, filters: [...state.filters, ...before, ['series', `${kind.value}:${name.value.trim()}`]] });
    },
  }, el('label', {}, 'Add ', el('select', { name: 'kind' }, Object.entries(KINDS).map(([kind, words]) => el('option', { value: kind }, words)))),
  el('label', {}, el('span', { class: 'unseen' }, 'Words or name '), el('input', { name: 'name', autocomplete: 'off', 'data-key': 'add', placeholder: 'words or name' })),
  el('button', { type: 'submit' }, 'Add'));
}

const counted = (point) => point.mentions ?? point.passages;

/** What a point says of itself. */
function sayer(by) {
  return (point) => `${point.label}, ${bucketLabel(by, point.date ?? '')}: ${point.mentions === null ? count(point.passages, 'passage') : `${count(point.mentions, 'mention')} in ${count(point.passages, 'passage')}`}${
    point.rate === null ? '' : `, ${rates.format(point.rate)} for every 1,000 of ${count(point.of, 'passage')}`}`;
}

function drawn(points, series, { state, by, mode, go }) {
  const isRate = mode.startsWith('rate');
  const said = sayer(by);
  const plotted = points.map((point) => ({ ...point, value: isRate ? point.rate : counted(point) }));
  const isExact = (date) => date !== null && /^\d{4}(-\d\d){0,2}$/.test(date) && date.length === LENGTH[by];
  const what = series.every(({ mentions }) => mentions === null) ? 'passages' : series.some(({ mentions }) => mentions === null) ? 'mentions, or passages of a search' : 'mentions';
  const words = { title: isRate ? 'for every 1,000 passages' : what, isWhole: !isRate };
  // A moment in the words of the date that it lies in, as long as a point is.
  const at = (moment) => new Date(moment).toISOString().slice(0, LENGTH[by]);
  const narrow = (first, last) => go(dated(without(state, 'date.year', 'date.month', 'date.day'), at(first), at(last), 'certain'));
  const keys = series.map((each) => each.series);
  const place = asWide(el('div', { class: 'plotted' }), (width) =>
    lines(plotted, series, { width, isExact, isBars: mode.endsWith('bars'), words, said, narrow }));
  const vague = plotted.some(({ date, value }) => date !== null && !isExact(date) && value > 0);
  return [place,
    el('ul', { class: 'legend', role: 'list' }, series.map(({ series: key, label, link }) => el('li', {}, el('a', { href: link }, stanceLabel(keys, key, label)))),
      vague && el('li', {}, el('b', { 'aria-hidden': 'true' }, '—'), 'the time that a date leaves open')),
    points.length > MOST_MARKS && el('p', { class: 'quiet' }, 'There are too many points to open each; the table has all of them. Choose longer times, or drag over the plot to narrow it.'),
    rangeForm(state, go), table(points, series, by, keys)].filter(Boolean);
}

/** The same points as numbers: a row a date, and of each series its count, which opens, and its rate. */
function table(points, series, by, keys) {
  const byDate = new Map();
  for (const point of points) {
    byDate.set(point.date ?? '', [...byDate.get(point.date ?? '') ?? [], point]);
  }
  const head = (...content) => el('th', { scope: 'col', class: 'number' }, content);
  const row = ([date, all]) => el('tr', {},
    el('th', { scope: 'row' }, bucketLabel(by, date)),
    el('td', { class: 'number' }, number(all[0].of)),
    keys.map((key) => all.find((point) => point.series === key)).map((point) => [
      el('td', { class: counted(point) === 0 ? 'number none' : 'number' }, counted(point) === 0 ? '0' : el('a', { class: 'result', href: point.link, 'aria-label': sayer(by)(point) }, number(counted(point)))),
      el('td', { class: 'number' }, point.rate === null ? '–' : rates.format(point.rate))]));
  const body = el('tbody');
  fillIn(body, [...byDate], row);
  return el('div', { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': 'The points as a table' }, el('table', { class: 'counts' },
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Date'), head('All passages'),
      series.map(({ series: key, label, mentions }) => [head(stanceLabel(keys, key, label), mentions === null && key !== 'q:' ? ' (passages)' : ''), head('per 1,000')]))), body));
}
