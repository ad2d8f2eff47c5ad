/**
 * The page: which view an address shows, what typing and keys do, and what the history holds.
 *
 * Each view is a module of its name, loaded when it is first shown, with a section of its id in the shell. It exports
 * - show(page): shows what the address asks for; answers with the names that the tab's title begins with, as a list, or
 *   with null if the reader has gone elsewhere meanwhile. `page` has the `state` of the address, its `path` as matched,
 *   `go(state)` for what a reader chooses, `anew` if the same is to be asked again, and `shows(answer)`, which is called
 *   with the answer of the API that is shown from then on.
 * - leave(): forgets what is under way. A view without it has nothing to forget.
 *
 * Typing replaces the address; Enter and choices make an entry of the history. While a reader types, `committed` is
 * the entry they began from, and it is put back before a new one is made, so that Back leads there.
 */
import { info } from './api.js';
import { showing, watch } from './changes.js';
import { byId, sheet } from './dom.js';
import { listenToKeys } from './keys.js';
import { hideNotice, showNotice } from './notice.js';
import { ofPassages, parse, toggled, viewAddress } from './state.js';
import { keep, kept, keysOf } from './store.js';

const TYPING_MS = 150;

/** Sooner than this nobody misses what is not there yet. */
const LOADING_MS = 300;

/** What keys walk over and the reader comes back to. */
const RESULT = 'a.result';

const VIEWS = {
  document: /^\/documents\/([^/]+)$/,
  mentions: /^\/mentions$/,
  figures: /^\/figures$/,
  entities: /^\/entities$/,
  timeline: /^\/timeline$/,
  together: /^\/together$/,
  sides: /^\/sides$/,
  tray: /^\/tray$/,
  report: /^\/report$/,
  search: /^\/$/,
};

/** The sheets that views have of their own. */
const SHEETS = {
  mentions: ['ledger', 'mentions'], figures: 'ledger', entities: ['ledger', 'entities'], timeline: ['ledger', 'entities', 'timeline'], together: ['ledger', 'together'], report: 'report', document: 'document', sides: 'sides', tray: 'tray',
};

/** What is asked in these is asked in a search; they have a tab while they are shown. */
const ASIDE = ['document', 'report', 'tray'];

const here = () => location.pathname + location.search;

let committed = here();
let typing;
let view = '';
let turn = 0;
const loaded = {};

/** The generation of the index that each view shows. */
const generations = {};

/** Where the reader was in each list of results, to come back to. */
const places = new Map();

async function route(anew = false) {
  const mine = ++turn;
  const before = view;
  clearTimeout(typing);
  loaded[view]?.leave?.();
  hideNotice();
  const [name, pattern] = Object.entries(VIEWS).find(([, each]) => each.test(location.pathname)) ?? ['search', VIEWS.search];
  const state = parse(location.search);
  view = name;
  byId('form').action = ASIDE.includes(name) ? '/' : location.pathname;
  byId('q').value !== state.q && (byId('q').value = state.q);
  byId('op').checked = state.op === 'and';
  showTabs(state);
  waiting(true);
  try {
    [loaded[name]] = await Promise.all([import(`./${name}.js`), ...[SHEETS[name] ?? []].flat().map(sheet)]);
  } catch {
    mine === turn && waiting(false);
    showNotice('The server does not answer.', [['Try again', () => location.reload()]]);
    return;
  }
  if (mine !== turn) {
    return;
  }
  Object.keys(VIEWS).forEach((each) => {
    byId(each).hidden = each !== name;
  });
  showing(generations[name]);
  const shows = ({ index: { generation } }) => {
    generations[name] = generation;
    name === view && showing(generation);
  };
  const names = await loaded[name].show({ state, path: pattern.exec(location.pathname), go: choose, anew, shows });
  mine === turn && waiting(false);
  if (mine === turn && names) {
    nameTab(names);
    // What had the focus may have gone with its view; a keyboard goes on from the beginning of the new one.
    if (before !== '' && before !== name && document.activeElement.offsetParent === null) {
      byId('main').focus({ preventScroll: true });
    }
    restorePlace();
  }
}

let loading;

/** Says that the reader has to wait, once they have waited for a while; what is said already stays until it is over. */
function waiting(isSo) {
  clearTimeout(loading);
  if (!isSo) {
    byId('busy').replaceChildren();
  } else if (!byId('busy').hasChildNodes()) {
    loading = setTimeout(() => byId('busy').replaceChildren('Loading…'), LOADING_MS);
  }
}

