/** The view Together: who and what is named with what, as a matrix whose every number opens the mentions that it counts. */
import { get, Refused } from './api.js';
import { count, el, number } from './dom.js';
import { allRows, asking, choice, chosen, fillIn, ledgerView, MOST, showElsewhere, showNarrowed, withOne, without } from './ledger.js';
import * as names from './names.js';
import { stancesOf, stanceLabel } from './stances.js';
import { filterLabel, valueLabel, viewAddress } from './state.js';

const ROWS = { country: 'countries', person: 'people' };
const COLUMNS = { person: 'people', country: 'countries', unit: 'units of figures', stance: 'stances', source: 'sources', year: 'years' };
const WITH = {
  person: 'that also name the person of the column', country: 'that also name the country of the column',
  unit: 'that also give a figure of the unit of the column', stance: 'of the stance of the column',
  source: 'of the source of the column', year: 'of the year of the column',
};
const OWN = ['rows', 'columns', 'id', 'list', 'most.rows', 'most.columns'];
const SIZES = [20, 50, 100];

export const { show, leave } = ledgerView('together', load);

async function load({ state, go }, signal) {
  const one = (name, known) => (known[chosen(state, name)[0]] ? chosen(state, name)[0] : Object.keys(known)[0]);
  const [rows, columns] = [one('rows', ROWS), one('columns', COLUMNS)];
  const list = chosen(state, 'list')[0];
  const asked = asking(withOne(withOne(state, 'rows', rows), 'columns', columns));
  const limited = new URLSearchParams(asked);
  limited.set('limit', MOST);
  let answer;
  try {
    answer = await get('/together', limited, signal);
  } catch (error) {
    if (list && error instanceof Refused && error.errors.some(({ parameter }) => parameter === 'list')) {
      return [await get('/info', null, signal), (frame) => lost(frame, state, rows, go)];
    }
    throw error;
  }
  const cells = await allRows('/together', 'cells', answer, asked, signal);
  const stances = columns === 'stance' ? await stancesOf(answer.columns.map(({ id }) => id)) : [];
  return [answer, (frame) => {
    const title = rows === columns ? `${upper(ROWS[rows])} named together` : `${upper(ROWS[rows])} and ${COLUMNS[columns]} together`;
    frame.title.textContent = title;
    const { total } = answer;
    frame.total.textContent = `${count(total.mentions, 'mention')} of ${ROWS[rows]} in ${count(total.passages, 'passage')}`;
    const chooses = (name, all, value) => choice(upper(name), Object.entries(all), value, (next) =>
      go(withOne(without({ ...state, sort: 'relevance' }, ...(name === 'rows' ? ['id', 'list'] : [])), name, next)));
    frame.tools.replaceChildren(
      chooses('rows', ROWS, rows), chooses('columns', COLUMNS, columns),
      chosen(state, 'id').length > 0 || list ? '' : choice('Show', SIZES.map((size) => [String(size), `${size} rows`]), chosen(state, 'most.rows')[0] ?? '20',
        (size) => go(withOne(state, 'most.rows', size === '20' ? '' : size))),
      names.pasteButton(frame, state, rows, go));
    showNarrowed(frame, 'together', state, (field, value) => (field === 'id'
      ? answer.rows.find(({ id }) => id === value)?.label ?? value
      : field === 'list' ? `${count(answer.rows.length, 'name')} of a list` : !OWN.includes(field) && filterLabel(field, value)));
    frame.facets.hidden = true;
    showElsewhere(frame, '/together', 'together', asked, total.cells);
    frame.body.replaceChildren(
      names.place(answer.list),
      el('p', { class: 'quiet lead-in' }, `Each number counts mentions of its row in passages ${WITH[columns]}, and opens them. Arrow keys go from number to number; a heading sorts by its column.`),
      ...(cells.length === 0 ? [el('p', {}, 'Nothing is named together in these passages. Take a filter away, or choose other columns.')] : matrix(answer, cells, { state, rows, columns, stances })));
    return [title, state.q, 'Together'];
  }];
}

const upper = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** The list of the address is not kept by this server any more: its names can be sent again. */
function lost(frame, state, rows, go) {
  frame.title.textContent = 'Together';
  frame.total.textContent = 'This list of names is not kept here';
  frame.tools.replaceChildren(names.pasteButton(frame, state, rows, go));
  frame.facets.hidden = frame.elsewhere.hidden = true;
  showNarrowed(frame, 'together', state, (field, value) => !OWN.includes(field) && filterLabel(field, value));
  frame.body.replaceChildren(names.place(null), el('p', {}, 'The server was started again since, or has taken in many others. Open the file of the list, or paste its names again: the address stays the same.'));
  names.open(frame);
  return ['Together'];
}

/** The page's address of the mentions of a row. */
function mentionsOf(state, rows, id) {
  const passages = without({ ...state, sort: 'relevance' }, ...OWN);
  return viewAddress('mentions', { ...passages, filters: [...passages.filters, ['type', rows], ['id', id]] });
}

