/** The rail of a document: lists of what stands where in it, and of what is named in it. */
import { get } from './api.js';
import { count, dotted, el, number } from './dom.js';
import { dateLabel, documentAddress, mentionsAddress, parse, TYPES } from './state.js';
import { headingLevel, headingWords } from './text.js';

const BLANK = parse('');

/** How many of a list stand there at first, and how many at most. */
const AT_FIRST = 8;
const MOST = 300;

/** How many characters stand around a hit. */
const BEFORE = 16;
const AFTER = 28;

const KINDS = ['country', 'person', 'figure', 'date'];

/** A list under a heading; what goes beyond the first of it folds. */
function list(kind, title, items) {
  const shown = items.slice(0, MOST);
  const rest = shown.slice(AT_FIRST);
  return items.length > 0 && el('nav', { class: kind, 'aria-label': title }, el('h2', {}, title),
    el('ul', { role: 'list' }, shown.slice(0, AT_FIRST)),
    rest.length > 0 && el('details', {}, el('summary', {}, `${number(items.length - AT_FIRST)} more`), el('ul', { role: 'list' }, rest),
      items.length > MOST && el('p', {}, `and ${number(items.length - MOST)} beyond these`)));
}

/** A link to a place in the text, which `go` leads to. */
const placed = ([start, end], go, ...content) => el('a', {
  href: `#c=${start}-${end}`,
  onclick(event) {
    event.preventDefault();
    go();
  },
}, content);

/** The headings of passages. */
export function outline(passages, lead) {
  const headings = passages.filter(({ block }) => block === 'heading');
  const least = Math.min(...headings.map(headingLevel));
  return list('outline', 'Outline', headings.map((each) => el('li', { class: `level-${Math.min(3, headingLevel(each) - least)}` },
    placed([each.start, each.end], () => lead([each.start, each.end]), headingWords(each)))));
}

/** The hits with a few words around them. */
export function hitsOf(passages, goTo) {
  const items = passages.flatMap((passage) => {
    const characters = passage.marks.length > 0 && Array.from(passage.text);
    return passage.marks.map(([start, end], i) => {
      const [from, to] = [start - passage.start, end - passage.start];
      const cut = (a, b) => characters.slice(Math.max(0, a), b).join('').replace(/\s+/g, ' ');
      const before = from > BEFORE ? cut(from - BEFORE, from).replace(/^\S*/, '…') : cut(0, from);
      const after = to + AFTER < characters.length ? cut(to, to + AFTER).replace(/\S*$/, '…') : cut(to);
      const link = placed([start, end], () => goTo(passage.firstStop + i), before, el('b', {}, cut(from, to)), after);
      link.dataset.stop = passage.firstStop + i;
      return el('li', {}, link);
    });
  });
  return list('hits-here', count(items.length, 'hit'), items);
}

/** The parts with their own source, stance and date. */
export const parts = (all, lead) => list('parts-here', 'Parts', all.map((part) => el('li', {},
  placed([part.start, part.end], () => lead([part.start, part.end]), part.source ?? 'source unknown'),
  el('span', { class: 'quiet' }, ' ', dotted([part.stance, dateLabel(part.date)])))));

/** What is named in a document, by kind with the numbers; each marks it in the text. Null if nothing is. */
export async function named(id) {
  const asked = (by, limit) => new URLSearchParams({ doc: id, by, limit });
  const [kinds, each] = await Promise.all([
    get('/mentions/summary', asked('type', KINDS.length)),
    get('/mentions/summary', asked('type,id', MOST)),
  ]);
  const row = (words, rows, mentions) => el('span', { class: 'named-row' },
    el('a', { href: documentAddress(id, BLANK, undefined, undefined, rows) }, words), el('span', { class: 'count' }, number(mentions)));
  const items = KINDS.map((type) => [type, kinds.groups.find((group) => group.type === type)]).filter(([, group]) => group).map(([type, group]) => {
    const names = ['country', 'person'].includes(type) ? each.groups.filter((one) => one.type === type) : [];
    return el('li', {}, row(TYPES[type], [['type', type]], group.mentions),
      names.length > 0 && el('details', {}, el('summary', {}, 'which'), el('ul', { role: 'list' }, names.map((one) =>
        el('li', {}, row(one.label, [['type', type], ['id', one.id]], one.mentions))))));
  });
  return items.length > 0 ? el('nav', { class: 'mentions-here', 'aria-label': 'Named in it' }, el('h2', {}, 'Named in it'),
    el('ul', { role: 'list' }, items),
    el('p', {}, el('a', { href: mentionsAddress({ ...BLANK, filters: [['doc', id]] }) }, 'All as a list'))) : null;
}
