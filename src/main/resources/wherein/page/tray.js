/**
 * The view Tray: what a reader has collected, in their order, with notes; or, by the address of a link, what somebody else has. Each
 * place is looked up in the collection that is served, and what is no longer there is said to be so.
 */
import { NOT_KEPT } from './collect.js';
import { byId, count, dotted, el, fill, number } from './dom.js';
import { line, pieces } from './exports.js';
import { add, all, change, isKept, keyOf, move, remove, watch } from './items.js';
import { hideNotice, showNotice } from './notice.js';
import { fileOf, itemsOf, linkTo, LONGEST, placesOf, save } from './places.js';
import { bare, lookUp, STANDINGS } from './standing.js';
import { dateLabel, documentAddress, parse } from './state.js';

const WRITING_MS = 300;
const BLANK = parse('');
const section = byId('tray');

let controller;

/** What is shown, and whether it is that of a link. */
let shown = [];
let isShared = false;

/** What each place was found to be, by its key. */
const standings = new Map();

/** Shows the tray of this browser, or that of the address. */
export async function show({ shows }) {
  leave();
  controller = new AbortController();
  const { signal } = controller;
  const { places, faults } = placesOf(location.hash);
  isShared = places.length > 0 || faults > 0;
  shown = isShared ? places.map(bare) : all();
  standings.clear();
  render();
  if (faults > 0) {
    showNotice(`${count(faults, 'part')} of this link cannot be read. The link may have been cut: ask for it again, or for the tray as a file.`);
  }
  if (shown.length > 0) {
    section.setAttribute('aria-busy', 'true');
    const index = await lookUp(shown, signal, (item) => signal.aborted || found(item));
    if (signal.aborted) {
      return null;
    }
    section.removeAttribute('aria-busy');
    index && shows({ index });
    tellTotal();
  }
  return [isShared ? 'A tray from a link' : 'Tray'];
}

/** Shows what became of a place, where that is not as it was; what came as a place alone has its words from now on. */
function found({ standing, ...item }) {
  const key = keyOf(item);
  const at = shown.findIndex((each) => keyOf(each) === key);
  standings.set(key, standing);
  if (at < 0 || (standing === 'there' && shown[at].text !== '')) {
    return;
  }
  const there = list.children[at];
  const isWriting = there.querySelector('textarea:focus');
  isWriting?.dispatchEvent(new Event('change'));
  shown[at] = { ...item, note: shown[at].note };
  isShared || standing !== 'there' || change(key, { ...item, note: shown[at].note });
  there.replaceWith(itemElement(shown[at], at));
  isWriting && list.children[at].querySelector('textarea').focus({ preventScroll: true });
}

/** Forgets what is under way, when the reader has gone elsewhere. */
export function leave() {
  controller?.abort();
  section.removeAttribute('aria-busy');
}

// Another tab may have changed it; what a reader is writing stays.
watch(() => {
  if (section.hidden || isShared) {
    return;
  }
  const now = all();
  const isSame = now.length === shown.length && now.every((item, i) => keyOf(item) === keyOf(shown[i]));
  shown = now;
  isSame ? shown.forEach(renew) : render();
});

// What is being written is kept when the page is left.
addEventListener('pagehide', () => list.querySelectorAll('textarea').forEach((field) => field.dispatchEvent(new Event('change'))));

/** Puts a note that another tab has changed into its field. */
function renew(item, i) {
  const field = list.children[i]?.querySelector('textarea');
  if (field && field !== document.activeElement && field.value !== item.note) {
    field.value = item.note;
  }
}

const total = el('p', { class: 'total', role: 'status' });
const list = el('ol', { class: 'collected', role: 'list' });

const withStandings = () => shown.map((item) => ({ ...item, standing: standings.get(keyOf(item)) }));

const chooser = el('input', { type: 'file', accept: '.json,application/json', hidden: true, 'aria-label': 'A tray that was saved', onchange: load });

const button = (label, onclick, more = {}) => el('button', { type: 'button', onclick, ...more }, label);

