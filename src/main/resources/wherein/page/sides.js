/** The view Compare: passages on one question side by side, a column for each of some values of a field, with its counts above. */
import { get, info, Refused } from './api.js';
import { byId, count, dotted, el, fill, number } from './dom.js';
import { hideNotice, showNotice } from './notice.js';
import { address, documentAddress, fieldLabel, filterLabel, parameters, TYPES, valueLabel, valueOf, viewAddress } from './state.js';
import { about, headingWords, joined, marked, passageElements } from './text.js';

/** By which field, and which of its values: as the server knows them for those who have no scripts. */
const BY = 'side.by';
const OF = 'side.of';
const MOST = 4;
const AT_FIRST = 3;

const PASSAGES = 5;
const UNITS = 3;
const MOST_UNITS = 1000;
const PEOPLE = 'people';
const SLOW_MS = 4_000;
const SUITED = ['stance', 'source'];
const UNSUITED = ['date', 'country', 'person'];

const section = byId('sides');
let controller;

/** Shows the columns of the address; those that are named most where it names none. */
export async function show({ state, go, shows }) {
  leave();
  controller = new AbortController();
  const { signal } = controller;
  const again = ['Try again', () => go(state)];
  const slow = setTimeout(() => showNotice('The server is still at work on this.', [again]), SLOW_MS);
  section.setAttribute('aria-busy', 'true');
  try {
    const { fields } = await info();
    const suited = fields.filter(({ field, values }) => !UNSUITED.includes(field) && values.length > 1)
      .sort((a, b) => SUITED.includes(b.field) - SUITED.includes(a.field));
    const by = valueOf(state, BY) || suited[0]?.parameter;
    if (!by) {
      render(state, go, [], null, []);
      return [state.q, 'Compare'];
    }
    const rest = { ...state, sort: 'relevance', group: 'passage', filters: state.filters.filter(([name]) => ![BY, OF, by].includes(name)) };
    const { facets: [{ values }] } = await get('/facets', asked(rest, { field: by }), signal);
    const chosen = [...new Set(state.filters.filter(([name]) => name === OF).map(([, value]) => value))].slice(0, MOST);
    const of = chosen.length > 0 ? chosen : values.filter(({ value }) => value !== '').slice(0, AT_FIRST).map(({ value }) => value);
    const columns = await Promise.all(of.map((value) => column({ ...rest, filters: [...rest.filters, [by, value]] }, value, signal)));
    if (signal.aborted) {
      return null;
    }
    hideNotice();
    render({ ...rest, by, of }, go, suited, values, columns);
    const answered = columns.find(({ answer }) => answer);
    answered && shows(answered.answer);
    return [state.q, `Compare by ${fieldLabel(by).toLowerCase()}`];
  } catch (error) {
    signal.aborted || showNotice(error.message, [again]);
    return null;
  } finally {
    clearTimeout(slow);
    signal.aborted || section.removeAttribute('aria-busy');
  }
}

/** Forgets what is under way, when the reader has gone elsewhere. */
export function leave() {
  controller?.abort();
}

/** The parameters of a state for the API, with others. */
function asked(state, more) {
  const all = parameters(state);
  all.has('q') && all.set('mode', 'box');
  Object.entries(more).forEach(([name, value]) => all.set(name, value));
  return all;
}

/** What a column shows, with the state that it was asked by; a value that the collection refuses leaves the others as they are. */
const column = (state, value, signal) => ask(state, value, signal).catch((error) => {
  if (error instanceof Refused) {
    return { state, value, refused: error.message };
  }
  throw error;
});

async function ask(state, value, signal) {
  const [answer, { groups }, { entities }] = await Promise.all([
    get('/search', asked(state, { limit: PASSAGES }), signal),
    get('/mentions/summary', asked(state, { by: 'type' }), signal),
    get('/entities/unit', asked(state, { limit: MOST_UNITS }), signal),
  ]);
  return { state, value, answer, groups, units: new Map(entities.filter(({ id }) => id !== '').map((unit) => [unit.id, unit])) };
}

/** The units whose figures are counted in every column: people, and those that all columns together have most figures of. */
function commonUnits(columns) {
  const sums = new Map();
  columns.forEach(({ units }) => units?.forEach(({ id, label, mentions }) =>
    sums.set(id, { id, label, mentions: mentions + (sums.get(id)?.mentions ?? 0) })));
  return [...sums.values()].sort((a, b) => (b.id === PEOPLE) - (a.id === PEOPLE) || b.mentions - a.mentions).slice(0, UNITS);
}

