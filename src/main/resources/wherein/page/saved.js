/** Searches that this browser keeps for its reader: those that were saved, and the last that were made. None leaves the machine. */
import { el, fill } from './dom.js';
import { showNotice } from './notice.js';
import { fieldLabel, filterLabel, narrowings, parse } from './state.js';
import { keep, kept } from './store.js';

const SAVED = 'searches.saved';
const RECENT = 'searches.recent';
const OFF = 'searches.off';
const MOST = { [SAVED]: 200, [RECENT]: 20 };

/** The addresses under a key, the last first; what is none is passed over. */
function addresses(key) {
  try {
    return JSON.parse(kept(key) ?? '[]').filter((each) => typeof each === 'string' && /^\/[a-z]*\?/.test(each)).slice(0, MOST[key]);
  } catch {
    return [];
  }
}

const write = (key, all) => keep(key, all.length === 0 ? null : JSON.stringify(all.slice(0, MOST[key])));
const put = (key, address) => write(key, [address, ...addresses(key).filter((each) => each !== address)]);

/** Remembers an address as the last that was asked for, unless the reader does not want that. */
export function remember(address) {
  parse(new URL(address, location.href).search).q.trim() !== '' && kept(OFF) === null && put(RECENT, address);
}

/** Saves the search of an address, until it is taken away on the first page. */
export function save(address) {
  const done = put(SAVED, address);
  showNotice(done ? 'Saved in this browser. Saved searches stand on the first page.' : 'This browser keeps nothing: it is full, or forbids it. A bookmark of this page does the same.',
    done ? [el('a', { href: '/' }, 'First page')] : []);
}

/** A search in words. */
function words(address) {
  const url = new URL(address, location.href);
  const state = parse(url.search);
  const view = url.pathname.slice(1);
  const label = (name, value) => ({ 'side.by': `by ${fieldLabel(value).toLowerCase()}`, 'side.of': value || 'unknown' })[name] ?? filterLabel(name, value);
  return [state.q || 'all passages', ...narrowings(state, label).map(([text]) => text),
    view && `in ${view}`].filter(Boolean).join(' · ');
}

/** Shows the searches that are kept, with ways to forget them. */
export function showKept(place) {
  const again = () => showKept(place);
  const list = (key, title) => {
    const all = addresses(key);
    return all.length > 0 && el('section', { class: 'kept', 'aria-label': title }, el('h2', {}, title),
      el('ul', { class: 'examples' }, all.map((address) => el('li', {}, el('a', { href: address }, words(address)), ' ',
        el('button', { type: 'button', class: 'plain', 'aria-label': `Forget ${words(address)}`, onclick: () => {
          write(key, addresses(key).filter((each) => each !== address));
          again();
        } }, '×')))),
      el('button', { type: 'button', class: 'plain forget', onclick: () => {
        write(key, []);
        again();
      } }, 'Forget all'));
  };
  fill(place, list(SAVED, 'Saved searches'), list(RECENT, 'Recent searches'),
    el('label', { class: 'switch' }, el('input', { type: 'checkbox', checked: kept(OFF) === null, onchange: ({ target }) => {
      keep(OFF, target.checked ? null : 'on');
      target.checked || write(RECENT, []);
      again();
    } }), ' remember recent searches in this browser'));
}
