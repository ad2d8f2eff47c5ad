/** The tray as texts that others read: Markdown, and CSL-JSON for reference managers. */
import { STANDINGS } from './standing.js';

/** A text on one line, as a citation has it: without white space and controls that say nothing. */
export const line = (text) => text.replace(/[\p{Cc}\p{Z}]+/gu, ' ').trim();

/** Without the signs that make a line of Markdown a heading, as the page shows it too. */
const unheaded = (text) => text.replace(/^#{1,6} (?=\S)/, '');

/** A quotation in three pieces: before the mention that was chosen, the mention, and after it; all in the first if all was chosen. */
export function pieces({ text, from, to, start, end }) {
  if (start <= from && end >= to) {
    return [unheaded(line(text)), '', ''];
  }
  const characters = Array.from(text);
  const cut = (a, b) => characters.slice(Math.max(0, a - from), Math.max(0, b - from)).join('').replace(/[\p{Cc}\p{Z}]+/gu, ' ');
  return [unheaded(cut(from, start).trimStart()), cut(start, end), cut(end, to).trimEnd()];
}

/** Where an item stands in its document, in words. */
export const placeWords = ({ from, to }) => `characters ${from} to ${to}`;

/** The address of an item's place. */
export const addressOf = ({ document, from, to }) => `${location.origin}/documents/${encodeURIComponent(document)}#c=${from}-${to}`;

/** What Markdown would take for its own, so that it is read as it is written. */
const escaped = (text) => text
  .replace(/[\\`*_{}[\]<>()#|~&$!^=:@]/g, '\\$&')
  .replace(/^([-+])/, '\\$1')
  .replace(/^(\d+)([.)])/, '$1\\$2');

/** A mention that stands out, where Markdown knows the signs for that: beside letters. */
const strong = (match) => (/^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u.test(match) ? `**${match}**` : match);

/** Items as Markdown, each with its standing in the collection. */
export function markdown(items) {
  const quoted = items.map((item, i) => {
    const [before, match, after] = pieces(item).map(escaped);
    const said = [
      `## ${i + 1}. ${escaped(line(item.title ?? item.document))}`,
      item.text && `> ${before}${strong(match)}${after}`,
      `${escaped(line(item.reference))} [${placeWords(item)}](<${addressOf(item)}>)`,
      STANDINGS[item.standing] && `*${STANDINGS[item.standing]}*`,
      item.note && item.note.split('\n').map((each) => escaped(line(each))).filter(Boolean).join('\\\n'),
    ];
    return said.filter(Boolean).join('\n\n');
  });
  return `# Tray\n\n${quoted.join('\n\n')}\n`;
}

/** Items as CSL-JSON: one for each document, with all quotations and notes. */
export function csl(items) {
  const cited = new Map();
  for (const { csl: item, document, title, note } of items) {
    const { annote, page, ...rest } = item ?? { id: document, type: 'document', ...(title && { title }) };
    const had = cited.get(rest.id) ?? { rest, annotes: [], pages: [], notes: [] };
    annote && had.annotes.push(annote);
    page && !had.pages.includes(page) && had.pages.push(page);
    note && had.notes.push(note);
    cited.set(rest.id, had);
  }
  return `${JSON.stringify([...cited.values()].map(({ rest, annotes, pages, notes }) => ({
    ...rest,
    ...(pages.length > 0 && { page: pages.join(', ') }),
    ...(annotes.length > 0 && { annote: annotes.join('\n') }),
    ...(notes.length > 0 && { note: notes.join('\n') }),
  })), null, 1)}\n`;
}
