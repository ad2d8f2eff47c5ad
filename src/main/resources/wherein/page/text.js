/**
 * Passages as elements. Offsets are code points, as in the API and in links, so text is cut as an array of them and
 * never as a string of UTF-16 units.
 */
import { el } from './dom.js';
import { dateLabel } from './state.js';

const BLOCKS = {
  heading: 'heading',
  caption: 'caption of a picture',
  list: 'list',
  quote: 'quote',
  boilerplate: 'not part of the text',
};

const BULLET = /^\s*[-*+•]\s+/;
const ITEM = /^\s*(?:[-*+•]|\d+[.)])\s+/;

/** Marks with nothing but space between them as one: a phrase is read, and stepped through, as a whole. */
export function joined(marks, characters, base) {
  const whole = [];
  for (const [start, end] of marks) {
    const last = whole.at(-1);
    const isNear = last && start - last[1] <= 2
      && characters.slice(last[1] - base, start - base).join('').trim() === '';
    if (isNear) {
      last[1] = Math.max(last[1], end);
    } else {
      whole.push([start, end]);
    }
  }
  return whole;
}

/** The lines of a passage as spans of its characters. */
function lines(characters) {
  const spans = [];
  let from = 0;
  characters.forEach((character, i) => {
    if (character === '\n') {
      spans.push([from, i]);
      from = i + 1;
    }
  });
  spans.push([from, characters.length]);
  return spans;
}

/** Spans that are shown together, such as the lines of a paragraph or of an item; what marks a block up is left out. */
function runs(passage, characters) {
  const found = [];
  let open = false;
  for (const [from, to] of lines(characters)) {
    const line = characters.slice(from, to).join('');
    if (line.trim() === '' || (passage.block === 'heading' && /^\s*[=-]{3,}\s*$/.test(line))) {
      open = false;
      continue;
    }
    const [before, after] = markup(passage.block, line);
    if (!open || (passage.block === 'list' && ITEM.test(line))) {
      found.push([]);
    }
    found.at(-1).push([from + before, to - after]);
    open = true;
  }
  return found;
}

