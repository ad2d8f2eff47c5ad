/**
 * Whether the collection has changed since what the reader sees was made. What they see stays as it is until they ask for
 * the new state: a line over the page says that there is one.
 */
import { info, look } from './api.js';
import { byId, el } from './dom.js';

const EVERY_MS = 4_000;
/** As rarely the server is asked in the end while nobody sees the page, or it does not answer. */
const LONGEST_MS = 300_000;

let wait = EVERY_MS;
let timer;
let show;

/** The generation that is shown. */
let shown;

/** What the server answers from: its generation, the documents in it, and the first generation that has been seen to hold them. */
let newest = 0;
let documents;
let since = 0;

/** Begins to look for changes; `anew` is called when the reader wants to see them. */
export function watch(anew) {
  show = anew;
  info().then(take).catch(() => {});
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) {
      wait = EVERY_MS;
      after(0);
    }
  });
  after(wait);
}

/** What is shown now is of this generation; undefined if it is of none. */
export function showing(generation) {
  shown = generation;
  shown > newest ? after(0) : tell();
}

function after(ms) {
  clearTimeout(timer);
  timer = setTimeout(turn, ms);
}

async function turn() {
  const longer = Math.min(2 * wait, LONGEST_MS);
  try {
    const found = await look();
    found && take(found);
    wait = document.hidden ? longer : EVERY_MS;
  } catch {
    wait = longer;
  }
  after(wait);
}

/** A commit that only merges what there is changes nothing for a reader. */
function take({ index: { generation }, fingerprint, built }) {
  const now = `${fingerprint} ${built}`;
  if (now !== documents) {
    since = generation;
  }
  documents = now;
  newest = generation;
  tell();
}

/** Numbers begin again where an index has been built anew in its folder. */
function tell() {
  const isOld = newest > 0 && (shown < since || shown > newest);
  const place = byId('changed');
  if (isOld !== place.hasChildNodes()) {
    place.replaceChildren(...(isOld
      ? [el('p', {}, 'The collection has changed: ', el('button', { type: 'button', class: 'plain', onclick: show }, 'show'))]
      : []));
  }
}
