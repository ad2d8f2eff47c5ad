/** Citing: a quotation with where it stands, and the document in the forms that reference managers read. */
import { getText } from './api.js';
import { byId, el } from './dom.js';
import { sayBeside } from './beside.js';
import { showNotice } from './notice.js';
import { selectedSpan } from './text.js';

/** How long a button says what it has done. */
const TOLD_MS = 2_000;

const FORMS = { bibtex: 'BibTeX', ris: 'RIS', csl: 'CSL JSON' };

/** Where the API has the citation of a document, or of a span of it. */
export const citation = (path, style, span) => {
  const asked = new URLSearchParams({ style });
  if (span) {
    asked.set('start', span[0]);
    asked.set('end', span[1]);
  }
  return `/api/v1${path}/citation?${asked}`;
};

/** The links and the button for a whole document. */
export const citing = (path) => [
  el('button', { type: 'button', class: 'no-print cite', onclick: ({ currentTarget }) => copyFrom(citation(path, 'text'), 'Citation copied', currentTarget) }, 'Copy citation'),
  Object.entries(FORMS).flatMap(([style, name], i) => [i > 0 && ', ', el('a', { href: `${citation(path, style)}&download=on`, download: true }, name)]),
];

/**
 * The span that is quoted: of the words that are selected, or else of the passage that a span lies in.
 *
 * @param near the current hit or the span of the address; null without one
 */
export function quotedSpan(passages, near) {
  const passage = near && passages.find(({ start, end }) => start <= near[0] && near[0] < end);
  return selectedSpan(getSelection(), byId('document').querySelector('.text')) ?? (passage && [passage.start, passage.end]);
}

/** Copies a quotation with its citation, and says so beside the button that was pressed. */
export function quote(path, passages, near, button) {
  const span = quotedSpan(passages, near);
  if (!span) {
    showNotice('Select the words to quote, or go to a hit, whose passage is quoted then.');
    return;
  }
  copyFrom(citation(path, 'text', span), 'Quotation copied', button);
}

/** Copies what an address gives, or the address itself if it is a whole one, and says so in the button that was pressed. */
export async function copied(url, button) {
  const label = button.textContent;
  if (await copyFrom(url, '')) {
    button.textContent = 'Copied';
    setTimeout(() => { button.textContent = label; }, TOLD_MS);
  }
}

/**
 * Copies what an address gives; a whole address is copied itself. Where the clipboard is closed to pages the text is shown,
 * selected, to be copied.
 *
 * @return whether it is copied
 */
async function copyFrom(url, done, button) {
  try {
    return await copyText(url.startsWith(location.origin) ? url : await getText(url), done, button);
  } catch (error) {
    showNotice(error.message);
    return false;
  }
}

/** Copies a text, and says so beside a button; where the clipboard is closed to pages it is shown, selected. Answers whether it is copied. */
export async function copyText(text, done, button) {
  try {
    await navigator.clipboard.writeText(text);
    done && sayBeside(button, done);
    return true;
  } catch {
    const shown = el('textarea', { readonly: true, rows: 4, cols: 60, 'aria-label': 'To copy' }, text);
    showNotice('This browser does not let the page copy. Here it is to be copied:', [shown]);
    shown.select();
    return false;
  }
}
