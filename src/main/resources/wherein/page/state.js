/**
 * What the page shows, as its address says it. The names are those of the API, so that an address of the page and one
 * of the API differ in the path alone.
 */

/** Further queries, whose matches are marked and which narrow nothing; so many at most. */
const ALSO = 'mark.q';
export const MOST_MARKED = 4;

const VIEW = ['q', 'op', 'typing', 'sort', 'group', 'per_document', 'x', ALSO];

const FIELDS = {
  source: 'Source',
  stance: 'Stance',
  date: 'Date',
  'date.year': 'Year',
  'date.month': 'Month',
  'date.day': 'Day',
  country: 'Country',
  person: 'Person',
  author: 'Author',
  lang: 'Language',
  block: 'Kind of text',
  doc: 'Document',
  id: 'Name',
  'mention.kind': 'Named as',
  'mention.unit': 'Unit',
  'mention.value': 'Value',
  type: 'Kind',
  bound: 'How exact',
  verdict: 'Judged',
};

/** What the server says of the parameters of the API: which are of the rows of one view, and which only shape an answer. */
const ROLES = JSON.parse(document.getElementById('parameters').textContent);

/** The view of figures is of one unit, which narrows the passages of the others; the one that compares has columns. */
const OF_ONE_VIEW = [...ROLES.rows, 'unit', 'side.by', 'side.of'];

/** The page says itself that a faulty query is taken as words. */
const NO_PART = [...ROLES.form, 'mode'];

/** What stands before the name of a field of the collection's own, where that is the name of a parameter too. */
export const OWN = 'field.';

/** Whether a filter is by a field of the collection's own: it is no parameter of every collection. */
export const isOwn = (name) => !Object.values(ROLES).flat().includes(name);

/** The filter by a field of the collection's own. */
export const ownFilter = (field) => (isOwn(field) ? field : OWN + field);

const KINDS = { demonym: 'its people', city: 'a city', government: 'its government', name: 'its name' };
const BOUNDS = { '=': 'exactly', '~': 'about', '<': 'less than, or up to', '>': 'more than, or from' };
const JUDGED = { none: 'not yet', confirmed: 'confirmed', rejected: 'rejected', reassigned: 'reassigned', disputed: 'in dispute' };

/** What mentions are of, in the plural. */
export const TYPES = { country: 'countries', person: 'people', figure: 'figures', date: 'dates' };

/** The state that the search part of an address describes; whatever is no view of it is a filter. */
export function parse(search) {
  const given = new URLSearchParams(search);
  const filters = [...given].filter(([name, value]) =>
    !VIEW.includes(name) && !((name === 'date.from' || name === 'date.to') && value === ''));
  return {
    q: given.get('q') ?? '',
    op: given.get('op') === 'and' ? 'and' : 'or',
    typing: given.get('typing') === 'on',
    sort: given.get('sort') ?? 'relevance',
    // The page shows the passages of a document together, unless it is told to show each by itself.
    group: given.get('per_document') === '0' ? 'flat' : given.get('group') ?? 'passage',
    // Which dates the figures are drawn by.
    x: given.get('x') === 'when' ? 'when' : '',
    also: given.getAll(ALSO).filter((each) => each.trim() !== '').slice(0, MOST_MARKED),
    filters,
  };
}

/** The parameters of a state; what is as it is without saying is not said. */
export function parameters(state) {
  const all = new URLSearchParams(state.q.trim() === '' ? [] : [['q', state.q]]);
  if (state.op === 'and') {
    all.set('op', 'and');
  }
  addTyping(all, state);
  state.filters.forEach(([name, value]) => all.append(name, value));
  if (state.sort !== 'relevance') {
    all.set('sort', state.sort);
  }
  if (state.group === 'flat') {
    all.set('per_document', '0');
  } else if (state.group !== 'passage') {
    all.set('group', state.group);
  }
  return all;
}

/** Adds what else is marked to the parameters of an address of the page. */
function marking(all, { also }) {
  also.forEach((each) => all.append(ALSO, each));
  return all;
}

/** A word that is still being typed stands for all that begin so. */
function addTyping(all, state) {
  if (state.typing && all.has('q')) {
    all.set('typing', 'on');
  }
}

