/** What can be done with the words that are selected in a document, beside them. */
import { citation, copied } from './cite.js';
import { count, el } from './dom.js';
import { address, alike, documentAddress, mentionsAddress, parse } from './state.js';
import { meant, mentionsWithin } from './within.js';

const BLANK = parse('');

/** So many characters of a selection are searched at most. */
const SEARCHED = 200;

let bar;

/**
 * Shows it for a span of a document, or takes it away without one.
 *
 * @param of the document with its path in the API
 * @param text the element that the words stand in
 */
export function offer(span, of, text) {
  bar?.remove();
  bar = null;
  if (!span) {
    return;
  }
  const range = getSelection().getRangeAt(0);
  const words = range.toString().replace(/\s+/g, ' ').trim();
  const link = location.origin + documentAddress(of.document.id, BLANK, ...span);
  const list = el('div', { class: 'chosen-list', hidden: true });
  const button = (label, action, more = {}) => el('button', { type: 'button', ...more, onclick: ({ currentTarget }) => action(currentTarget) }, label);
  bar = el('div', { class: 'chosen no-print', role: 'group', 'aria-label': 'The words selected' },
    button('Copy quotation', (pressed) => copied(citation(of.path, 'text', span), pressed)),
    button('Copy link', (pressed) => copied(link, pressed)),
    button('Add to tray', (pressed) => import('./collect.js').then(({ collect }) =>
      collect(pressed, { document: of.document.id, start: span[0], end: span[1], whole: 'place' })), { class: 'of-document' }),
    el('a', { href: address({ ...BLANK, q: `"${phrase(words)}"` }) }, 'Search it'),
    button('Its mentions', (pressed) => toggle(pressed, list, of.document.id, span), { 'aria-expanded': 'false' }),
    el('span', { class: 'unseen', role: 'status' }, `${count(words.split(' ').length, 'word')} selected. Enter leads to what can be done with them.`),
    list);
  bar.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close(text);
    }
  });
  put(range, text);
}

/** What is searched of words: as many whole ones as a phrase takes, without marks of quotation. */
const phrase = (words) => (words.length > SEARCHED ? words.slice(0, SEARCHED).replace(/\s\S*$/, '') : words)
  .replace(/["“”„«»\\]/g, ' ').replace(/\s+/g, ' ').trim();

/** The bar comes behind the paragraph in which the selection ends, so that Tab leads to it, and is seen beneath the words. */
function put(range, text) {
  const end = range.endContainer.nodeType === Node.TEXT_NODE ? range.endContainer.parentElement : range.endContainer;
  const block = text.contains(end) ? end.closest('[data-start]') : null;
  block ? block.after(bar) : text.append(bar);
  const box = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
  const at = text.getBoundingClientRect();
  const left = Math.max(0, Math.min(box.left - at.left, at.width - bar.offsetWidth));
  bar.style.setProperty('--left', `${left}px`);
  bar.style.setProperty('--top', `${box.bottom - at.top + 6}px`);
}

function close(text) {
  const block = bar.previousElementSibling ?? text;
  bar.remove();
  bar = null;
  getSelection().removeAllRanges();
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
}

async function toggle(button, list, id, span) {
  const isOpen = button.getAttribute('aria-expanded') === 'true';
  button.setAttribute('aria-expanded', String(!isOpen));
  list.hidden = isOpen;
  if (isOpen || list.hasChildNodes()) {
    return;
  }
  const found = new Map();
  for (const each of await mentionsWithin(id, span)) {
    const key = `${each.type} ${meant(each)}`;
    found.set(key, [each, (found.get(key)?.[1] ?? 0) + 1]);
  }
  list.replaceChildren(found.size === 0
    ? el('p', {}, 'No country, person, figure or date is named in these words.')
    : el('ul', { role: 'list' }, [...found.values()].map(([each, times]) => el('li', {},
      el('a', { href: mentionsAddress({ ...BLANK, filters: alike(each) }) }, meant(each)),
      `, ${each.type}${times > 1 ? `, ${count(times, 'time')}` : ''}`))));
}

// Enter where nothing else has the focus leads to the bar, and Escape takes it away.
document.addEventListener('keydown', (event) => {
  const isFree = !event.target.closest('a, button, input, select, textarea, summary, dialog');
  if (bar?.isConnected && isFree && event.key === 'Enter') {
    event.preventDefault();
    bar.querySelector('button').focus();
  } else if (bar?.isConnected && isFree && event.key === 'Escape') {
    event.stopPropagation();
    close(bar.parentElement);
  }
}, true);
