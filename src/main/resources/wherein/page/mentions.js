/** The view Mentions: every mention of a country, person, figure or date, a row each in its context. */
import { get, info } from './api.js';
import { count, dotted, el, sheet } from './dom.js';
import {
  asking, choice, chosen, counted, dateFacet, foldSwitch, frameSwitch, heads, ledgerView, rowTable, showElsewhere, showFacets, showNarrowed,
  valueForm, valuesOf, withOne, without,
} from './ledger.js';
import { showNotice } from './notice.js';
import { alike, dateLabel, documentAddress, filterLabel, TYPES, valueLabel, valueText } from './state.js';

const ROWS = 100;
/** The characters on either side that the API sends where there are so many: the word at their edge is a piece. */
const CONTEXT = 90;
const GROUPED = 'grouped';
const ORDERS = {
  document: 'in document order',
  [GROUPED]: 'grouped by document',
  left: 'by the words before',
  right: 'by the words after',
  match: 'by the mention itself',
  date: 'oldest first',
  '-date': 'newest first',
  source: 'by source',
};
const CYRILLIC = ['ru', 'uk', 'be', 'bg', 'mk', 'sr', 'kk', 'ky', 'tg', 'mn'];
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

export const { show, leave } = ledgerView('mentions', load);

async function load({ state: asked, go }, signal) {
  const types = chosen(asked, 'type');
  const names = chosen(asked, 'id');
  const order = asked.group === 'document' ? GROUPED : ORDERS[asked.sort] ? asked.sort : 'document';
  const sorted = order === GROUPED || order === 'document' ? {} : { sort: order };
  const isNamed = types.length > 0 && types.every((type) => ['country', 'person'].includes(type));
  const isFigure = types.includes('figure');
  const [known, answer, documents, dates, facets] = await Promise.all([
    info(),
    get('/mentions', asking(asked, { ...sorted, context: CONTEXT, limit: ROWS }), signal),
    order === GROUPED ? get('/mentions/summary', asking(asked, { by: 'document' }), signal) : { groups: [] },
    dateFacet({ state: asked, go, noun: 'mention' }, signal),
    counted([
      ['type', 'type'],
      // Countries and people have names; a date or a figure is none.
      (isNamed || names.length > 0) && ['id', 'id', isNamed ? asked : ofNames(asked)],
      types.includes('country') && ['mention.kind', 'kind'],
      isFigure && ['mention.unit', 'unit'],
      isFigure && ['bound', 'bound'],
      ['source', 'source'],
      ['stance', 'stance'],
    ].filter(Boolean), asked, signal),
  ]);
  const judging = await judged(known, asked, signal);
  const isOne = (of) => new Set(answer.mentions.map(of)).size === 1;
  const isOfOneDate = isOne(({ date }) => date)
    && (!answer.next_url || (await get('/mentions/summary', asking(asked, { by: 'date', limit: 2 }), signal)).groups.length === 1);
  return [answer, (frame) => {
    // What was asked by a name is from here on what it was taken for.
    const ids = answer.id;
    const state = { ...without(asked, 'id'), filters: [...without(asked, 'id').filters, ...ids.map((id) => ['id', id])] };
    const named = facets.find(([field]) => field === 'id')?.[2] ?? [];
    const labelOf = (id) => named.find((group) => group.id === id)?.label ?? valueLabel('country', id);
    const label = ids.length > 0 ? ids.map(labelOf).join(', ') : types.map((type) => TYPES[type] ?? type).join(', ');
    frame.title.textContent = label ? `Mentions of ${label}` : 'All mentions';
    frame.total.textContent = totals(answer.total);
    const judge = judging?.begin(frame, answer, known.verdicts.open);
    judging?.facet && facets.push(judging.facet);
    frame.tools.replaceChildren(choice('Sort', Object.entries(ORDERS), order, (value) =>
      go({ ...state, group: value === GROUPED ? 'document' : 'passage', sort: value === GROUPED || value === 'document' ? 'relevance' : value })),
    foldSwitch(state, answer.total, go) || '', frameSwitch(state, answer.total, go) || '');
    showNarrowed(frame, 'mentions', state, (field, value) =>
      (field === 'id' ? labelOf(value) : field === 'type' ? `Kind: ${TYPES[value] ?? value}` : filterLabel(field, value)));
    showFacets(frame, 'mentions', state, afterNames(facets, dates), (isNamed || types.length === 0) && nameForm(state, go), isFigure && valueForm(state, go));
    showElsewhere(frame, '/mentions', 'mentions', asking(state, sorted), answer.total.mentions);
    const counts = new Map(documents.groups.map((group) => [group.document, group.mentions]));
    const values = (field) => valuesOf(facets.find(([each]) => each === field), state);
    const alone = new Set([
      (order === GROUPED || answer.total.documents === 1) && 'title',
      (ids.length === 1 || (!answer.next_url && isOne(meaning))) && 'meaning',
      values('source').length === 1 && 'source',
      isOfOneDate && 'date',
    ]);
    frame.body.replaceChildren(...(answer.mentions.length > 0
      ? table(frame, answer, label, { state, order, alone, counts, cyrillic: cyrillic(known), judge })
      : [nothing()]));
    return [label || 'All mentions', state.q, 'Mentions'];
  }];
}

