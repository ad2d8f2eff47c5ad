/** The tray outside of the browser that keeps it: as a link that holds places, and as a file that holds all. */
import { el } from './dom.js';

/** Characters that a link has at most: programs that pass links on cut longer ones. */
export const LONGEST = 12 << 10;

/** Of a file that is loaded: bytes and items. */
const BYTES = 32 << 20;
const ITEMS = 10_000;

const FORMS = { s: 'sentence', p: 'passage' };
const PLACE = /^(\d{1,9})-(\d{1,9})([sp]?)\.([0-9a-f]{8})\.([^]{1,200})$/;

/** The address of items: each as its place with the digest of what stands there, and the note. */
export function linkTo(items) {
  const held = new URLSearchParams();
  for (const { document, start, end, whole, digest, note } of items) {
    held.append('p', `${start}-${end}${whole === 'place' ? '' : whole.charAt(0)}.${digest}.${document}`);
    if (note) {
      held.append('n', note);
    }
  }
  return `${location.origin}/tray#${held}`;
}

/** The places of an address, and how many of its parts are none. */
export function placesOf(hash) {
  const places = [];
  let faults = 0;
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ''))) {
    const [, start, end, form, digest, document] = (name === 'p' && PLACE.exec(value)) || [];
    if (document !== undefined && Number(start) < Number(end)) {
      places.push({ document, start: Number(start), end: Number(end), whole: FORMS[form] ?? 'place', digest, note: '' });
    } else if (name === 'n' && places.length > 0) {
      places.at(-1).note = value;
    } else {
      faults++;
    }
  }
  return { places, faults };
}

const isText = (value) => typeof value === 'string';
const isTextOrNull = (value) => value === null || value === undefined || isText(value);
const isWhole = (value) => Number.isSafeInteger(value) && value >= 0;

/** Each a name of an item with what its value has to be. */
const HAS = {
  document: [(value) => isText(value) && /^[^]{1,200}$/u.test(value), 'the id of a document'],
  start: [isWhole, 'a whole number'],
  end: [isWhole, 'a whole number'],
  whole: [(value) => ['place', 'sentence', 'passage'].includes(value), 'place, sentence or passage'],
  from: [isWhole, 'a whole number'],
  to: [isWhole, 'a whole number'],
  text: [isText, 'a text'],
  digest: [(value) => isText(value) && /^[0-9a-f]{8}$/.test(value), 'eight digits'],
  reference: [isText, 'a text'],
  note: [isText, 'a text'],
  title: [isTextOrNull, 'a text'],
  source: [isTextOrNull, 'a text'],
  date: [isTextOrNull, 'a text'],
  stance: [isTextOrNull, 'a text'],
  lang: [isTextOrNull, 'a text'],
  csl: [(value) => value === null || (typeof value === 'object' && isText(value.id)), 'an item of CSL-JSON'],
};

/** Items as the text of a file. */
export const fileOf = (items) => `${JSON.stringify({ wherein: 'tray', items }, null, 1)}\n`;

/** The items of a file; an error says what is wrong in it, and where. */
export async function itemsOf(file) {
  const no = (what) => new Error(`“${file.name}” is not loaded, and the tray is as it was: ${what}.`);
  if (file.size > BYTES) {
    throw no(`it has more than ${BYTES >> 20} MB`);
  }
  let data;
  try {
    data = JSON.parse(await file.text());
  } catch (error) {
    throw no(`it is no JSON (${error.message})`);
  }
  if (data?.wherein !== 'tray' || !Array.isArray(data.items)) {
    throw no('it is no tray that was saved here');
  }
  if (data.items.length > ITEMS) {
    throw no(`it has more than ${ITEMS} items`);
  }
  return data.items.map((item, i) => {
    for (const [name, [isFit, what]] of Object.entries(HAS)) {
      if (typeof item !== 'object' || item === null || !isFit(item[name])) {
        throw no(`item ${i + 1} should have as its “${name}” ${what}`);
      }
    }
    if (item.start >= item.end || item.from > item.to) {
      throw no(`item ${i + 1} ends before it begins`);
    }
    return Object.fromEntries(Object.keys(HAS).map((name) => [name, item[name] ?? null]));
  });
}

/** Hands the reader a file. */
export function save(name, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  el('a', { href: url, download: name }).click();
  // The download has begun by then, and the browser has the bytes.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
