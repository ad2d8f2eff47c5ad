/** The view Search: a status line, facets, and the passages found. */
import { get, info, Refused } from './api.js';
import { addChips } from './chips.js';
import { byId, copy, count, dotted, el, fill, keepingChip, number, openIfWide, sheet } from './dom.js';
import { hideNotice, showNotice } from './notice.js';
import {
  address, COMMON, documentAddress, folded, isBlank, isFolded, keepsUndated, LAST, parameters, parse, withoutUndated,
} from './state.js';
import { keysOf } from './store.js';
import { about, headingWords, joined, marked, passageElements } from './text.js';

const SLOW_MS = 4_000;

/** How many passages of a document stand together, and of how many documents a page is; the server's shell has as many. */
const TOGETHER = 3;
const DOCUMENTS = 10;
/** How many of a document are opened in place. */
const ALL = 50;

const isTogether = (state) => state.group === 'passage';

/** Nobody types who has pressed no key for so long. */
const REST_MS = 1_000;

openIfWide(byId('facets'));

let asked = 0;
let controller;
let keyed = -REST_MS;
byId('q').addEventListener('input', () => { keyed = performance.now(); });

/** Waits until the reader rests from typing. */
async function rest() {
  for (let left = REST_MS; left > 0; left = keyed + REST_MS - performance.now()) {
    await new Promise((done) => setTimeout(done, left));
  }
}

/** What the server put into the shell: its answer to the address that was loaded, good for one use. */
let first = JSON.parse(byId('first')?.textContent ?? 'null');
byId('first')?.remove();

/** What the list shows now, as an address; empty while it shows nothing. */
let shown = '';

/** Whether the results of an address are there already, so that coming back need not ask again. */
const isShown = (url) => shown === url;

/** Shows what the address asks for. Of several calls only the last one is ever shown, whichever is answered first. */
export async function show({ state, go, anew, shows }) {
  byId('sort').value = state.sort;
  byId('sort').onchange = () => go({ ...state, sort: byId('sort').value });
  byId('group').value = state.group;
  byId('group').onchange = () => go({ ...state, group: byId('group').value });
  changed ||= anew;
  byId('fold').checked = isFolded(state);
  byId('fold').onchange = () => go(folded(state));
  if (anew || !isShown(address(state))) {
    await search(state, go, shows);
  }
  return [state.q];
}

/** Forgets what is under way, when the reader has gone elsewhere. */
export function leave() {
  asked++;
  controller?.abort();
  byId('results').removeAttribute('aria-busy');
}

async function search(state, go, shows) {
  const mine = ++asked;
  controller?.abort();
  controller = new AbortController();
  const { signal } = controller;
  const slow = setTimeout(() => mine === asked && showNotice('The server is still at work on this.', [['Try again', () => search(state, go, shows)]]), SLOW_MS);
  byId('results').setAttribute('aria-busy', 'true');
  try {
    const [answer, put] = isBlank(state) ? await welcome(state, go, signal) : await results(state, go, signal);
    clearTimeout(slow);
    // What half a word does not find says nothing yet: the list stays until it is known that no more comes.
    if (state.typing && answer.total.passages === 0 && shown !== '') {
      await rest();
    }
    if (mine === asked) {
      hideNotice();
      keepingChip(byId('search'), put, byId('results'));
      shows(answer);
      shown = address(state);
    }
  } catch (error) {
    if (mine === asked) {
      failed(error, state, go, shows);
    }
  } finally {
    clearTimeout(slow);
    if (mine === asked) {
      byId('results').removeAttribute('aria-busy');
    }
  }
}

/** The last results stay; above them stands what went wrong, and what to do. */
function failed(error, state, go, shows) {
  shown = '';
  import('./facets.js').then(({ showChips }) => showChips(state, go)).catch(() => {});
  if (error instanceof Refused) {
    const hints = error.errors.filter((each) => each.did_you_mean && each.parameter === 'q').map((each) =>
      [`Search ${each.did_you_mean}`, () => go({ ...state, q: each.did_you_mean })]);
    showNotice(error.message, hints);
  } else {
    showNotice(error.message, [['Try again', () => search(state, go, shows)]]);
  }
}