/** The same of countries and people alone. */
const ofNames = (state) => ({ ...without(state, 'type'), filters: [...without(state, 'type').filters, ['type', 'country'], ['type', 'person']] });

/** What readers say of the rows, where somebody has said something, or may. */
async function judged({ verdicts }, state, signal) {
  if (!verdicts || (!verdicts.open && verdicts.lines === 0)) {
    return null;
  }
  const [{ begin }, [facet]] = await Promise.all([
    import('./judge.js'), verdicts.lines > 0 ? counted([['verdict', 'verdict']], state, signal) : [], sheet('judge'),
  ]);
  return { begin, facet };
}

const totals = (total) =>
  `${count(total.mentions, 'mention')} in ${count(total.passages, 'passage')} of ${count(total.documents, 'document')}`;

const nothing = () => el('p', {}, 'No mention is in these passages. Take a filter away, or choose from ',
  el('a', { href: '/entities' }, 'all people and countries'), '.');

/** The language of Cyrillic text: that of the collection, if it has one such language. */
function cyrillic(known) {
  const languages = known.fields.find(({ field }) => field === 'lang')?.values.map(({ value }) => value) ?? [];
  const ours = languages.filter((language) => CYRILLIC.includes(language));
  return ours.length === 1 ? ours[0] : 'und-Cyrl';
}

/** A form for a name that no list shows. */
function nameForm(state, go) {
  const list = el('datalist', { id: 'names' });
  let found = [];
  const suggest = async ({ target }) => {
    const prefix = target.value;
    const asked = new URLSearchParams({ prefix, types: chosen(state, 'type').join(',') || 'country,person', limit: '10' });
    const none = { suggestions: [] };
    const { suggestions } = prefix.trim() === '' ? none : await get('/suggest', asked).catch(() => none);
    if (target.value !== prefix) {
      // Answers to earlier letters may come later.
      return;
    }
    found = suggestions;
    list.replaceChildren(...found.map(({ text }) => el('option', { value: text })));
  };
  return el('form', {
    class: 'range',
    onsubmit(event) {
      event.preventDefault();
      const name = event.target.elements.name.value.trim();
      const of = found.find(({ text }) => text === name);
      if (name !== '') {
        go(withOne(of ? withOne(state, 'type', of.type) : state, 'id', of?.id ?? name));
      }
    },
  }, el('label', {}, 'a country or person ', el('input', { name: 'name', list: 'names', autocomplete: 'off', 'data-key': 'name', oninput: suggest })),
  list, el('button', { type: 'submit' }, 'Show'));
}

/** The dates stand behind what is named, before what else narrows the list. */
function afterNames(facets, dates) {
  const names = facets.filter(([field]) => field === 'type' || field === 'id');
  return [...names, dates, ...facets.filter((each) => !names.includes(each))];
}

/** The columns: a name, a title, and the orders that they put the rows in. */
const CONTEXT_COLUMNS = [['opener', 'Passage'], ['before', 'Before', 'left'], ['match', 'Mention', 'match'], ['after', 'After', 'right']];
const FACT_COLUMNS = [['title', 'Document', 'document'], ['meaning', 'Meaning'], ['source', 'Source', 'source'], ['date', 'Date', 'date', '-date']];

/** The rows by their elements, to open them. */
const rows = new WeakMap();

function table(frame, answer, label, context) {
  const { state, order, alone } = context;
  const head = heads('mentions', state, order === GROUPED ? 'document' : order, 'document');
  const columns = [...CONTEXT_COLUMNS, ...FACT_COLUMNS.filter(([kind]) => !alone.has(kind))].map(head);
  columns[0].replaceChildren(el('span', { class: 'unseen' }, 'Passage'));
  let document;
  const parts = rowTable(frame, answer, 'mentions', label ? `Mentions of ${label}` : 'Mentions', columns, (row) => {
    const isNext = order === GROUPED && row.document !== document;
    document = row.document;
    const element = rowElement(row, context);
    rows.set(element, row);
    context.judge?.(element, row);
    return isNext ? [groupElement(row, context), element] : element;
  });
  parts[0].classList.add('kwic');
  listen(parts[0], columns.length);
  return [same(answer.mentions[0], context) || '', ...parts];
}

