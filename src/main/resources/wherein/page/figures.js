/** The view Figures: the figures of one unit as a plot above their table. */
import { get } from './api.js';
import { count, el, number } from './dom.js';
import {
  asking, choice, chosen, counted, foldSwitch, ledgerView, MOST, rowTable, showElsewhere, showFacets, showNarrowed, valueForm, withOne, without,
} from './ledger.js';
import { plot } from './plot.js';
import { stanceLabel, stancesOf } from './stances.js';
import { dateLabel, documentAddress, filterLabel, ofPassages, valueText } from './state.js';

const ORDERS = { date: 'oldest first', value: 'by value', document: 'in document order' };
const SIGNS = [
  ['↑', 'more, or from', ({ bound }) => bound === '>'],
  ['↓', 'less, or up to', ({ bound }) => bound === '<'],
  ['~', 'about', ({ bound }) => bound === '~'],
  ['I', 'from one value to another', ({ min, max }) => min !== max],
  ['—', 'the time that the date leaves open', ({ date }) => date && !/^\d{4}-\d\d-\d\d$/.test(date)],
];

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
  const [answer, facets] = await Promise.all([
    get('/figures/table', asking(meant, { sort, limit: MOST }), signal),
    counted([['bound', 'bound'], ['source', 'source'], ['stance', 'stance']], without(state, 'unit'), signal, { type: 'figure', 'mention.unit': unit }),
  ]);
  const stances = await stancesOf(answer.figures.map(({ stance }) => stance));
  return [answer, (frame) => {
    frame.title.textContent = `Figures of ${unit}`;
    frame.total.textContent = `${count(answer.total.mentions, 'claim')} in ${count(answer.total.passages, 'passage')} of ${count(answer.total.documents, 'document')}`;
    const known = units.some(({ id }) => id === unit) ? units : [{ id: unit, label: unit, mentions: 0 }, ...units];
    frame.tools.replaceChildren(
      choice('Unit', known.map(({ id, label, mentions }) => [id, `${label} (${number(mentions)})`]), unit, (value) =>
        go(withOne(without(state, 'mention.value'), 'unit', value))),
      choice('Order', Object.entries(ORDERS), sort, (value) => go({ ...meant, sort: value })),
      foldSwitch(meant, answer.total, go) || '');
    showNarrowed(frame, 'figures', state, (field, value) => field !== 'unit' && filterLabel(field, value));
    showFacets(frame, 'figures', meant, facets, valueForm(meant, go));
    showElsewhere(frame, '/figures/table', 'figures', asking(meant, { sort }), answer.total.mentions);
    if (answer.figures.length === 0) {
      frame.body.replaceChildren(el('p', {}, `No figure of ${unit} is in these passages. Take a filter away, or choose another unit.`));
    } else {
      frame.body.replaceChildren(...drawn(frame, answer, unit, stances, meant));
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

/** Plot and table, of the same rows. */
function drawn(frame, answer, unit, stances, state) {
  const rows = [...answer.figures];
  const href = (row) => documentAddress(row.document, state, row.start, row.end);
  const place = el('div', { class: 'plotted' });
  const legend = el('ul', { class: 'legend', role: 'list' });
  let width = 0;
  const draw = () => {
    const focused = [...place.querySelectorAll('a')].indexOf(document.activeElement);
    place.replaceChildren(plot(rows, unit, stances, width, href));
    place.querySelectorAll('a')[focused]?.focus({ preventScroll: true });
    const said = [...new Set(rows.map(({ stance }) => stance ?? ''))].sort((a, b) => stances.indexOf(a) - stances.indexOf(b));
    legend.replaceChildren(
      ...said.map((stance) => el('li', {}, stanceLabel(stances, stance))),
      ...SIGNS.filter(([, , isSo]) => rows.some(isSo)).map(([sign, words]) => el('li', {}, el('b', { 'aria-hidden': 'true' }, sign), words)));
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
  const columns = [['value', 'Value'], ['sentence', 'Sentence'], ['stance', 'Stance'], ['source', 'Source'], ['date', 'Date']];
  const cell = (kind, ...content) => el('td', { role: 'cell', class: kind }, content);
  const table = rowTable(frame, answer, 'figures', `Figures of ${unit}`, columns, (row) => el('tr', { role: 'row' },
    cell('value', el('a', { class: 'result', href: href(row), title: row.surface }, valueText(row, false))),
    cell('sentence', row.sentence.replace(/\s+/g, ' ')),
    cell('stance', stanceLabel(stances, row.stance)),
    cell('source', row.source ?? 'unknown'),
    cell('date', dateLabel(row.date))), (more) => {
    rows.push(...more);
    draw();
  });
  table[0].style.setProperty('--columns', '9rem minmax(0, 1fr) 8rem 8rem 6.5rem');
  return [place, legend, ...table];
}