/** The answer to a state, and what puts it into the page. */
async function results(state, go, signal) {
  const given = first?.answer && address(parse(first.address)) === address(state) ? first.answer : null;
  first = null;
  const [answer, { filterButtons, showChips, showFacets }] = await Promise.all([given ?? ask(state, signal), import('./facets.js')]);
  return [answer, () => {
    status(answer, state);
    taken(answer.query, state);
    showHeld(answer, state);
    showFacets(answer.facets, state, go);
    // Where nothing is found the chips stand in its message.
    showChips(answer.total.passages === 0 ? { ...state, filters: [] } : state, go);
    byId('order').hidden = answer.total.passages === 0;
    if (answer.total.passages === 0) {
      byId('results').replaceChildren(...nothing(answer, state, filterButtons(state, go)));
    } else {
      const items = hitElements(answer.hits, state);
      const list = el('ol', { class: 'hits', role: 'list' }, items);
      byId('results').replaceChildren(list, ...more(answer, list, state, go));
      addChips(answer.hits, items, state);
      mark(answer, items, state, go);
    }
  }];
}

/** Marks the matches of other queries, in colours of their own. What does that is loaded with the first of them, or to write one. */
function mark(answer, items, state, go, isAsked = false) {
  const module = (state.also.length > 0 || isAsked) && Promise.all([import('./marking.js'), sheet('marking')]);
  module ? byId('marking').hidden = false : fill(byId('marking'));
  byId('mark-more').hidden = Boolean(module) || state.q.trim() === '';
  byId('mark-more').onclick = () => mark(answer, items, state, go, true);
  module && module.then(([{ inResults }]) => inResults(answer, items, state, go, isAsked)).catch((error) => showNotice(error.message));
}

/** Asks for the hits of a state, and for all that is counted beside them. The server asks the same for its shell. */
async function ask(state, signal) {
  const { fields } = await info();
  const own = fields.filter((field) => ![...COMMON, ...LAST].includes(field.field)).map((field) => field.parameter);
  const all = parameters(state);
  all.set('mode', 'box');
  all.set('facets', [...COMMON, ...own, ...LAST].join(','));
  all.set('interval', 'auto');
  if (isTogether(state)) {
    all.set('per_document', TOGETHER);
    all.set('limit', DOCUMENTS);
  }
  return get('/search', all, signal);
}

function status(answer, state) {
  const passages = count(answer.total.passages, 'passage');
  const documents = count(answer.total.documents, 'document');
  const time = `${Math.max(1, Math.round(answer.took_ms))} ms`;
  const undated = keepsUndated(state) ? answer.facets.find(({ field }) => field === 'date').values.find(({ value }) => value === '')?.count ?? 0 : 0;
  byId('status').textContent = [
    state.group === 'document' ? `${documents} with ${passages}` : `${passages} in ${documents}`,
    undated > 0 && `${number(undated)} of them without a date`,
    time].filter(Boolean).join(', ');
  byId('undated').hidden = undated === 0;
  byId('undated').href = address(withoutUndated(state));
  byId('folding').hidden = answer.total.copies === 0 && !isFolded(state);
  byId('copies').textContent = `leave out ${count(answer.total.copies, 'copy', 'copies')}`;
}

/** Says above the hits of a question what of the ledger their passages hold. */
async function showHeld({ query, total }, state) {
  const mine = asked;
  const line = byId('held');
  const isQuestion = query.asks && total.passages > 0;
  fill(line, isQuestion && 'Counting what these passages name…');
  if (isQuestion) {
    const { held } = await import('./question.js');
    const parts = await held(query.asks, state);
    mine === asked && fill(line, ...parts);
  }
}