/** The address of a state in a view. */
export function viewAddress(view, state) {
  const all = marking(parameters(state), state);
  view === 'figures' && state.x && all.set('x', state.x);
  const query = all.toString();
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

/** The state with other dates; empty ones are taken away. `match` says how certain a date must be, if not as usual. */
export function dated(state, from, to, match) {
  const filters = state.filters.filter(([name]) => !isDate(name));
  if (from) {
    filters.push(['date.from', from]);
  }
  if (to) {
    filters.push(['date.to', to]);
  }
  if (match) {
    filters.push(['date.match', match]);
  }
  return { ...state, filters: withoutIdleMatch(filters) };
}

/** The state with what has no date alone, or without that if it is so. */
export const undated = (state) =>
  (has(state, 'date.match', 'unknown') ? dated(state, '', '') : dated(state, '', '', 'unknown'));

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

/** Whether a filter is of the range of dates that a state asks for. */
const isDate = (name) => ['date.from', 'date.to', 'date.match'].includes(name);

/** What narrows a state, each in words with the state without it; all that is said of the date is one. */
export function narrowings(state, label = filterLabel) {
  const first = state.filters.findIndex(([name]) => isDate(name));
  return state.filters.flatMap(([name, value], i) => (isDate(name)
    ? i === first ? [[datesLabel(state), dated(state, '', '')]] : []
    : [[label(name, value), toggled(state, name, value)]])).filter(([text]) => text);
}

/** The dates that a state asks for: certain ones as they are, others with what else they let in. */
function datesLabel(state) {
  const days = daysLabel(valueOf(state, 'date.from'), valueOf(state, 'date.to'));
  return { unknown: 'No date', certain: days, known: `${days}, perhaps` }[valueOf(state, 'date.match')] ?? `${days} or no date`;
}

/** Whether a state asks for a range of dates and keeps what has none. */
export const keepsUndated = (state) =>
  ['date.from', 'date.to'].some((name) => valueOf(state, name) !== '') && ['', 'possible'].includes(valueOf(state, 'date.match'));

/** The same state without what has no date. */
export const withoutUndated = (state) => dated(state, valueOf(state, 'date.from'), valueOf(state, 'date.to'), 'known');

/** A filter in words. */
export function filterLabel(name, value) {
  if (/^date\.(year|month|day)$/.test(name)) {
    return bucketLabel(name.slice(5), value);
  }
  if (name === 'ocr') {
    return value === 'only' ? 'Scans only' : 'Scans left out';
  }
  if (name === 'duplicates') {
    return 'Copies left out';
  }
  const isNot = name.startsWith('not.');
  const field = isNot ? name.slice(4) : name;
  return `${isNot ? 'Not ' : ''}${fieldLabel(field)}: ${valueLabel(field, value)}`;
}

/** A date that passages are counted under, by year, month or day. */
export const bucketLabel = (interval, value) => (value === '' ? 'No date'
  : /^\d{4}$/.test(value) && interval !== 'year' ? `${value}, month unknown`
    : /^\d{4}-\d\d$/.test(value) && interval === 'day' ? `${value}, day unknown` : dateLabel(value));
const monthOf = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

/** A year, a month or a day as people write it: "14 March 2022". */
function dayLabel(day) {
  const [year, month, number] = day.split('-');
  const isPlain = /^\d{4}(-\d\d){0,2}$/.test(day);
  return !isPlain || !month ? day : `${number ? `${Number(number)} ` : ''}${monthOf.format(Date.UTC(2000, month - 1))} ${year}`;
}

/** The days from one date to another, either of which may be open: "7 to 13 March 2022". */
export function daysLabel(from, to) {
  if (!from || !to) {
    return from ? `since ${dayLabel(from)}` : `until ${dayLabel(to)}`;
  }
  const [fromYear, fromMonth, fromDay] = from.split('-');
  const [toYear, toMonth, toDay] = to.split('-');
  const first = fromDay && toDay && fromYear === toYear && fromMonth === toMonth ? Number(fromDay)
    : fromMonth && toMonth && fromYear === toYear ? dayLabel(from).replace(` ${fromYear}`, '') : dayLabel(from);
  return from === to ? dayLabel(from) : `${first} to ${dayLabel(to)}`;
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
    addTyping(asked, state);
  }
  const query = marking(asked, state).toString();
  const place = start === undefined ? '' : `#c=${start}-${end}`;
  return `/documents/${encodeURIComponent(id)}${query === '' ? '' : `?${query}`}${place}`;
}
