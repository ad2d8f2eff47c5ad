/** Citing: a quotation with where it stands, and the document in the forms that reference managers read. */
import { getText } from './api.js';
import { byId, el } from './dom.js';
import { sayBeside, showNotice } from './notice.js';
import { selectedSpan } from './text.js';

const FORMS = { bibtex: 'BibTeX', ris: 'RIS', csl: 'CSL JSON' };

const citation = (path, style, span) => {
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
 * Copies a quotation with its citation: of the words that are selected, or else of the passage that a span lies in.
 *
 * @param near the current hit or the span of the address; null without one
 * @param button what was pressed, beside which it is said
 */
export function quote(path, passages, near, button) {
  const passage = near && passages.find(({ start, end }) => start <= near[0] && near[0] < end);
  const span = selectedSpan(getSelection(), byId('document').querySelector('.text')) ?? (passage && [passage.start, passage.end]);
  if (!span) {
    showNotice('Select the words to quote, or go to a hit, whose passage is quoted then.');
    return;
  }
  copyFrom(citation(path, 'text', span), 'Quotation copied', button);
}

/** Copies what an address gives. Where the clipboard is closed to pages the text is shown, selected, to be copied. */
async function copyFrom(url, done, button) {
  let text;
  try {
    text = await getText(url);
    await navigator.clipboard.writeText(text);
    sayBeside(button, done);
  } catch (error) {
    const shown = text && el('textarea', { readonly: true, rows: 4, cols: 60, 'aria-label': 'To copy' }, text);
    showNotice(text ? 'This browser does not let the page copy. Here it is to be copied:' : error.message, shown ? [shown] : []);
    shown?.select();
  }
}