function render(state, go, suited, values, columns) {
  const { by, of } = state;
  const focused = section.contains(document.activeElement) && document.activeElement.dataset.key;
  const withSides = (field, sides) => ({ ...state, filters: [...state.filters, [BY, field], ...sides.map((value) => [OF, value])] });
  const named = new Map((values ?? []).map(({ value, label }) => [value, label]));
  const name = (value) => valueLabel(by, value, named.get(value) ?? value);
  fill(section,
    el('h1', {}, by ? `Compare by ${fieldLabel(by).toLowerCase()}` : 'Compare'),
    state.filters.length > 0 && el('div', { class: 'chips' }, state.filters.map(([field, value], i) => el('a', {
      class: 'chip',
      href: viewAddress('sides', { ...withSides(by, of), filters: withSides(by, of).filters.toSpliced(i, 1) }),
      'aria-label': `Remove ${filterLabel(field, value)}`,
    }, filterLabel(field, value), el('span', { class: 'cross', 'aria-hidden': 'true' }, '×')))),
    by ? el('div', { class: 'choices no-print' },
      el('label', {}, 'By ', el('select', { 'data-key': 'by', onchange: ({ target }) => go(withSides(target.value, [])) },
        suited.map(({ parameter }) => el('option', { value: parameter, selected: parameter === by }, fieldLabel(parameter).toLowerCase())))),
      chosenValues(values, of, name, (sides) => go(withSides(by, sides))))
      : el('p', {}, 'All passages have the same source and stance: there is nothing to set side by side.'),
    by && columns.length === 0 && el('p', {}, 'No passage matches this. Take a filter or a word away.'),
    columns.length > 0 && el('div', { class: `compared of-${columns.length}` }, columns.map((each) => columnElement(each, name(each.value), commonUnits(columns)))));
  focused && section.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

/** The values that there are, each to be a column or not; so many at most. */
function chosenValues(values, of, name, choose) {
  const all = [...of.filter((value) => !values.some((each) => each.value === value)).map((value) => ({ value, count: 0 })), ...values];
  return el('details', { open: of.length < 2 }, el('summary', {}, `Columns: ${of.length} of at most ${MOST}`),
    el('fieldset', {}, el('legend', { class: 'unseen' }, 'Columns'), all.map(({ value, count: passages }) => {
      const isChosen = of.includes(value);
      return el('label', { class: 'row' },
        el('input', { type: 'checkbox', 'data-key': `of:${value}`, checked: isChosen, disabled: !isChosen && of.length >= MOST,
          onchange: () => choose(isChosen ? of.filter((each) => each !== value) : [...of, value]) }),
        el('span', { class: 'name' }, name(value)), el('span', { class: 'count' }, number(passages)));
    })));
}

function columnElement({ state, refused, answer, groups, units: own }, name, units) {
  if (refused) {
    return el('section', { 'aria-label': name }, el('h2', {}, name), el('p', {}, refused));
  }
  const { total, hits } = answer;
  const mentions = (type) => groups.find((group) => group.type === type)?.mentions ?? 0;
  const ledger = (view, ...filters) => viewAddress(view, { ...state, filters: [...state.filters, ...filters] });
  // None of them is nothing to be led to.
  const row = (text, href) => el('li', {}, text.startsWith('0 ') ? text : el('a', { href }, text));
  return el('section', { 'aria-label': name },
    el('h2', {}, name),
    el('ul', { class: 'sums', role: 'list' },
      row(count(total.passages, 'passage'), address(state)),
      row(count(total.documents, 'document'), address({ ...state, group: 'document' })),
      ['country', 'person'].map((type) => row(count(mentions(type), `mention of ${TYPES[type]}`, `mentions of ${TYPES[type]}`), ledger('mentions', ['type', type]))),
      units.map(({ id, label }) => row(count(own.get(id)?.mentions ?? 0, `figure of ${label}`, `figures of ${label}`), ledger('figures', ['unit', id])))),
    hits.length > 0 ? el('ol', { class: 'hits', role: 'list' }, hits.map((hit) => hitElement(hit, state))) : el('p', { class: 'none' }, 'No passage.'),
    total.passages > hits.length && el('p', { class: 'more' }, el('a', { href: address(state) }, `All ${number(total.passages)} passages`)));
}

function hitElement(hit, state) {
  const title = hit.title ?? hit.document;
  const marks = joined(hit.marks, Array.from(hit.text), hit.start);
  const isTitle = hit.block === 'heading' && headingWords(hit) === title.trim();
  return el('li', { class: 'hit' },
    el('p', { class: 'meta' }, dotted(about(hit))),
    el('h3', {}, el('a', { class: 'result', href: documentAddress(hit.document, state, hit.start, hit.end) }, marked(title, hit.title ? hit.title_marks : []))),
    !isTitle && el('div', { class: 'passage', lang: hit.lang }, passageElements(hit, { marks, firstStop: 0 })),
    el('button', { type: 'button', class: 'plain collect' }, 'Add to tray'));
}
