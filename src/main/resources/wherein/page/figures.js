/** The view Figures: the figures of one unit as a plot above their table. */
import { get, stream } from './api.js';
import { count, el, number } from './dom.js';
import {
  asking, choice, chosen, counted, dateFacet, foldSwitch, frameSwitch, heads, ledgerView, MOST, rowTable, showElsewhere, showFacets, showNarrowed, valueForm, withOne, without,
} from './ledger.js';
import { plot } from './plot.js';
import { stanceLabel, stancesOf } from './stances.js';
import { dateLabel, documentAddress, filterLabel, ofPassages, toldValue } from './state.js';

const ORDERS = { date: 'oldest first', '-date': 'newest first', value: 'least first', '-value': 'greatest first', document: 'in document order' };
const SIGNS = [
  ['↑', 'more than, or from', ({ bound }) => bound === '>'],
  ['↓', 'less than, or up to', ({ bound }) => bound === '<'],
  ['~', 'about', ({ bound }) => bound === '~'],
  ['I', 'from one value to another', ({ min, max }) => min !== max],
  ['—', 'the time that the date leaves open', ({ date }) => date && !/^\d{4}-\d\d-\d\d$/.test(date)],
];

/** What a mark needs of a row, and how many rows are drawn at most. */
const DRAWN = 'document,start,end,surface,min,max,bound,unit,date,stance,source';
const MOST_DRAWN = 200_000;

let resized;

export const { show, leave } = ledgerView('figures', load);

async function load({ state, go }, signal) {
  const all = await get('/entities/unit', asking(ofPassages(state), { limit: MOST }), signal);
  const units = all.entities.filter(({ id }) => id !== '');
  const unit = chosen(state, 'unit')[0] ?? units[0]?.id;
  if (unit === undefined) {
    return [all, (frame) => none(frame, state)];
  }
  const meant = withOne(state, 'unit', unit);
  const sort = ORDERS[state.sort] ? state.sort : 'date';
  const of = { type: 'figure', 'mention.unit': unit };
  const [answer, dates, facets] = await Promise.all([
    get('/figures/table', asking(meant, { sort, limit: MOST }), signal),
    dateFacet({ state: meant, go, noun: 'claim', rows: without(state, 'unit'), also: of }, signal),
    counted([['bound', 'bound'], ['source', 'source'], ['stance', 'stance']], without(state, 'unit'), signal, of),
  ]);
  const rows = await allRows(answer, asking(meant, { sort, fields: DRAWN }), signal);
  const stances = await stancesOf(rows.map(({ stance }) => stance));
  return [answer, (frame) => {
    frame.title.textContent = `Figures of ${unit}`;
    frame.total.textContent = `${count(answer.total.mentions, 'claim')} in ${count(answer.total.passages, 'passage')} of ${count(answer.total.documents, 'document')}`;
    const known = units.some(({ id }) => id === unit) ? units : [{ id: unit, label: unit, mentions: 0 }, ...units];
    frame.tools.replaceChildren(
      choice('Unit', known.map(({ id, label, mentions }) => [id, `${label} (${number(mentions)})`]), unit, (value) =>
        go(withOne(without(state, 'mention.value'), 'unit', value))),
      choice('Sort', Object.entries(ORDERS), sort, (value) => go({ ...meant, sort: value })),
      foldSwitch(meant, answer.total, go) || '', frameSwitch(meant, answer.total, go) || '');
    showNarrowed(frame, 'figures', state, (field, value) => field !== 'unit' && filterLabel(field, value));
    showFacets(frame, 'figures', meant, [dates, ...facets], valueForm(meant, go));
    showElsewhere(frame, '/figures/table', 'figures', asking(meant, { sort }), answer.total.mentions);
    if (answer.figures.length === 0) {
      frame.body.replaceChildren(el('p', {}, `No figure of ${unit} is in these passages. Take a filter away, or choose another unit.`));
    } else {
      frame.body.replaceChildren(...drawn(frame, answer, rows, unit, stances, meant, sort));
    }
    return [unit, state.q, 'Figures'];
  }];
}

function none(frame, state) {
  frame.title.textContent = 'Figures';
  frame.total.textContent = count(0, 'claim');
  frame.tools.replaceChildren();
  showNarrowed(frame, 'figures', state);
  frame.facets.hidden = frame.elsewhere.hidden = true;
  frame.body.replaceChildren(el('p', {}, 'No figure with a unit is in these passages.'));
  return [state.q, 'Figures'];
}

/** All rows of an answer, of which it has the first page itself. */
async function allRows(answer, parameters, signal) {
  if (!answer.next_url) {
    return answer.figures;
  }
  const rows = [];
  await stream('/figures/table', parameters, signal, (more) => {
    rows.push(...more.slice(0, MOST_DRAWN - rows.length));
    return rows.length === MOST_DRAWN;
  });
  return rows;
}

/** The plot of all rows above their table. */
function drawn(frame, answer, rows, unit, stances, state, sort) {
  const href = (row) => documentAddress(row.document, state, row.start, row.end);
  const place = el('div', { class: 'plotted' });
  const opened = el('section', { class: 'opened', hidden: true });
  const said = [...new Set(rows.map(({ stance }) => stance ?? ''))].sort((a, b) => stances.indexOf(a) - stances.indexOf(b));
  const legend = el('ul', { class: 'legend', role: 'list' },
    said.map((stance) => el('li', {}, stanceLabel(stances, stance))),
    SIGNS.filter(([, , isSo]) => rows.some(isSo)).map(([sign, words]) => el('li', {}, el('b', { 'aria-hidden': 'true' }, sign), words)));
  let width = 0;
  const draw = () => {
    const focused = [...place.querySelectorAll('.mark')].indexOf(document.activeElement);
    opened.hidden = true;
    place.replaceChildren(plot(rows, unit, stances, width, 'date of publication', href, async (of, label, mark) =>
      (await import('./claims.js')).list(opened, of, label, mark, stances, href)));
    place.querySelectorAll('.mark')[focused]?.focus({ preventScroll: true });
  };
  resized?.disconnect();
  resized = new ResizeObserver(([{ contentRect }]) => {
    const now = Math.floor(contentRect.width);
    if (now > 0 && now !== width) {
      width = now;
      draw();
    }
  });
  resized.observe(place);
  const left = answer.total.mentions - rows.length;
  const columns = [['value', 'Value', 'value', '-value'], ['sentence', 'Sentence', 'document'], ['stance', 'Stance'], ['source', 'Source'], ['date', 'Date', 'date', '-date']]
    .map(heads('figures', state, sort, 'date'));
  const cell = (kind, ...content) => el('td', { role: 'cell', class: kind }, content);
  const table = rowTable(frame, answer, 'figures', `Figures of ${unit}`, columns, (row) => el('tr', { role: 'row' },
    cell('value', el('a', { class: 'result', href: href(row), title: row.surface }, toldValue(row, false))),
    cell('sentence', row.sentence.replace(/\s+/g, ' ')),
    cell('stance', stanceLabel(stances, row.stance)),
    cell('source', row.source ?? 'unknown'),
    cell('date', dateLabel(row.date))));
  table[0].style.setProperty('--columns', '9rem minmax(0, 1fr) 8rem 8rem 6.5rem');
  return [place, left > 0 && el('p', {}, `The first ${number(rows.length)} claims are drawn, ${number(left)} are not: narrow the list to see them.`), opened, legend, ...table].filter(Boolean);
}