/** What all rows have alike, which has no column. */
function same(row, { state, order, alone }) {
  const said = [
    alone.has('title') && order !== GROUPED && el('a', { href: documentAddress(row.document, state) }, row.title ?? row.document),
    alone.has('meaning') && chosen(state, 'id').length === 0 && meaning(row),
    alone.has('source') && (row.source ?? 'source unknown'),
    alone.has('date') && dateLabel(row.date),
  ].filter(Boolean);
  return said.length > 0 && el('p', { class: 'same' }, 'In every row: ', dotted(said));
}

/** A row is opened by its button, by a click on what is no link, and by the arrows where the focus is in it. */
function listen(table, columns) {
  const of = (event) => event.target.closest('tbody tr:not(.group)');
  table.addEventListener('click', (event) => {
    const row = of(event);
    const isOwn = event.target.closest('a, td.opened') || (event.target.closest('button') && !event.target.closest('.opener'));
    if (row && !isOwn && getSelection().isCollapsed) {
      turn(row, columns);
    }
  });
  table.addEventListener('keydown', (event) => {
    const row = of(event);
    const isOpen = row?.querySelector('.opener button').getAttribute('aria-expanded') === 'true';
    const turns = { ArrowRight: !isOpen, ArrowLeft: isOpen, Escape: isOpen }[event.key];
    if (row && turns && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      // It has closed what it was pressed in.
      event.stopPropagation();
      turn(row, columns);
    }
  });
}

/** Opens a row to its passage, or closes it. */
async function turn(element, columns) {
  const button = element.querySelector('.opener button');
  const there = element.querySelector('td.opened');
  button.setAttribute('aria-expanded', String(!there));
  if (there) {
    there.contains(window.document.activeElement) && button.focus({ preventScroll: true });
    there.remove();
    return;
  }
  const cell = el('td', { role: 'cell', class: 'opened', colspan: columns, 'aria-colspan': columns });
  element.append(cell);
  try {
    cell.append(...await (await import('./opened.js')).passageOf(rows.get(element)));
  } catch (error) {
    cell.remove();
    button.setAttribute('aria-expanded', 'false');
    showNotice(error.message);
  }
}

/** A document is told by its title; its parts have sources and dates of their own, so these stand in the rows. */
function groupElement(row, { state, counts }) {
  return el('tr', { role: 'row', class: 'group' }, el('th', { role: 'rowheader', scope: 'rowgroup' },
    el('a', { href: documentAddress(row.document, state) }, row.title ?? row.document),
    el('span', { class: 'count' }, count(counts.get(row.document), 'mention'))));
}

function rowElement(row, { state, cyrillic, alone }) {
  const lang = (text) => (/\p{Script=Cyrillic}/u.test(text) ? cyrillic : null);
  // A row is as most of its letters are: from right to left what stands before a match is on its right.
  const letters = (row.before + row.match + row.after).match(/\p{L}/gu) ?? [];
  const dir = letters.filter((letter) => RIGHT_TO_LEFT.test(letter)).length * 2 > letters.length && 'rtl';
  const cell = (kind, ...content) => el('td', { role: 'cell', class: kind }, content);
  const line = (text) => text.replace(/\s+/g, ' ');
  const said = (kind, text, edge) => {
    const isPart = Array.from(text).length >= CONTEXT;
    return el('td', { role: 'cell', class: kind, dir }, el('span', { class: isPart ? 'cut part-of' : 'cut' },
      el('bdi', { lang: lang(text) }, line(isPart ? text.replace(edge, '') : text))));
  };
  return el('tr', { role: 'row', class: dir },
    cell('opener', el('button', { type: 'button', class: 'plain', 'aria-expanded': 'false', 'aria-label': `Passage with ${line(row.match)}` })),
    said('before', row.before, /^\S*\s/),
    cell('match', el('a', { class: 'result', href: documentAddress(row.document, state, row.start, row.end, alike(row)), lang: lang(row.match), dir: 'auto' }, line(row.match))),
    said('after', row.after, /\s\S*$/),
    !alone.has('title') && cell('title', row.title ?? row.document),
    !alone.has('meaning') && cell('meaning', meaning(row)),
    !alone.has('source') && cell('source', row.source ?? 'unknown'),
    !alone.has('date') && cell('date', dateLabel(row.date)));
}

/** What a mention stands for, where that is not its words. */
function meaning(row) {
  return row.type === 'figure' ? valueText(row)
    : row.type === 'date' ? [...new Set([row.from, row.to])].filter(Boolean).join(' to ') : row.label ?? row.id;
}