/** The links of the header lead to the same passages in another view. */
function showTabs(state) {
  const same = ASIDE.includes(view) ? { ...parse(''), q: state.q, op: state.op } : ofPassages(state);
  for (const name of Object.keys(VIEWS)) {
    const tab = byId(`to-${name}`);
    if (!ASIDE.includes(name)) {
      tab.href = viewAddress(name, same);
    } else if (view === name) {
      tab.hidden = false;
      tab.href = name === 'tray' ? '/tray' : here() + location.hash;
    }
    view === name ? tab.setAttribute('aria-current', 'page') : tab.removeAttribute('aria-current');
  }
  // In one line that scrolls, the tab of the view is seen.
  const tab = byId(`to-${view}`);
  const line = tab.parentElement;
  line.scrollLeft = Math.max(0, tab.offsetLeft - line.offsetLeft - (line.clientWidth - tab.offsetWidth) / 2);
}

/** The tab's title names what was asked, and of what. */
function nameTab(names) {
  document.title = [...names.filter((name) => name.trim() !== ''), 'Wherein'].join(' – ');
}

/** The state of the address, with what the form says now and nobody types any more. */
function formState() {
  const state = parse(ASIDE.includes(view) ? '' : location.search);
  return { ...state, q: byId('q').value, op: byId('op').checked ? 'and' : 'or', typing: false };
}

/** Goes to an address as a new entry of the history. */
function go(url, state = null) {
  savePlace();
  if (here() !== committed && view === 'search') {
    history.replaceState(history.state, '', committed);
  }
  const isAnew = url === here() + location.hash;
  if (!isAnew) {
    history.pushState(state, '', url);
  }
  committed = here();
  return route(isAnew);
}

/** Goes to what a reader chose, in the view that they are in; from a document or the report to a search. */
const choose = (state) => go(viewAddress(ASIDE.includes(view) ? 'search' : view, state));

/** Shows the same as it is in the collection now, at the place where the reader is. */
async function renew() {
  const y = scrollY;
  byId('main').focus({ preventScroll: true });
  const shown = route(true);
  const mine = turn;
  await shown;
  mine === turn && scrollTo(0, y);
}

function typed() {
  clearTimeout(typing);
  typing = setTimeout(() => {
    history.replaceState(history.state, '', viewAddress('search', { ...formState(), typing: true }));
    route();
  }, TYPING_MS);
}

/** What was found while typing is worth an entry of its own, or Back would pass it by. */
function keepTyped() {
  const from = here();
  if (view === 'search' && from !== committed) {
    savePlace();
    history.replaceState(history.state, '', committed);
    history.pushState(null, '', from);
    committed = from;
  }
}

/** Empties the box; the search that it held is one entry back. */
function empty() {
  byId('q').value = '';
  if (view === 'search') {
    keepTyped();
    choose(formState());
  }
}

function savePlace() {
  if (view === 'document') {
    loaded.document?.keepPlace();
  } else {
    places.set(here(), { y: scrollY, link: document.activeElement?.closest?.(RESULT)?.href });
  }
}

function restorePlace() {
  const place = places.get(here());
  if (!place || view === 'document') {
    return;
  }
  places.delete(here());
  scrollTo(0, place.y);
  [...byId(view).querySelectorAll(RESULT)].find((each) => each.href === place.link)?.focus({ preventScroll: true });
}

/** From a document to the list that it was opened from. */
function back() {
  history.state?.from ? history.back() : go(viewAddress('search', parse(location.search)));
}

/** Links within the page change the view; whatever else is clicked is the browser's. */
function followed(event) {
  const link = event.target.closest?.('a[href]');
  if (!link || event.button !== 0 || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return;
  }
  const to = new URL(link.getAttribute('href'), location.href);
  const isHere = link.getAttribute('href').startsWith('#');
  if (isHere || to.origin !== location.origin || link.download || !Object.values(VIEWS).some((each) => each.test(to.pathname))) {
    return;
  }
  event.preventDefault();
  if (link.classList.contains('back') && history.state?.from) {
    history.back();
    return;
  }
  const isResult = link.matches(RESULT);
  const from = here();
  keepTyped();
  if (isResult) {
    link.focus({ preventScroll: true });
    remember(from);
  }
  go(to.pathname + to.search + to.hash, isResult ? { from } : null);
  if (!to.hash) {
    scrollTo(0, 0);
  }
}

