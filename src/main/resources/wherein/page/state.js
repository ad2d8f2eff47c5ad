/**
 * What the page shows, as its address says it. The names are those of the API, so that an address of the page and one
 * of the API differ in the path alone.
 */

const VIEW = ['q', 'op', 'sort', 'group'];

const FIELDS = {
  source: 'Source',
  stance: 'Stance',
  date: 'Date',
  country: 'Country',
  person: 'Person',
  author: 'Author',
  lang: 'Language',
  block: 'Kind of text',
  doc: 'Document',
  id: 'Named',
  'mention.kind': 'Named by',
  'mention.unit': 'Unit',
  'mention.value': 'Value',
  type: 'What is named',
  bound: 'Said to be',
  verdict: 'Judged',
};

/** What the server says of the parameters of the API: which are of the rows of one view, and which only shape an answer. */
const ROLES = JSON.parse(document.getElementById('parameters').textContent);

/** The view of figures is of one unit, which narrows the passages of the others. */
const OF_ONE_VIEW = [...ROLES.rows, 'unit'];

/** The page says itself that a faulty query is taken as words. */
const NO_PART = [...ROLES.form, 'mode'];

/** What stands before the name of a field of the collection's own, where that is the name of a parameter too. */
export const OWN = 'field.';

/** Whether a filter is by a field of the collection's own: it is no parameter of every collection. */
export const isOwn = (name) => !Object.values(ROLES).flat().includes(name);

/** The filter by a field of the collection's own. */
export const ownFilter = (field) => (isOwn(field) ? field : OWN + field);

const KINDS = { demonym: 'its people', city: 'a city', government: 'its government', name: 'its name' };
const JUDGED = { none: 'not yet', confirmed: 'confirmed', rejected: 'rejected', reassigned: 'reassigned', disputed: 'in dispute' };
const BOUNDS = { '=': 'so much', '~': 'about so much', '<': 'less, or up to', '>': 'more, or from' };

/** What mentions are of, in the plural. */
export const TYPES = { country: 'countries', person: 'people', figure: 'figures', date: 'dates' };

/** The state that the search part of an address describes; whatever is no view of it is a filter. */
export function parse(search) {
  const given = new URLSearchParams(search);
  const filters = [...given].filter(([name, value]) =>
    !VIEW.includes(name) && !(name.startsWith('date.') && value === ''));
  return {
    q: given.get('q') ?? '',
    op: given.get('op') === 'and' ? 'and' : 'or',
    sort: given.get('sort') ?? 'relevance',
    group: given.get('group') ?? 'passage',
    filters,
  };
}

/** The parameters of a state; what is as it is without saying is not said. */
export function parameters(state) {
  const all = new URLSearchParams();
  if (state.q.trim() !== '') {
    all.set('q', state.q);
  }
  if (state.op === 'and') {
    all.set('op', 'and');
  }
  state.filters.forEach(([name, value]) => all.append(name, value));
  if (state.sort !== 'relevance') {
    all.set('sort', state.sort);
  }
  if (state.group !== 'passage') {
    all.set('group', state.group);
  }
  return all;
}

/** The address of a state in a view. */
export function viewAddress(view, state) {
  const query = parameters(state).toString();
  return `/${view === 'search' ? '' : view}${query === '' ? '' : `?${query}`}`;
}

/** The address of a search. */
export const address = (state) => viewAddress('search', state);

/** The address of the mentions that a state asks for. */
export const mentionsAddress = (state) => viewAddress('mentions', state);

/** The state without what selects and orders rows: what all views can be asked of. */
export const ofPassages = (state) => ({
  ...state, sort: 'relevance', group: 'passage', filters: state.filters.filter(([name]) => !OF_ONE_VIEW.includes(name)),
});

/** What a state says of rows of the ledger, as filters. */
export const ofRows = (state) => state.filters.filter(([name]) => ROLES.rows.includes(name));

/** The filters by which a row of the ledger is found with all others of what it names. */
export function alike({ type, id, unit, min, max }) {
  const rest = { country: [['id', id]], person: [['id', id]], figure: [['mention.unit', unit ?? ''], ['mention.value', `${min}..${max}`]] }[type] ?? [];
  return [['type', type], ...rest];
}

/** The state without what is no part of a view: the form in which the API sends rows. */
export const ofView = (state) => ({ ...state, filters: state.filters.filter(([name]) => !NO_PART.includes(name)) });

/** Whether nothing is asked: the first visit. */
export const isBlank = (state) => state.q.trim() === '' && state.filters.length === 0;

/** Whether a state has a filter. */
export const has = (state, name, value) => state.filters.some(([n, v]) => n === name && v === value);

/** The state with a filter more, or without it if it has it. */
export function toggled(state, name, value) {
  const filters = has(state, name, value)
    ? state.filters.filter(([n, v]) => n !== name || v !== value)
    : [...state.filters, [name, value]];
  return { ...state, filters: withoutIdleMatch(filters) };
}

/** Whether copies are left out. */
export const isFolded = (state) => has(state, 'duplicates', 'fold');