/** So many of the words that were left out are named. */
const NAMED = 10;

/** What is not as it was written is said: a faulty query was searched as words, or words beyond a limit were left out. */
function taken({ input, taken_as: words, asks, fault, nothing: reason, did_you_mean: meant, left_out: all = [] }, state) {
  // Signs alone that were left out are missed by nobody.
  const leftOut = all.filter((each) => /[\p{L}\p{N}]/u.test(each));
  fill(byId('taken'),
    ...(words && !reason && !asks ? searchedAsWords(input, words, fault) : []),
    ...(fault && meant ? ['Did you mean ', el('a', { href: address({ ...state, q: meant }) }, meant), '? '] : []),
    leftOut.length > 0 && el('span', {}, `Left out, beyond what a query may hold: ${leftOut.slice(0, NAMED).join(', ')}`,
      leftOut.length > NAMED && ` and ${count(leftOut.length - NAMED, 'other')}`, '.'));
}

function searchedAsWords(input, words, fault) {
  const characters = Array.from(input);
  const at = Math.min(fault?.position ?? 0, characters.length - 1);
  return ['This does not parse as a query, so it was searched as words: ', el('code', {}, words), '. ',
    ...(fault ? [`${fault.reason.charAt(0).toUpperCase()}${fault.reason.slice(1)}, at character ${fault.position + 1}: `,
      el('code', {}, characters.slice(0, at).join(''), el('span', { class: 'fault' }, characters[at]), characters.slice(at + 1).join('')), ' '] : [])];
}

/** Hits as elements; those of a document that stand together are told apart by their headings, and the last leads to the rest. */
function hitElements(hits, state) {
  let first;
  let shown = 0;
  return hits.map((hit, i) => {
    const isNext = isTogether(state) && first?.document === hit.document;
    first = isNext ? first : hit;
    shown = 1 + (hit.folded?.length ?? 0) + (isNext ? shown : 0);
    const isLast = hits[i + 1]?.document !== hit.document;
    const item = hitElement(hit, state, isNext && first);
    const left = hit.more_in_document + 1 - shown;
    isTogether(state) && isLast && left > 0 && item.querySelector('.more').append(restOf(hit, left, state, first, item));
    fill(item.querySelector('.more'), ...item.querySelector('.more').childNodes);
    return item;
  });
}

/** A hit as an element, below those of its document that stand before it if `first` is the first of them. */
function hitElement(hit, state, first) {
  const item = copy('hit');
  const title = hit.title ?? hit.document;
  const link = item.querySelector('h2 a');
  const under = hit.heading ? ['in “', ...headingOf(hit), '”'] : [];
  link.href = documentAddress(hit.document, state, hit.start, hit.end);
  if (first) {
    const known = about(first).filter(Boolean).map((part) => part.outerHTML);
    item.classList.add('also');
    link.append(...(under.length > 0 ? under : [`passage ${hit.id.slice(hit.id.lastIndexOf(':') + 1)}`]));
    fill(item.querySelector('.meta'), ...dotted(about(hit).filter((part) => part && !known.includes(part.outerHTML))));
    item.querySelector('.under').hidden = true;
  } else {
    link.append(...marked(title, hit.title ? hit.title_marks : []));
    item.querySelector('.meta').append(...dotted(about(hit)));
    fill(item.querySelector('.under'), ...under);
  }
  const text = item.querySelector('.passage');
  if (hit.lang) {
    text.lang = hit.lang;
  }
  // A heading that is the title stands there already, marks and all.
  if (hit.block === 'heading' && headingWords(hit) === title.trim()) {
    text.remove();
  } else {
    const marks = joined(hit.marks, Array.from(hit.text), hit.start);
    text.append(...passageElements(hit, { marks, firstStop: 0 }));
  }
  const quoted = (hit.folded ?? []).filter(({ block }) => block === 'quote').map(({ start, end }) =>
    el('a', { href: documentAddress(hit.document, state, start, end) }, 'set off as a quotation'));
  fill(item.querySelector('.more'), !isTogether(state) && hit.more_in_document > 0 && others(hit, state), ...quoted, hit.copies > 0 && alike(hit, state));
  return item;
}

