/**
 * What a reader has collected. Each item is kept under a key of its own, and a change writes that one alone: two tabs never
 * lose what the other collects. What cannot be kept is held until the page is left, and that is told.
 *
 * An item is a place that was chosen (document, start, end), what is quoted for it (from, to, text, with a digest by which a
 * changed text is known), how that is cited (reference, csl), what is known of it (title, source, date, stance, lang), and the
 * reader's note. Its rank is its place in the order.
 */
import { kept, keep, keysOf } from './store.js';

const PREFIX = 'tray:';

/** What this browser does not keep. */
const held = new Map();
const listeners = [];

/** The key of a place. */
export const keyOf = ({ document, start, end }) => `${PREFIX}${document}#${start}-${end}`;

function read(key) {
  if (held.has(key)) {
    return held.get(key);
  }
  try {
    const item = JSON.parse(kept(key));
    return item && typeof item.document === 'string' && keyOf(item) === key ? item : null;
  } catch {
    // Not ours: it stays as it is.
    return null;
  }
}

/** All items in their order. */
export const all = () => [...new Set([...keysOf(PREFIX), ...held.keys()])]
  .map((key) => [key, read(key)])
  .filter(([, item]) => item)
  .sort(([a, one], [b, other]) => one.rank - other.rank || (a < b ? -1 : 1))
  .map(([, item]) => item);

/** Whether a place has been collected. */
export const has = (place) => read(keyOf(place)) !== null;

/** Whether all items are kept when the page is left. */
export const isKept = () => held.size === 0;

function write(item) {
  const key = keyOf(item);
  if (keep(key, JSON.stringify(item))) {
    held.delete(key);
  } else {
    held.set(key, item);
  }
}

/** Adds items behind all others. Of one that is there already the note is added to its own, where that does not have it. */
export function add(items) {
  let rank = Math.max(0, ...all().map((item) => item.rank));
  for (const item of items) {
    const had = read(keyOf(item));
    if (!had) {
      write({ ...item, rank: ++rank });
    } else if (item.note && !had.note.includes(item.note)) {
      write({ ...had, note: [had.note, item.note].filter(Boolean).join('\n') });
    }
  }
  tell();
}

/** Changes what is said of an item that is still there. */
export function change(key, fields) {
  const item = read(key);
  if (item) {
    write({ ...item, ...fields });
    tell();
  }
}

/** Takes items away; answers with what puts them back. */
export function remove(items) {
  items.forEach((item) => {
    held.delete(keyOf(item));
    keep(keyOf(item), null);
  });
  tell();
  return () => {
    items.forEach(write);
    tell();
  };
}

/** Moves an item to a place in the order, from 0. */
export function move(key, to) {
  const order = all();
  const item = order.find((each) => keyOf(each) === key);
  if (!item) {
    return;
  }
  order.splice(order.indexOf(item), 1);
  order.splice(Math.max(0, to), 0, item);
  const at = order.indexOf(item);
  const before = order[at - 1]?.rank ?? order[at + 1]?.rank - 2;
  const after = order[at + 1]?.rank ?? before + 2;
  const rank = (before + after) / 2;
  if (before < rank && rank < after) {
    write({ ...item, rank });
  } else {
    // Between these two there is no number left.
    order.forEach((each, i) => each.rank !== i + 1 && write({ ...each, rank: i + 1 }));
  }
  tell();
}

const tell = () => listeners.forEach((listener) => listener());

/** Calls a function whenever items have changed, in this tab or in another. */
export function watch(listener) {
  listeners.push(listener);
}

addEventListener('storage', ({ key }) => (key === null || key.startsWith(PREFIX)) && tell());

/** FNV-1a over the characters of a text, in eight digits: it tells that a text has changed, and needs no secure address. */
export function digest(text) {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
