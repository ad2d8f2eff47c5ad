/** What other documents say that a document says too, or nearly so, with what differs word for word. */
import { get } from './api.js';
import { count, el, number } from './dom.js';

/** So many pairs of passages are asked for, and so many other documents are told. */
const PAIRS = 200;
const TOLD = 20;

/** How many other documents have passages that are much the same, and elements that tell which, and where they differ. */
export async function similar(path) {
  const fields = 'likeness,start,end,text,other_document,other_title,other_source,differences,link';
  const { similar: pairs, total } = await get(`${path}/similar`, new URLSearchParams({ limit: PAIRS, fields }));
  const others = new Map();
  pairs.forEach((pair) => others.set(pair.other_document, [...(others.get(pair.other_document) ?? []), pair]));
  const all = [...others].filter(([id]) => `/documents/${encodeURIComponent(id)}` !== path);
  const rest = all.length - TOLD;
  return {
    documents: all.length,
    elements: [
      ...all.slice(0, TOLD).map(([id, of]) => other(id, of)),
      rest > 0 && el('p', {}, `and ${count(rest, 'other document')}`),
      total.similar > pairs.length && el('p', {}, `These are the first ${number(pairs.length)} of ${number(total.similar)} passages.`),
    ].filter(Boolean),
  };
}

/** Another document: how many passages are the same, and those that differ. */
function other(id, pairs) {
  const changed = pairs.filter(({ differences }) => differences.length > 0);
  const same = pairs.length - changed.length;
  return el('div', { class: 'other' },
    el('p', {}, el('a', { href: pairs[0].link }, pairs[0].other_title ?? id), pairs[0].other_source && ` ${pairs[0].other_source}`, ': ',
      [same > 0 && `${count(same, 'passage')} the same`, changed.length > 0 && `${count(changed.length, 'passage')} changed`].filter(Boolean).join(', ')),
    changed.map((pair) => el('blockquote', { class: 'compared' }, compared(pair), ' ', el('a', { href: pair.link }, 'Read it there'))));
}

/** The words of a passage with those that the other has in their place; a word for which side has them stands before each. */
function compared({ start, text, differences }) {
  const characters = Array.from(text);
  const cut = (from, to) => characters.slice(from - start, to - start).join('').replace(/\s+/g, ' ');
  const changed = (tag, side, words) => words.trim() !== '' && [' ', el(tag, {}, el('span', { class: 'label' }, side), ' ', words.trim())];
  let at = start;
  const parts = [...differences].sort((a, b) => a.start - b.start).flatMap((each) => {
    const before = cut(at, each.start);
    at = each.end;
    return [spaced(before).trimEnd(), changed('del', 'here', each.text), changed('ins', 'there', each.other_text)];
  });
  return [parts, spaced(cut(at, start + characters.length))];
}

/** What follows a word: after a space, unless it is a sign that stands close. */
const spaced = (rest) => rest.replace(/^\s*(?=[\p{L}\p{N}])/u, ' ');