/** The rows in the order that the address asks for: as they come, by name, or by one column. */
function ordered(rows, cells, sort) {
  if (sort === 'name') {
    return [...rows].sort((a, b) => a.label.localeCompare(b.label));
  }
  const column = /^by:(.*)$/.exec(sort)?.[1];
  if (column === undefined) {
    return rows;
  }
  const of = ({ id }) => cells.get(`${id}\n${column}`)?.mentions ?? 0;
  return [...rows].sort((a, b) => of(b) - of(a));
}

function matrix({ rows, columns: across, total }, all, { state, rows: kind, columns, stances }) {
  const cells = new Map(all.map((cell) => [`${cell.row}\n${cell.column ?? ''}`, cell]));
  const most = Math.max(...all.filter(({ row, column }) => row !== column).map(({ mentions }) => mentions), 1);
  const label = ({ id, label: name }) => (columns === 'stance' ? stanceLabel(stances, id) : columns === 'year' ? name ?? 'no date' : name ?? valueLabel(columns, ''));
  const by = (sort) => viewAddress('together', { ...state, sort });
  const head = (name, sort, ...more) => el('th', { scope: 'col', role: 'columnheader', class: 'number', 'aria-sort': state.sort === sort ? (sort === 'name' ? 'ascending' : 'descending') : null },
    el('a', { href: by(sort), tabindex: -1, 'data-key': `sort:${sort}` }, name), more);
  const table = el('table', { class: 'matrix', role: 'grid', 'aria-label': `Mentions of ${ROWS[kind]} by ${COLUMNS[columns]}`, 'aria-rowcount': rows.length + 1, 'aria-colcount': across.length + 2 },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, head('Name', 'name'), head('All', 'relevance'),
      across.map((each) => head(label(each), `by:${each.id ?? ''}`)))));
  const cell = (row, column) => {
    const found = cells.get(`${row.id}\n${column.id ?? ''}`);
    const isSelf = kind === columns && row.id === column.id;
    const td = el('td', { role: 'gridcell', class: isSelf ? 'self' : found ? '' : 'none', tabindex: found ? null : -1 },
      found ? el('a', { href: found.link, tabindex: -1, title: `${row.label}, ${column.label ?? 'unknown'}: ${count(found.mentions, 'mention')} in ${count(found.passages, 'passage')} of ${count(found.documents, 'document')}` }, number(found.mentions)) : '0');
    if (found && !isSelf) {
      td.style.setProperty('--share', (found.mentions / most) ** 0.5);
    }
    return td;
  };
  const line = (row) => el('tr', { role: 'row' },
    el('th', { scope: 'row', role: 'rowheader' }, el('a', { class: 'result', href: mentionsOf(state, kind, row.id), tabindex: -1 }, row.label)),
    el('td', { role: 'gridcell', class: 'all', tabindex: -1 }, number(row.mentions)),
    across.map((column) => cell(row, column)));
  const body = el('tbody', { role: 'rowgroup' });
  table.append(body);
  const sorted = ordered(rows, cells, state.sort);
  fillIn(body, sorted, line);
  walk(table);
  const left = [[total.rows - rows.length, ROWS[kind]], [total.columns - across.length, COLUMNS[columns]]].filter(([n]) => n > 0 && !state.filters.some(([name]) => name === 'id' || name === 'list'));
  return [el('div', { class: 'scroll', role: 'region', 'aria-label': 'The matrix' }, table),
    left.length > 0 && el('p', { class: 'quiet' }, `Those with most mentions are shown; ${left.map(([n, of]) => `${number(n)} more ${of}`).join(' and ')} are not.`)].filter(Boolean);
}

/** One stop for the tab key; arrows go from cell to cell. */
function walk(table) {
  const stop = (cell) => cell.querySelector('a') ?? cell;
  const first = stop(table.rows[0].cells[0]);
  let now = first;
  first.setAttribute('tabindex', 0);
  table.addEventListener('focusin', ({ target }) => {
    now.setAttribute('tabindex', -1);
    now = stop(target.closest('td, th'));
    now.setAttribute('tabindex', 0);
  });
  const MOVES = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
  table.addEventListener('keydown', (event) => {
    const at = event.target.closest('td, th');
    const row = at.parentElement;
    const within = event.ctrlKey ? table.rows : [row];
    const to = MOVES[event.key]
      ? table.rows[row.rowIndex + MOVES[event.key][0]]?.cells[at.cellIndex + MOVES[event.key][1]]
      : event.key === 'Home' ? within[0].cells[0] : event.key === 'End' ? [...within].at(-1).cells[row.cells.length - 1] : undefined;
    if (MOVES[event.key] || event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      event.stopPropagation();
      to && stop(to).focus();
    }
  });
}