/** The heading of a passage, with its own marks where it matches too. */
function headingOf(hit) {
  const own = hit.folded?.find((other) => other.block === 'heading' && headingWords(other) === hit.heading);
  return own ? [...passageElements(own, { marks: joined(own.marks, Array.from(own.text), own.start), firstStop: 0 })[0].childNodes] : [hit.heading];
}

const within = (hit, state) =>
  ({ ...state, group: 'flat', filters: [...state.filters.filter(([name]) => name !== 'doc'), ['doc', hit.document]] });

const others = (hit, state) => el('a', { href: address(within(hit, state)) }, `${hit.more_in_document} more in this document`);

/** The way to the hits of a document that are not shown: they are put below the last of those that are. */
function restOf(hit, left, state, first, item) {
  const link = el('a', { class: 'here', href: address(within(hit, state)) }, `${number(left)} more here`);
  link.addEventListener('click', async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || link.ariaDisabled) {
      return;
    }
    event.preventDefault();
    link.ariaDisabled = 'true';
    try {
      const asked = parameters({ ...within(hit, state), group: 'passage' });
      Object.entries({ mode: 'box', per_document: ALL, limit: 1 }).forEach(([name, value]) => asked.set(name, value));
      const { hits } = await get('/search', asked);
      const before = [...item.parentElement.querySelectorAll('a.result')].map((each) => each.getAttribute('href'));
      const more = hits.map((each) => hitElement(each, state, first));
      const fresh = more.filter((each) => !before.includes(each.querySelector('a.result').getAttribute('href')));
      item.after(...fresh);
      addChips(hits, more, state);
      link.remove();
      fill(item.querySelector('.more'), ...item.querySelector('.more').childNodes);
      hits.length === ALL && fresh.at(-1)?.querySelector('.more').append(others(hit, state));
      fresh[0]?.querySelector('a.result').focus({ preventScroll: true });
    } catch (error) {
      link.ariaDisabled = null;
      showNotice(error.message);
    }
  });
  return link;
}

/** So many of the places are named where the same words stand. */
const PLACES = 3;

/** Where else the words of a passage stand. */
function alike({ copies, duplicates }, state) {
  const named = duplicates.slice(0, PLACES);
  const rest = copies - named.length;
  return el('span', { class: 'alike' }, 'also in ', named.map((other, i) =>
    [i > 0 && ', ', el('a', { href: documentAddress(other.document, state) + new URL(other.link, location.href).hash }, other.title ?? other.document)]),
  rest > 0 && ` and ${count(rest, 'other place')}`);
}

/** The button for the next page; what it brings is put under what is there. */
function more(answer, list, state, go) {
  if (!answer.next_url) {
    return [];
  }
  const button = el('button', { type: 'button', class: 'wide' }, `Show more (${count(answer.remaining, isTogether(state) || state.group === 'document' ? 'document' : 'passage')} left)`);
  button.addEventListener('click', async () => {
    const mine = asked;
    button.disabled = true;
    try {
      const next = await get(answer.next_url);
      if (mine !== asked) {
        return;
      }
      hideNotice();
      const items = hitElements(next.hits, state);
      list.append(...items);
      addChips(next.hits, items, state);
      mark(next, items, state, go);
      button.replaceWith(...more(next, list, state, go));
      items[0]?.querySelector('h2 a').focus({ preventScroll: true });
    } catch (error) {
      button.disabled = false;
      showNotice(error.message);
    }
  });
  return [button];
}

