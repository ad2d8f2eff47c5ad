/** What keys do. Each moves the focus over real links and buttons, so that Enter and a screen reader know the rest. */
import { byId } from './dom.js';
import { keep, kept } from './store.js';

const TEXT = 'input:not([type=checkbox]), textarea, select, [contenteditable]';
const STORED = 'keys';

/** Listens, with what the page does for each key. */
export function listenToKeys({ view, back, step, collect, select }) {
  let isOn = kept(STORED) !== 'off';
  const list = () => import('./shortcuts.js').then(({ open }) => open(isOn, (on) => {
    isOn = on;
    keep(STORED, on ? 'on' : 'off');
  })).catch(() => {});
  byId('keys-open').hidden = false;
  byId('keys-open').addEventListener('click', list);
  byId('to-results').addEventListener('click', (event) => {
    event.preventDefault();
    const first = results()[0] ?? byId('results');
    (first.offsetParent ? first : byId('main')).focus();
  });
  const letters = {
    '/': () => {
      byId('q').focus();
      byId('q').select();
    },
    '?': list,
    j: () => view() !== 'document' && move(1),
    k: () => view() !== 'document' && move(-1),
    n: () => view() === 'document' && step(1),
    p: () => view() === 'document' && step(-1),
    t: () => view() !== 'tray' && collect(),
    s: () => view() === 'document' && select(),
  };
  const others = {
    ArrowDown: () => view() !== 'document' && move(1),
    ArrowUp: () => view() !== 'document' && move(-1),
    Escape: () => (view() === 'document' ? back() : byId('q').focus()),
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector('dialog[open]')) {
      return;
    }
    if (event.target.closest(TEXT)) {
      inBox(event, view);
      return;
    }
    const action = (isOn && letters[event.key]) || others[event.key];
    if (action && action() !== false) {
      event.preventDefault();
    }
  });
}

/** In the box letters are letters; Escape and the arrow down lead out of it. */
function inBox(event, view) {
  if (event.target.id !== 'q') {
    return;
  }
  if (event.key === 'Escape') {
    event.preventDefault();
    event.target.blur();
  } else if (event.key === 'ArrowDown' && view() !== 'document' && move(1)) {
    event.preventDefault();
  }
}

/** The results that are shown. */
const results = () => [...document.querySelectorAll('section:not([hidden]) a.result:not(svg a)')];

/** Moves the focus to the next result or the one before; false where there is none. */
function move(by) {
  const links = results();
  if (links.length === 0) {
    return false;
  }
  const now = links.findIndex((link) => (link.closest('li, tr') ?? link).contains(document.activeElement));
  if (now + by < 0) {
    return false;
  }
  const to = links[Math.min(links.length - 1, now + by)];
  to.focus({ preventScroll: true });
  (to.closest('li, tr') ?? to).scrollIntoView({ block: 'nearest' });
  return true;
}