/** How many characters of markup a line begins and ends with. */
function markup(block, line) {
  const length = (match) => (match ? Array.from(match[0]).length : 0);
  if (block === 'heading') {
    return [length(line.match(/^#{1,6}\s+/)), length(line.match(/\s+#+$/))];
  }
  if (block === 'quote') {
    return [length(line.match(/^\s*(?:>\s?)+/)), 0];
  }
  return block === 'list' ? [length(line.match(BULLET)), 0] : [0, 0];
}

/** Where in its document each text begins that is shown of it. */
export const offsets = new WeakMap();

/** The span of the document's text that a selection covers within an element, or null if it covers none. */
export function selectedSpan(selection, within) {
  if (selection.rangeCount === 0 || selection.isCollapsed || !selection.containsNode(within, true)) {
    return null;
  }
  const range = selection.getRangeAt(0);
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  let [start, end] = [null, null];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (offsets.has(node) && range.intersectsNode(node)) {
      const point = (units) => offsets.get(node) + Array.from(node.data.slice(0, units)).length;
      start ??= point(node === range.startContainer ? range.startOffset : 0);
      end = point(node === range.endContainer ? range.endOffset : node.length);
    }
  }
  return start === null || start === end ? null : [start, end];
}

/** Words in Cyrillic letters with what stands between them. */
const CYRILLIC = /(\p{Script=Cyrillic}+(?:\P{L}+\p{Script=Cyrillic}+)*)/u;
const IN_CYRILLIC = /^(ru|uk|be|bg|mk|sr|kk|ky|tg|mn)\b/;

/** The language of a text in Cyrillic letters: Russian, unless it has letters that Russian has not. */
const cyrillic = (text) => (/(?![а-яё])\p{L}/iu.test(text) ? 'und-Cyrl' : 'ru');

/** A text that begins at an offset of its document, with words of another script in their own language. */
function texts(text, at, lang) {
  const parts = IN_CYRILLIC.test(lang ?? '') ? [text] : text.split(CYRILLIC);
  return parts.map((part, i) => {
    const words = document.createTextNode(part);
    offsets.set(words, at);
    at += Array.from(part).length;
    return i % 2 === 0 ? words : el('span', { lang: cyrillic(part) }, words);
  });
}

/** A span of a passage as nodes, cut wherever a mark or the target of a link begins or ends. */
function paint(passage, characters, [from, to], options) {
  const base = passage.start;
  const { marks, firstStop, target } = options;
  const cuts = new Set([from, to]);
  for (const [start, end] of target ? [...marks, target] : marks) {
    [start - base, end - base].filter((cut) => cut > from && cut < to).forEach((cut) => cuts.add(cut));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(1).flatMap((end, i) => {
    const start = sorted[i];
    const text = characters.slice(start, end).join('');
    const stop = marks.findIndex(([s, e]) => s - base <= start && end <= e - base);
    const inTarget = target && target[0] - base <= start && end <= target[1] - base;
    const words = texts(text, base + start, passage.lang);
    const node = stop < 0 ? words : el('mark', { 'data-stop': firstStop + stop }, words);
    return inTarget ? el('span', { class: 'target' }, node) : [node].flat();
  });
}

/**
 * A passage as elements by its kind.
 *
 * @param options marks: joined spans of the document; firstStop: the number of the first; target: the span of a link
 * @param level of a heading; 0 where headings are not headings of the page, as in a list of results
 */
export function passageElements(passage, options, level = 0) {
  const characters = Array.from(passage.text);
  const painted = runs(passage, characters).map((spans) =>
    spans.flatMap((span, i) => [i > 0 ? ' ' : null, ...paint(passage, characters, span, options)]));
  if (passage.block === 'list') {
    return [el('ul', {}, painted.map((item) => el('li', {}, item)))];
  }
  if (passage.block === 'quote') {
    return [el('blockquote', {}, painted.map((paragraph) => el('p', {}, paragraph)))];
  }
  if (passage.block === 'heading') {
    return [el(level > 0 ? `h${level}` : 'p', { class: 'heading' }, painted.flatMap((line, i) => [i > 0 ? ' ' : null, ...line]))];
  }
  return painted.map((paragraph) => el('p', { class: passage.block }, paragraph));
}

/** The level of a heading: that of its Markdown, below the one title of the page. */
export const headingLevel = (passage) => Math.max(2, passage.text.match(/^#{1,6}(?=\s)/)?.[0].length ?? 2);

/** The words of a heading without its markup. */
export function headingWords(passage) {
  const characters = Array.from(passage.text);
  return runs(passage, characters)
    .flat()
    .map(([from, to]) => characters.slice(from, to).join('').trim())
    .join(' ');
}

/** A short text, such as a title, with marks in it. */
export function marked(text, marks) {
  const characters = Array.from(text);
  const passage = { start: 0, block: 'prose' };
  return paint(passage, characters, [0, characters.length], { marks: joined(marks, characters, 0), firstStop: 0 })
    .map((node) => {
      node.removeAttribute?.('data-stop');
      return node;
    });
}

/** Source, date, stance and page of a passage, and what it is if it is not running text. */
export function about(passage) {
  return [
    el('span', { class: 'source' }, passage.source ?? 'source unknown'),
    el('span', { class: 'date' }, dateLabel(passage.date)),
    passage.stance && el('span', { class: 'stance' }, passage.stance),
    passage.when_match === 'possible' && el('span', {}, 'may lie outside these dates'),
    place(passage) && el('span', { class: 'place' }, place(passage)),
    BLOCKS[passage.block] && el('span', { class: 'block' }, BLOCKS[passage.block]),
    scan(passage) && el('span', { class: 'block' }, scan(passage)),
  ];
}

/** That a passage is what a machine read from a picture of it, and how sure it was; null where it is not. */
const scan = ({ ocr }) => (ocr == null ? null : `read from a scan, ${Math.round(ocr * 100)} % sure`);

/** The page or the time at which a passage begins, as people write it; null where it is not known. */
export const place = ({ page, time }) => (page ? `p. ${page}` : time ?? null);
