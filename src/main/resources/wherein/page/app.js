/**
 * The page: which view an address shows, what typing and keys do, and what the history holds.
 *
 * Typing replaces the address; Enter and choices make an entry of the history. While a reader types, `committed` is
 * the entry they began from, and it is put back before a new one is made, so that Back leads there.
 */
import { info } from './api.js';
import { byId } from './dom.js';
import { leaveDocument, showDocument, step } from './document.js';
import { listenToKeys } from './keys.js';
import { leaveMentions, showMentions } from './mentions.js';
import { hideNotice } from './notice.js';
import { isShown, search } from './search.js';
import { address, mentionsAddress, ofPassages, parse } from './state.js';

const TYPING_MS = 150;
const RESULT = ':is(.hit, .kwic) a';
const DOCUMENT = /^\/documents\/([^/]+)$/;

const here = () => location.pathname + location.search;

let committed = here();
let typing;
let view = '';

/** Where the reader was in each list of results, to come back to. */
const places = new Map();

/** The view of the address; each later view is one more line here and one more section of the shell. */
const views = [
  [DOCUMENT, 'document', documentView],
  [/^\/mentions$/, 'mentions', mentionsView],
  [/^\/$/, 'search', searchView],
];

function route() {
  clearTimeout(typing);
  const [pattern, name, show] = views.find(([each]) => each.test(location.pathname)) ?? views.at(-1);
  leaveDocument();
  leaveMentions();
  hideNotice();
  const state = parse(location.search);
  fillForm(state);
  view = name;
  views.forEach(([, each]) => {
    byId(each).hidden = each !== name;
  });
  showTabs(state);
  show(state, pattern.exec(location.pathname));
}

function searchView(state) {
  nameTab(state.q);
  if (isShown(address(state))) {
    restorePlace();
    return;
  }
  search(state, choose).then(restorePlace);
}

async function mentionsView(state, match, anew) {
  const label = await showMentions(state, anew);
  if (label !== null) {
    nameTab('Mentions', state.q, label);
    restorePlace();
  }
}

/** The links of the header lead to the same passages in another view. */
function showTabs(state) {
  const same = view === 'document' ? parse('') : ofPassages(state);
  byId('to-search').href = address(same);
  byId('to-mentions').href = mentionsAddress(same);
  for (const each of ['search', 'mentions']) {
    const tab = byId(`to-${each}`);
    view === each ? tab.setAttribute('aria-current', 'page') : tab.removeAttribute('aria-current');
  }
}

async function documentView(state, [, encoded]) {
  const back = { address: history.state?.from ?? address(state), go: backToResults };
  const title = await showDocument(decodeURIComponent(encoded), state, location.hash, back);
  if (title) {
    nameTab(state.q, title);
  }
  if (title && !location.hash) {
    window.scrollTo(0, 0);
  }
}

/** The tab's title names what was asked, and in which document. */
function nameTab(...names) {
  document.title = [...names.reverse().filter((name) => name.trim() !== ''), 'Wherein'].join(' – ');
}

function fillForm(state) {
  if (byId('q').value !== state.q) {
    byId('q').value = state.q;
  }
  byId('op').checked = state.op === 'and';
  byId('sort').value = state.sort;
  byId('group').checked = state.group === 'document';
}

/** The state of the address, with what the form says now. */
function formState() {
  const state = parse(view === 'document' ? '' : location.search);
  return {
    ...state,
    q: byId('q').value,
    op: byId('op').checked ? 'and' : 'or',
    sort: byId('sort').value,
    group: byId('group').checked ? 'document' : 'passage',
  };
}

/** Goes to an address as a new entry of the history. */
function go(url, state = null) {
  savePlace();
  if (here() !== committed && view === 'search') {
    history.replaceState(history.state, '', committed);
  }
  if (url !== here() + location.hash) {
    history.pushState(state, '', url);
  }
  committed = here();
  route();
}