function render() {
  const hasItems = shown.length > 0;
  fill(section,
    el('h1', {}, isShared ? 'A tray from a link' : 'Tray'),
    total,
    el('div', { class: 'ways no-print' },
      hasItems && isShared && button(`Add ${shown.length === 1 ? 'it' : 'all'} to my tray`, adopt, { class: 'main' }),
      hasItems && el('span', { class: 'of-files', role: 'group', 'aria-label': 'Download' }, 'Download ',
        button('Word', async () => saveAs('docx')), button('Markdown', () => saveAs('md')), button('CSL-JSON', () => saveAs('csl'))),
      hasItems && !isShared && button('Copy link', copyLink),
      hasItems && button('Save as a file', () => save('tray.json', 'application/json', fileOf(shown))),
      !isShared && button('Load a file', () => chooser.click()),
      !isShared && chooser,
      hasItems && !isShared && button('Empty the tray', empty)),
    hasItems ? list : el('div', { class: 'lead' },
      el('p', {}, isShared ? 'This link holds no place.' : 'Nothing is in the tray yet.'),
      el('p', {}, 'Put passages and mentions into it with “Add to tray” beside them, or with the key ', el('kbd', {}, 't'),
        '. They are kept in this browser, with your notes, and nobody else sees them.')));
  list.replaceChildren(...shown.map(itemElement));
  tellTotal();
}

function tellTotal() {
  const documents = new Set(shown.map((item) => item.document)).size;
  const isNot = (standing) => shown.filter((item) => standings.get(keyOf(item)) === standing).length;
  const [changed, gone] = ['changed', 'gone'].map(isNot);
  const text = shown.length === 0 ? '' : [`${count(shown.length, 'place')} in ${count(documents, 'document')}`,
    changed > 0 && `${number(changed)} changed since`, gone > 0 && `${number(gone)} no longer in the collection`].filter(Boolean).join(', ');
  total.textContent = text;
  isKept() || showNotice(NOT_KEPT);
}

function itemElement(item, i) {
  const { document: id, title, source, date, stance, lang, from, to, text } = item;
  const key = keyOf(item);
  const name = title ?? id;
  const standing = STANDINGS[standings.get(key)];
  const [before, match, after] = text ? pieces(item) : ['', '', ''];
  const isGone = standings.get(key) === 'gone';
  const what = `${name}, ${number(i + 1)} of ${number(shown.length)}`;
  return el('li', { class: standing && 'astray', 'data-key': key },
    el('div', { class: 'quoted' },
      el('p', { class: 'meta' }, dotted([source && el('span', { class: 'source' }, source), text && el('span', {}, dateLabel(date)), stance && el('span', { class: 'stance' }, stance)])),
      el('h2', {}, isGone ? name : el('a', { class: 'result', href: documentAddress(id, BLANK, from ?? item.start, to ?? item.end) }, name)),
      text && el('blockquote', { lang }, before, match && el('mark', {}, match), after),
      standing && el('p', { class: 'standing' }, standing,
        standings.get(key) === 'changed' && text && !isShared && [' ', el('a', { href: documentAddress(id, { ...BLANK, q: `"${line(text).replace(/["\\]/g, ' ').split(' ').slice(0, 8).join(' ')}"` }) }, 'Look for its words there')]),
      el('p', { class: 'reference' }, text ? item.reference : `Characters ${number(item.start)} to ${number(item.end)}.`),
      isShared ? item.note && el('p', { class: 'note' }, item.note)
        : el('label', { class: 'note no-print' }, 'Note ', noteField(item, key)),
      !isShared && item.note && el('p', { class: 'note on-paper' }, item.note)),
    !isShared && el('div', { class: 'handles no-print', role: 'group', 'aria-label': what },
      el('span', { class: 'grip', 'aria-hidden': 'true', onpointerdown: drag }, '⠿'),
      button('↑', () => shift(key, -1), { 'aria-label': 'Move up', class: 'up-by-one', disabled: i === 0 }),
      button('↓', () => shift(key, 1), { 'aria-label': 'Move down', class: 'down-by-one', disabled: i === shown.length - 1 }),
      button('Remove', () => takeOut(item))));
}

/** A note is kept while it is written. */
function noteField(item, key) {
  let late;
  const put = () => {
    clearTimeout(late);
    const { value } = field;
    if (all().find((each) => keyOf(each) === key)?.note !== value) {
      change(key, { note: value });
      isKept() || showNotice(NOT_KEPT);
    }
  };
  const field = el('textarea', { rows: 1, maxlength: 10_000, onchange: put, onkeydown: keyed, oninput() {
    clearTimeout(late);
    late = setTimeout(put, WRITING_MS);
  } }, item.note);
  return field;
}

