/** The view Figures: the figures of one unit as a plot above their table. */
import { get } from './api.js';
import { asWide } from './axes.js';
import { count, el, number } from './dom.js';
import {
  allRows, asking, choice, chosen, counted, dateFacet, foldSwitch, frameSwitch, heads, ledgerView, MOST, rowTable, showElsewhere, showFacets, showNarrowed, valueForm, withOne, without,
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
  ['—', 'the time that the date leaves open', (row, axis) => axis.of(row).some((date) => date && !/^\d{4}-\d\d-\d\d$/.test(date))],
];

/** What a mark needs of a row, and how many rows are drawn at most. */
const DRAWN = 'document,start,end,surface,min,max,bound,unit,date,stance,source';
const MOST_DRAWN = 200_000;

/**
 * The dates that a plot may be by: what they are in words, those of a row, one or several of which may be null for none, and what a mark
 * says of one.
 */
const AXES = {
  '': { words: 'date of publication', of: ({ date }) => [date], said: dateLabel },
  when: {
    words: 'each date that the sentence names',
    of: ({ when }) => when?.replace(/^\{|\}$/g, '').split(',') ?? [null],
    said: (date) => `${dateLabel(date)} in the sentence`,
  },
};
const CHOICES = { '': 'of publication', when: 'in the sentence' };

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
  const fields = state.x === 'when' ? `${DRAWN},when` : DRAWN;
  const [answer, dates, facets] = await Promise.all([
    get('/figures/table', asking(meant, { sort, limit: MOST, fields: `${fields},sentence` }), signal),
    dateFacet({ state: meant, go, noun: 'claim', rows: without(state, 'unit'), also: of }, signal),
    counted([['bound', 'bound'], ['source', 'source'], ['stance', 'stance']], without(state, 'unit'), signal, of),
  ]);
  const rows = await allRows('/figures/table', 'figures', answer, asking(meant, { sort, fields }), signal, MOST_DRAWN);
  const stances = await stancesOf(rows.map(({ stance }) => stance));
  return [answer, (frame) => {
    frame.title.textContent = `Figures of ${unit}`;
    frame.total.textContent = `${count(answer.total.mentions, 'claim')} in ${count(answer.total.passages, 'passage')} of ${count(answer.total.documents, 'document')}`;
    const known = units.some(({ id }) => id === unit) ? units : [{ id: unit, label: unit, mentions: 0 }, ...units];
    frame.tools.replaceChildren(
      choice('Unit', known.map(({ id, label, mentions }) => [id, `${label} (${number(mentions)})`]), unit, (value) =>
        go(withOne(without(state, 'mention.value'), 'unit', value))),
      choice('Sort', Object.entries(ORDERS), sort, (value) => go({ ...meant, sort: value })),
      choice('Dates', Object.entries(CHOICES), state.x, (value) => go({ ...meant, x: value })),
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

/** The plot of all rows above their table. */
function drawn(frame, answer, rows, unit, stances, state, sort) {
  const axis = AXES[state.x];
  const href = (row) => documentAddress(row.document, state, row.start, row.end);
  const opened = el('section', { class: 'opened', hidden: true });
  const said = [...new Set(rows.map(({ stance }) => stance ?? ''))].sort((a, b) => stances.indexOf(a) - stances.indexOf(b));
  const legend = el('ul', { class: 'legend', role: 'list' },
    said.map((stance) => el('li', {}, stanceLabel(stances, stance))),
    SIGNS.filter(([, , isSo]) => rows.some((row) => isSo(row, axis))).map(([sign, words]) => el('li', {}, el('b', { 'aria-hidden': 'true' }, sign), words)));
  const place = asWide(el('div', { class: 'plotted' }), (width) => {
    opened.hidden = true;
    return plot(rows, unit, stances, width, axis, href, async (of, label, mark) =>
      (await import('./claims.js')).list(opened, of, label, mark, stances, href));
  });
  const left = answer.total.mentions - rows.length;
  const named = rows.map((row) => axis.of(row)).filter(([date]) => date !== null);
  const several = named.filter(({ length }) => length > 1).length;
  const told = state.x === 'when' && el('p', { class: 'quiet' }, `${number(named.length)} of ${count(rows.length, 'claim')} ${named.length === 1 ? 'has' : 'have'} a date in the sentence${
    several > 0 ? `; ${number(several)} ${several === 1 ? 'has' : 'have'} several, and ${several === 1 ? 'stands' : 'stand'} at each of these` : ''}. Whether the figure is of that date, the sentence says.`);
  const columns = [['value', 'Value', 'value', '-value'], ['sentence', 'Sentence', 'document'], ['stance', 'Stance'], ['source', 'Source'], ['date', 'Date', 'date', '-date']]
    .map(heads('figures', state, sort, 'date'));
  const cell = (kind, ...content) => el('td', { role: 'cell', class: kind }, content);
  const table = rowTable(frame, answer, 'figures', `Figures of ${unit}`, columns, (row) => el('tr', { role: 'row' },
    cell('value', el('a', { class: 'result', href: href(row), title: row.surface }, toldValue(row, false))),
    cell('sentence', row.sentence.replace(/\s+/g, ' ')),
    cell('stance', stanceLabel(stances, row.stance)),
    cell('source', row.source ?? 'unknown'),
    cell('date', dateLabel(row.date))));
  table[0].style.setProperty('--columns', '11rem minmax(0, 1fr) 8rem 8rem 6.5rem');
  return [place, left > 0 && el('p', {}, `The first ${number(rows.length)} claims are drawn, ${number(left)} are not: narrow the list to see them.`), told, opened, legend, ...table].filter(Boolean);
}