function nothing(answer, state, chips) {
  const kind = state.op === 'and' ? 'all of the words' : 'the query';
  const asking = state.q.trim() === '' ? ['No passage has all of these filters.'] : [`No passage matches ${kind} `, el('q', {}, answer.query.input), state.filters.length > 0 ? ' under these filters.' : '.'];
  const ways = [];
  if (answer.query.nothing) {
    ways.push(el('p', {}, `${answer.query.nothing.charAt(0).toUpperCase()}${answer.query.nothing.slice(1)}.`));
  }
  if (answer.query.did_you_mean) {
    ways.push(el('p', {}, 'Did you mean ', el('a', { href: address({ ...state, q: answer.query.did_you_mean }) }, answer.query.did_you_mean), '?'));
  }
  if (state.filters.length > 0) {
    ways.push(el('p', {}, 'Take a filter away:'), el('div', { class: 'chips' }, chips));
  }
  if (state.op === 'and') {
    ways.push(el('p', {}, el('a', { href: address({ ...state, op: 'or' }) }, 'Search for any of the words')));
  }
  const examples = el('div', {});
  putExamples(examples, el('p', {}, 'These find something:'));
  const absence = el('section', { class: 'absence', 'aria-label': 'What was searched' });
  import('./absence.js').then(({ putAbsence }) => putAbsence(absence, state)).catch(() => absence.remove());
  return [el('h2', {}, 'Nothing found'), el('p', {}, asking), ...ways, absence, examples];
}

async function welcome(state, go, signal) {
  const given = first?.overview;
  first = null;
  const [known, { overview }, answer, report] = await Promise.all([
    info(),
    import('./collection.js'),
    given?.answer ?? get('/search', new URLSearchParams({ facets: COMMON.join(','), interval: 'auto', limit: 0 }), signal),
    given?.report ?? get('/report', null, signal).catch(() => null),
  ]);
  return [known, () => {
    const examples = el('div', { class: 'try' });
    putExamples(examples, el('h2', {}, 'Try'), signal);
    byId('status').textContent = '';
    byId('undated').hidden = true;
    taken({});
    fill(byId('held'));
    fill(byId('chips'));
    byId('facets').hidden = byId('order').hidden = byId('marking').hidden = true;
    byId('results').replaceChildren(el('div', { class: 'welcome' },
      known.documents === 0 ? emptiness(known) : overview({ ...known, answer, report }), examples, keptSearches()));
  }];
}

/** The searches that this browser keeps; where there are none, nothing is loaded to show them. */
function keptSearches() {
  const place = el('div', { hidden: true });
  keysOf('searches.').length > 0 && import('./saved.js').then(({ showKept }) => showKept(place)).catch(() => {});
  return place;
}

/** What to do where there is nothing to search yet. */
function emptiness({ adding, sweep }) {
  const takenUp = adding || sweep ? 'They are taken up as they come, and this page shows it.' : ['Then run ', el('code', {}, 'wherein index FOLDER'), '; this page shows them as soon as that is done.'];
  return [el('h2', {}, 'The collection is empty'),
    adding && el('p', {}, 'Drop files or a folder anywhere on this page, or choose them with “Add files”.'),
    el('p', {}, `${adding ? 'Or put' : 'Put'} documents into its folder: texts, Markdown, web pages, PDF, office documents, mails, tables of records, or archives of these. `, takenUp),
    !adding && el('p', {}, 'To add files from this page, start the server with ', el('code', {}, 'wherein serve FOLDER --allow-write'), '.'),
    el('p', {}, el('a', { href: '/report' }, 'What was found in the folder and is not searched'))];
}

/** Whether the collection has changed since the examples were made. */
let changed = false;

/** Puts what there is to try into a list when it is found; what needs no waiting is there before. */
async function putExamples(list, title, signal) {
  try {
    const { exampleLinks } = await import('./examples.js');
    const links = await exampleLinks(changed, signal);
    changed = false;
    fill(list, links.length > 0 && title, links.length > 0 && el('ul', { class: 'examples' }, links));
  } catch {
    list.remove();
  }
}