/** Alt and an arrow move the item that the focus is in. */
function keyed(event) {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const item = event.target.closest('.collected > li');
  if (by && event.altKey && item && !isShared) {
    event.preventDefault();
    event.stopPropagation();
    shift(item.dataset.key, by);
  }
}
list.addEventListener('keydown', keyed);

/** Moves an item by one place; the focus stays on what moved it. */
function shift(key, by) {
  const at = shown.findIndex((item) => keyOf(item) === key);
  const to = at + by;
  if (to < 0 || to >= shown.length) {
    return;
  }
  const had = document.activeElement;
  const css = had?.matches('textarea') ? 'textarea' : had?.matches('a') ? 'a' : by < 0 ? '.up-by-one' : '.down-by-one';
  put(key, to);
  const moved = list.children[to];
  const focus = moved.querySelector(css);
  (focus.disabled ? moved.querySelector('.handles button:not(:disabled)') : focus).focus({ preventScroll: true });
  moved.scrollIntoView({ block: 'nearest' });
}

function put(key, to) {
  move(key, to);
  total.textContent = `Now ${number(to + 1)} of ${number(shown.length)}.`;
}

/** Follows the pointer with an item until it is let go. */
function drag(event) {
  const item = event.target.closest('li');
  const from = [...list.children].indexOf(item);
  event.preventDefault();
  item.classList.add('dragged');
  const over = ({ clientY }) => {
    const under = [...list.children].find((each) => each !== item && clientY < each.getBoundingClientRect().bottom) ?? null;
    const isAbove = under && clientY < under.getBoundingClientRect().top + under.offsetHeight / 2;
    const before = under === null ? null : isAbove ? under : under.nextElementSibling;
    before !== item && before !== item.nextElementSibling && list.insertBefore(item, before);
  };
  const end = ({ type }) => {
    removeEventListener('pointermove', over);
    removeEventListener('pointerup', end);
    removeEventListener('pointercancel', end);
    item.classList.remove('dragged');
    const to = [...list.children].indexOf(item);
    type === 'pointerup' && to !== from ? put(item.dataset.key, to) : render();
  };
  addEventListener('pointermove', over);
  addEventListener('pointerup', end);
  addEventListener('pointercancel', end);
}

function undoable(text, items) {
  const undo = remove(items);
  showNotice(text, [['Undo', () => {
    undo();
    hideNotice();
  }]]);
}

function takeOut(item) {
  const at = shown.findIndex((each) => keyOf(each) === keyOf(item));
  // As it is now, with the note that was written since.
  undoable('Taken out of the tray.', [all().find((each) => keyOf(each) === keyOf(item)) ?? item]);
  (list.children[Math.min(at, list.children.length - 1)]?.querySelector('.handles button:not(:disabled)') ?? byId('main')).focus({ preventScroll: true });
}

const empty = () => undoable(`${count(shown.length, 'place')} taken out of the tray.`, all());

/** What a link held becomes part of the reader's own tray. */
function adopt() {
  add(shown);
  showNotice(`${count(shown.length, 'place')} added.`, [el('a', { href: '/tray' }, 'Open my tray')]);
}

async function load() {
  const [file] = chooser.files;
  chooser.value = '';
  try {
    const items = await itemsOf(file);
    add(items);
    showNotice(isKept() ? `${count(items.length, 'item')} loaded from “${file.name}”.` : NOT_KEPT);
  } catch (error) {
    showNotice(error.message);
  }
}

async function copyLink({ target }) {
  const link = linkTo(shown);
  if (link.length > LONGEST) {
    showNotice(`The link would have ${number(link.length)} characters, and programs cut those of more than ${number(LONGEST)}. Save the tray as a file instead: whoever gets it can load it here.`);
    return;
  }
  const { copyText } = await import('./cite.js');
  copyText(link, 'Link copied. It holds the places and your notes, not the words.', target);
}

async function saveAs(form) {
  const items = withStandings();
  if (form === 'docx') {
    const { docx, TYPE } = await import('./docx.js');
    save('tray.docx', TYPE, docx(items));
    return;
  }
  const { markdown, csl } = await import('./exports.js');
  form === 'md' ? save('tray.md', 'text/markdown', markdown(items)) : save('tray.csl.json', 'application/vnd.citationstyles.csl+json', csl(items));
}