/** The state with copies left out, or with them. */
export const folded = (state) => {
  const filters = state.filters.filter(([name]) => name !== 'duplicates');
  return { ...state, filters: isFolded(state) ? filters : [...filters, ['duplicates', 'fold']] };
};

/** What narrows a state; that copies are left out is said by a switch. */
export const narrowing = (state) => state.filters.filter(([name]) => name !== 'duplicates');

/** The state with other dates; empty ones are taken away. */
export function dated(state, from, to, certain) {
  const filters = state.filters.filter(([name]) => !name.startsWith('date.'));
  if (from) {
    filters.push(['date.from', from]);
  }
  if (to) {
    filters.push(['date.to', to]);
  }
  if (certain) {
    filters.push(['date.match', 'certain']);
  }
  return { ...state, filters: withoutIdleMatch(filters) };
}

/** The state with what has no date alone, or without that if it is so. */
export const undated = (state) =>
  (has(state, 'date.match', 'unknown') ? dated(state, '', '', false) : toggled(dated(state, '', '', false), 'date.match', 'unknown'));

/** The one value of a filter, or nothing. */
export const valueOf = (state, name) => state.filters.find(([n]) => n === name)?.[1] ?? '';

/** How certain a date must be says nothing once no date is asked for. */
function withoutIdleMatch(filters) {
  const isDated = filters.some(([name]) => name === 'date.from' || name === 'date.to');
  return isDated ? filters : filters.filter(([name, value]) => name !== 'date.match' || value === 'unknown');
}

/** The name of a field for readers, by the parameter that filters by it. */
export const fieldLabel = (field) => {
  const name = field.replace(OWN, '');
  return FIELDS[field] ?? name.charAt(0).toUpperCase() + name.slice(1);
};

/** The fields that the API counts without being told of the collection, in the order of the page. */
export const COMMON = ['stance', 'source', 'date', 'country', 'person'];
export const LAST = ['lang', 'author', 'block'];

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });
const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

/** The name of a value for readers. */
export function valueLabel(field, value, label = value) {
  if (field === 'lang' && /^[a-z]{2,3}(-\w+)*$/i.test(value)) {
    return languages.of(value);
  }
  if (field === 'country' && label === value && /^[A-Z]{2}$/.test(value)) {
    // No answer has told its name yet.
    return regions.of(value);
  }
  return value === '' ? 'unknown' : { 'mention.kind': KINDS, bound: BOUNDS, type: TYPES, verdict: JUDGED }[field]?.[value] ?? label;
}

/** A filter in words. */
export function filterLabel(name, value) {
  if (name === 'date.from') {
    return `From ${value}`;
  }
  if (name === 'date.to') {
    return `To ${value}`;
  }
  if (name === 'date.match') {
    return value === 'unknown' ? 'No date' : 'Certain dates only';
  }
  if (name === 'duplicates') {
    return 'Copies left out';
  }
  const isNot = name.startsWith('not.');
  const field = isNot ? name.slice(4) : name;
  return `${isNot ? 'Not ' : ''}${fieldLabel(field)}: ${valueLabel(field, value)}`;
}

/** A date as it was written; only an open end is put in words. */
export function dateLabel(edtf) {
  if (!edtf) {
    return 'no date';
  }
  const [from, to] = edtf.split('/');
  if (to === undefined) {
    return edtf;
  }
  const isOpen = (end) => end === '..' || end === '';
  return isOpen(to) ? `from ${from}` : isOpen(from) ? `until ${to}` : `${from} to ${to}`;
}

/** Whether a figure says a magnitude only, such as "millions": an interval up to a row of nines, written without a digit. */
export const isVague = ({ min, max, surface }) => max > min * 4 && /^9+$/.test(String(max)) && /^\D+$/.test(surface ?? '');

/** A figure as it was said, in digits: ~ 150,000, or 20–99. */
export function valueText({ bound, min, max, unit }, hasUnit = true) {
  const range = [...new Set([min, max])].filter((value) => value !== null).map((value) => digits.format(value)).join('–');
  return `${!bound || bound === '=' ? '' : `${bound} `}${range}${hasUnit && unit ? ` ${unit}` : ''}`;
}

/** A figure as it is told: a magnitude in its own words, all others in digits. */
export const toldValue = (row, hasUnit = true) => (isVague(row)
  ? `${row.surface.toLowerCase()}${hasUnit && row.unit ? ` of ${row.unit}` : ''}`
  : valueText(row, hasUnit));

const digits = new Intl.NumberFormat('en', { maximumFractionDigits: 20 });

/** The page's address of a place in a document, with `rows`, filters of the ledger, for what is marked there in place of a query. */
export function documentAddress(id, state, start, end, rows = []) {
  const asked = new URLSearchParams(rows);
  if (state.q.trim() !== '') {
    asked.set('q', state.q);
    if (state.op === 'and') {
      asked.set('op', 'and');
    }
  }
  const query = asked.toString();
  const place = start === undefined ? '' : `#c=${start}-${end}`;
  return `/documents/${encodeURIComponent(id)}${query === '' ? '' : `?${query}`}${place}`;
}