/** Goes to what a reader chose in the search. */
function choose(state) {
  if (view === 'mentions') {
    mentionsAddress(state) === here() ? mentionsView(state, null, true) : go(mentionsAddress(state));
    return;
  }
  if (address(state) === here() && here() === committed) {
    search(state, choose);
    return;
  }
  go(address(state));
}

function typed() {
  clearTimeout(typing);
  typing = setTimeout(() => {
    const state = formState();
    history.replaceState(history.state, '', address(state));
    nameTab(state.q);
    showTabs(state);
    search(state, choose);
  }, TYPING_MS);
}

function savePlace() {
  if (view !== 'document') {
    places.set(here(), { y: window.scrollY, link: document.activeElement?.closest?.(RESULT)?.href });
  }
}

function restorePlace() {
  const place = places.get(here());
  if (!place || view === 'document') {
    return;
  }
  places.delete(here());
  window.scrollTo(0, place.y);
  const link = [...byId(view).querySelectorAll(RESULT)].find((each) => each.href === place.link);
  link?.focus({ preventScroll: true });
}

function backToResults(event) {
  if (event && (event.metaKey || event.ctrlKey || event.shiftKey)) {
    return;
  }
  event?.preventDefault();
  event?.stopPropagation();
  if (history.state?.from) {
    history.back();
  } else {
    go(address(parse(location.search)));
  }
}

/** Links within the page change the view; whatever else is clicked is the browser's. */
function followed(event) {
  const link = event.target.closest?.('a[href]');
  const isOurs = link && link.origin === location.origin && event.button === 0 && !event.defaultPrevented
    && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    && !link.getAttribute('href').startsWith('#')
    && views.some(([pattern]) => pattern.test(link.pathname));
  if (!isOurs) {
    return;
  }
  event.preventDefault();
  const isResult = link.closest('.hit h2, .kwic') !== null;
  const from = location.pathname + location.search;
  // A result found while typing is worth an entry of its own, or Back would pass it by.
  if (view === 'search' && here() !== committed) {
    savePlace();
    history.replaceState(history.state, '', committed);
    history.pushState(null, '', from);
    committed = from;
  }
  if (isResult) {
    link.focus({ preventScroll: true });
  }
  go(link.pathname + link.search + link.hash, isResult ? { from } : null);
  if (!link.hash) {
    window.scrollTo(0, 0);
  }
}

function listen() {
  byId('form').addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(typing);
    choose(formState());
    window.scrollTo(0, 0);
  });
  byId('q').addEventListener('input', () => view === 'search' && typed());
  byId('op').addEventListener('change', () => view !== 'document' && choose(formState()));
  byId('sort').addEventListener('change', () => choose(formState()));
  byId('group').addEventListener('change', () => choose(formState()));
  document.addEventListener('click', followed);
  window.addEventListener('popstate', () => {
    committed = here();
    route();
  });
  window.addEventListener('pagehide', () => {
    savePlace();
    sessionStorage.setItem('places', JSON.stringify([...places]));
  });
  window.addEventListener('beforeprint', () => {
    document.querySelector('.printed').textContent = `${location.href}, ${new Date().toISOString().slice(0, 10)}`;
  });
  listenToKeys({ view: () => view, back: () => backToResults(), step });
}

/** The facets stand open beside the results where there is room, and wait to be opened where there is none. */
function fitFacets() {
  const isWide = matchMedia('(min-width: 800px)');
  const fit = () => {
    byId('facets').open = isWide.matches;
    byId('mention-facets').open = isWide.matches;
  };
  isWide.addEventListener('change', fit);
  fit();
}

history.scrollRestoration = 'manual';
if (performance.getEntriesByType('navigation')[0]?.type !== 'navigate') {
  JSON.parse(sessionStorage.getItem('places') ?? '[]').forEach(([url, place]) => places.set(url, place));
}
info().catch(() => {});
fitFacets();
listen();
route();
if (view === 'search' && byId('q').value === '') {
  byId('q').focus({ preventScroll: true });
}