/** A country or a person whom a reader chose from the suggestions: in the ledger its rows, elsewhere its passages. */
function narrow(name, value, q) {
  const state = { ...formState(), q };
  const isRows = view === 'mentions' && name !== 'source';
  const narrowed = isRows
    ? { ...state, filters: [...state.filters.filter(([each]) => each !== 'type' && each !== 'id'), ['type', name], ['id', value]] }
    : state.filters.some(([n, v]) => n === name && v === value) ? state : toggled(state, name, value);
  choose(narrowed);
}

/** What collects is loaded when something has been collected, or when a reader reaches for it. */
const collecting = () => import('./collect.js');

/** Puts the result that has the focus, that of a button, or the place in a document into the tray. */
const collect = (button) => collecting().then((module) => module.collect(button, view === 'document' && loaded.document.chosenPlace()))
  .catch(() => showNotice('The server does not answer.'));

/** Over a row of a table, or within it, a reader may collect it. */
function reach({ target }) {
  const row = target.closest?.('.rows tr');
  row?.querySelector('a.result') && collecting().then((module) => module.offer(row)).catch(() => {});
}

/** Searches are remembered, and saved, by what is loaded when a reader first makes one. */
const saving = () => import('./saved.js');
const remember = (address) => saving().then((module) => module.remember(address)).catch(() => {});

let suggested;

/** The box suggests once a reader writes in it; what was typed before that is loaded counts too, unless it has been asked for since. */
function suggesting() {
  if (suggested) {
    return;
  }
  const before = byId('q').value;
  let isAsked = false;
  byId('form').addEventListener('submit', () => { isAsked = true; }, { once: true });
  suggested = import('./suggest.js').then(({ suggestIn }) => {
    suggestIn({
      fill: (q) => choose({ ...formState(), q }),
      filter: narrow,
      open: (url) => go(url, { from: here() }),
      empty,
    });
    isAsked || (byId('q').value !== before && byId('q').dispatchEvent(new Event('input')));
  }).catch(() => {
    suggested = undefined;
  });
}

function listen() {
  Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': 'suggestions', 'aria-expanded': 'false' })
    .forEach(([name, value]) => byId('q').setAttribute(name, value));
  ['keydown', 'paste'].forEach((event) => byId('q').addEventListener(event, suggesting));
  byId('q').addEventListener('focus', () => byId('q').value !== '' && suggesting());
  byId('form').addEventListener('submit', (event) => {
    event.preventDefault();
    choose(formState());
    remember(here());
    scrollTo(0, 0);
  });
  byId('save-search').addEventListener('click', () => saving().then((module) => module.save(here())).catch(() => {}));
  byId('help-open').hidden = false;
  byId('help-open').addEventListener('click', () => Promise.all([import('./help.js'), sheet('help')]).then(([module]) => module.open()).catch(() => {}));
  byId('q').addEventListener('input', () => view === 'search' && typed());
  byId('op').addEventListener('change', () => !ASIDE.includes(view) && choose(formState()));
  document.addEventListener('click', followed);
  document.addEventListener('click', ({ target }) => target.matches('.collect') && collect(target));
  ['pointerover', 'focusin'].forEach((event) => document.addEventListener(event, reach));
  keysOf('tray:').length > 0 && collecting();
  addEventListener('popstate', () => {
    committed = here();
    route();
  });
  addEventListener('pagehide', () => {
    savePlace();
    keep('places', JSON.stringify([...places]), 'sessionStorage');
  });
  addEventListener('beforeprint', () => {
    document.querySelectorAll(RESULT).forEach((link) => { link.dataset.address = link.href; });
    document.querySelectorAll('details.about').forEach((each) => { each.open = true; });
    document.querySelector('.printed').textContent = `${location.href}, ${new Date().toISOString().slice(0, 10)}`;
  });
  listenToKeys({ view: () => view, back, step: (by) => loaded.document?.step(by), collect: () => collect(), select: () => loaded.document?.select() });
}

history.scrollRestoration = 'manual';
if (performance.getEntriesByType('navigation')[0]?.type !== 'navigate') {
  JSON.parse(kept('places', 'sessionStorage') ?? '[]').forEach(([url, place]) => places.set(url, place));
}
listen();
watch(renew);
info().then(({ adding }) => adding && import('./adding.js').then((module) => module.listen(adding))).catch(() => {});
route();
if (view === 'search' && byId('q').value === '') {
  byId('q').focus({ preventScroll: true });
}
