/** Collecting: what a key or a button puts into the tray, wherever a place of a document is shown. */
import { get } from './api.js';
import { byId, count, el } from './dom.js';
import { add, all, digest, has, isKept, keyOf, remove, watch } from './items.js';
import { showNotice } from './notice.js';

/** What a button says whose place is in the tray. */
const IN = 'In tray';
const RESULT = 'a.result[href*="#c="]';

/** The place that a link of the page leads to; null where it leads to none. */
function placeOf(link) {
  const [, id, start, end] = /\/documents\/([^/?#]+)[^#]*#c=(\d+)-(\d+)$/.exec(link?.href?.baseVal ?? link?.href ?? '') ?? [];
  // A mention by itself says nothing: what is quoted is its sentence; a passage has only whole ones.
  return id ? { document: decodeURIComponent(id), start: Number(start), end: Number(end), whole: 'sentence' } : null;
}

/** What stands at a place now, as an item; `note` is the reader's. */
export async function itemOf(place, note = '', signal = undefined) {
  const { document, start, end, whole } = place;
  const asked = new URLSearchParams({ start, end, whole });
  const { index, start: from, end: to, text, title, source, date, stance, lang, reference, csl } =
    await get(`/documents/${encodeURIComponent(document)}/quotation`, asked, signal);
  return [{ document, start, end, whole, from, to, text, digest: digest(text), title, source, date, stance, lang, reference, csl, note }, index];
}

/** Collects the place of a button or of what has the focus; where it is collected already, takes it out again. */
export async function collect(button, place) {
  const row = (button ?? document.activeElement)?.closest?.('li, tr, a');
  const at = place || placeOf(row?.matches(RESULT) ? row : row?.querySelector(RESULT));
  if (!at) {
    showNotice('Go to a result first, or select words in a document; then they can be put into the tray.');
    return;
  }
  const there = all().find((item) => keyOf(item) === keyOf(at));
  if (there && button && button.textContent !== IN) {
    // It was put there in another tab, or before the button knew; one of a document knows of no place.
    show();
    button.matches('.of-document') && showNotice('In the tray already.', [el('a', { href: '/tray' }, 'Open the tray')]);
    return;
  }
  if (there) {
    const undo = remove([there]);
    showNotice('Taken out of the tray.', [['Undo', () => {
      undo();
      showNotice('Back in the tray.');
    }]]);
    return;
  }
  try {
    const [item] = await itemOf(at);
    add([item]);
    showNotice(isKept() ? `In the tray, with ${count(all().length, 'item')}.` : NOT_KEPT, [el('a', { href: '/tray' }, 'Open the tray')]);
  } catch (error) {
    showNotice(error.message);
  }
}

/** Said where the browser keeps nothing. */
export const NOT_KEPT = 'This browser does not keep the tray: it is full, or forbids it. Save the tray as a file before you leave the page.';

/** Puts the one button of the rows of a table into the row that a reader is at. */
export function offer(row) {
  const link = row.querySelector(RESULT);
  if (link && !row.querySelector('.collect')) {
    moving.dataset.of = link.href;
    (row.querySelector('td.match') ?? row.lastElementChild).append(moving);
    show();
  }
}

const moving = el('button', { type: 'button', class: 'collect moving no-print' });

/** Every button says whether its place is in the tray; the tab says how many are. */
function show() {
  for (const button of document.querySelectorAll('.collect:not(.of-document)')) {
    const row = button.closest('li, tr');
    const place = placeOf(row?.querySelector(RESULT));
    const isIn = place !== null && has(place);
    const text = isIn ? IN : 'Add to tray';
    if (button.textContent !== text) {
      button.textContent = text;
    }
  }
  const tab = byId('to-tray');
  const n = all().length;
  tab.hidden = n === 0 && tab.getAttribute('aria-current') !== 'page';
  tab.textContent = n === 0 ? 'Tray' : `Tray (${n})`;
}

watch(show);
new MutationObserver(show).observe(byId('results'), { childList: true, subtree: true });
show();
