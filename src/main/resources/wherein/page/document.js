/** The view Document: the whole text, its parts, and every hit in it. */
import { get, info, Refused, stream } from './api.js';
import { citing, quote, quotedSpan } from './cite.js';
import { byId, count, dotted, el, openIfWide, sheet } from './dom.js';
import { hideNotice, showNotice } from './notice.js';
import { hitsOf, named, outline, parts } from './rail.js';
import { keep, keptHere, keptOf } from './reading.js';
import { address, dateLabel, documentAddress, fieldLabel, ofRows, ownFilter, parse, toggled, valueLabel } from './state.js';
import { about, headingLevel, headingWords, joined, marked, passageElements, place, selectedSpan } from './text.js';

const BLANK = parse('');

/** What is asked of a mention to mark it, and to tell what readers say of it. */
const PLACE = 'start,end';
const JUDGED = `document,type,id,label,${PLACE},surface,min,max,unit,bound,from,to,verdict,verdict_reviewer,verdict_to,verdict_note`;

/** So many titles are told where there is no document. */
const TOLD = 5;

/** How long a reader rests before where they are, or what they have selected, is looked at. */
const REST_MS = 200;

let loaded;
let stops = [];
let current = -1;
let asked = 0;
let controller;
let resting;
let choosing;

/** Is told which stop is the current one, where mentions are judged. */
let judging;

/**
 * Shows the document of the address at the span of a hash #c=start-end. Marked in it is what the address asks for of the ledger, else
 * the matches of the query.
 */
export async function show({ state, path: [, encoded], anew, shows }) {
  const mine = ++asked;
  controller?.abort();
  controller = new AbortController();
  const { signal } = controller;
  const id = decodeURIComponent(encoded);
  const path = `/documents/${encodeURIComponent(id)}`;
  const query = new URLSearchParams({ q: state.q, op: state.op, mode: 'box', typing: state.typing ? 'on' : 'off', fields: 'start,end' });
  const rows = ofRows(state);
  const hasQuery = rows.length > 0 || state.q.trim() !== '';
  const key = `${path}?${query}&${new URLSearchParams(rows)}`;
  if (loaded?.key !== key) {
    byId('document').replaceChildren();
    loaded = undefined;
  }
  if (!loaded || anew) {
    try {
      const [document, text, { hits }, known] = await Promise.all([
        get(path, null, signal),
        get(`${path}/passages`, null, signal),
        rows.length > 0 ? info().then(({ verdicts }) => mentions(id, rows, isJudged(verdicts) ? JUDGED : PLACE, signal)) : hasQuery ? get(`${path}/hits`, query, signal) : { hits: [] },
        info(),
      ]);
      if (mine !== asked) {
        return null;
      }
      loaded = { key, path, document, passages: withMarks(text.passages, hits), known, named: named(id), rows: rows.length > 0 ? hits : [] };
      loaded.similar = import('./similar.js').then((module) => module.similar(path));
      shows(text);
    } catch (error) {
      if (mine === asked && !signal.aborted) {
        showNotice(error.message, error instanceof Refused ? [] : [['Try again', () => show({ state, path: [, encoded], anew, shows })]]);
        if (!loaded || error instanceof Refused) {
          loaded = undefined;
          byId('document').replaceChildren(backLink(state));
        }
        if (error.status === 404) {
          hideNotice();
          tellMissing(id, signal);
          return [`No document ${id}`];
        }
      }
      return null;
    }
  }
  loaded.address = here();
  render(spanOf(location.hash), hasQuery, state);
  if (state.also.length > 0) {
    Promise.all([import('./marking.js'), sheet('marking')]).then(([{ inDocument }]) => inDocument(loaded, byId('document'), state, count(stops.length, 'hit'), signal)).catch(() => {});
  }
  return [loaded.document.title ?? loaded.document.id, state.q];
}

/** Says that there is no such document, and which titles begin as its name does. */
async function tellMissing(id, signal) {
  const near = el('div');
  byId('document').append(el('h1', {}, `No document “${id}”`),
    el('p', {}, 'The collection has no document of this id. It may have been renamed or taken away since the address was written.'), near);
  const { suggestions } = await get('/suggest', new URLSearchParams({ prefix: id, types: 'title', limit: TOLD }), signal);
  if (suggestions.length > 0) {
    near.append(el('p', {}, 'Titles that come near:'), el('ul', {}, suggestions.map(({ text }) =>
      el('li', {}, el('a', { href: address({ ...BLANK, q: `title:"${text.replaceAll('"', '')}"` }) }, text)))));
  }
}

/** The places of what rows of the ledger name in a document. */
async function mentions(id, rows, fields, signal) {
  const hits = [];
  await stream('/mentions', new URLSearchParams([...rows, ['doc', id], ['fields', fields]]), signal, (more) => {
    hits.push(...more);
  });
  return { hits };
}

/** Forgets what is under way, when the reader has gone elsewhere. */
export function leave() {
  asked++;
  controller?.abort();
}

const here = () => location.pathname + location.search;

/** The span that an address names. */
function spanOf(hash) {
  const match = /^#c=(\d+)-(\d+)$/.exec(hash);
  return match ? [Number(match[1]), Number(match[2])] : null;
}

/** Each passage with its marks, joined, and with the number of the first of them in the document. */
function withMarks(passages, hits) {
  let next = 0;
  let stop = 0;
  return passages.map((passage) => {
    const spans = [];
    while (next < hits.length && hits[next].start < passage.end) {
      spans.push([hits[next].start, hits[next].end]);
      next++;
    }
    const marks = joined(spans, Array.from(passage.text), passage.start);
    const firstStop = stop;
    stop += marks.length;
    return { ...passage, marks, firstStop };
  });
}

function render(target, hasQuery, state) {
  const { document: shown, passages } = loaded;
  stops = passages.flatMap((passage) => passage.marks);
  const isStop = target && stops.some(([start, end]) => start === target[0] && end === target[1]);
  const options = { target: isStop ? null : target };
  const text = el('div', { class: 'text' });
  const [title, rest] = splitTitle(shown, passages, options);
  text.append(...parted(shown.parts, rest, options));
  const bar = tools(hasQuery);
  byId('document').replaceChildren(
    backLink(state),
    title,
    el('p', { class: 'meta' }, dotted([...about(shown), ...shown.author])),
    copied(shown) ?? '',
    el('div', { class: 'columns' }, rail(rest), el('div', { class: 'reading' }, bar, text, alike())),
  );
  if (shown.lang) {
    text.lang = shown.lang;
    title.lang = shown.lang;
  }
  begin(target);
  takeUp(target, hasQuery, bar);
  judging = undefined;
  loaded.rows.length > 0 && isJudged(loaded.known.verdicts) && letJudge(bar);
}

/** Whether readers have said something of mentions, or may. */
const isJudged = (verdicts) => verdicts && (verdicts.open || verdicts.lines > 0);

/** Lets the mentions that are marked be judged, by the bar that stays in sight. */
async function letJudge(bar) {
  const marked = loaded.rows.map((row) => ({ row, stop: stops.findIndex(([start, end]) => start <= row.start && row.end <= end) })).filter(({ stop }) => stop >= 0);
  const { open } = loaded.known.verdicts;
  try {
    const [{ beginInDocument }] = await Promise.all([import('./judge.js'), sheet('judge')]);
    if (bar.isConnected) {
      judging = beginInDocument(bar, marked, open, goTo, marksOf);
      judging(current);
    }
  } catch {
    // The text and its marks are there; that they cannot be judged now is no loss.
  }
}

/** What stays beside the text: where what stands in it, what is named in it, and what is known of it. */
function rail(passages) {
  const { document: shown } = loaded;
  const lists = [
    outline(passages, lead),
    stops.length > 0 && hitsOf(loaded.passages, goTo),
    parts(shown.parts, lead),
    el('div', { class: 'named-here', hidden: true }),
  ];
  const folded = el('details', { class: 'about' }, el('summary', {}, 'In this document'), el('div', { class: 'lists' }, lists), facts(shown));
  openIfWide(folded);
  // It may take a while, and the text need not wait for it.
  loaded.named.then((list) => {
    const place = folded.querySelector('.named-here');
    place.replaceChildren(list ?? '');
    place.hidden = !list;
  }).catch(() => {});
  return folded;
}

/** What other documents say that is much the same, below the text, once it is known; and the way there in the rail. */
function alike() {
  const section = el('section', { class: 'similar', hidden: true, 'aria-labelledby': 'similar-title' });
  loaded.similar.then(({ documents, elements }) => {
    section.replaceChildren(el('h2', { id: 'similar-title', tabindex: -1 }, 'Much the same elsewhere'), ...elements);
    section.hidden = documents === 0;
    const row = byId('document').querySelector('.to-similar');
    row.closest('dl > div').hidden = documents === 0;
    row.replaceChildren(el('button', { type: 'button', class: 'plain', onclick: () => section.firstElementChild.focus() },
      `${count(documents, 'document')}, word for word`));
  }).catch(() => {});
  return section;
}

/** Goes to a place in the text, and gives it the focus, so that a keyboard reads on from there. */
function lead([start, end]) {
  const block = blocks().findLast((each) => Number(each.dataset.start) <= start);
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
  block.scrollIntoView({ block: 'start', behavior: motion() });
  name([start, end]);
}

/** The blocks of the text in their order. */
const blocks = () => [...byId('document').querySelectorAll('.text [data-start]')];

/** Names a place in the address. */
const name = ([start, end]) => history.replaceState(history.state, '', `${here()}#c=${start}-${end}`);

// Where the reader is

/** Goes to where the reader was: in this entry of the history, or else, where nothing else is asked for, when they last read this. */
function takeUp(target, hasQuery, bar) {
  const at = keptHere() ?? (target || hasQuery ? null : keptOf(loaded.path));
  const block = at && blocks().findLast((each) => Number(each.dataset.start) <= at[0]);
  if (!block) {
    target || scrollTo(0, 0);
    return;
  }
  if (!target && !hasQuery) {
    const again = el('button', { type: 'button', onclick: () => {
      again.remove();
      bar.querySelector('.where').textContent = '';
      scrollTo(0, 0);
      byId('main').focus({ preventScroll: true });
    } }, 'From the beginning');
    bar.querySelector('.where').textContent = 'Where you left off';
    bar.querySelector('.where').after(again);
  }
  // With what it says the bar may have two lines.
  const { top, height } = block.getBoundingClientRect();
  scrollTo(0, scrollY + top + at[1] * height - edge());
}

/** Where the text begins to be seen, below what stays in sight. */
const edge = () => (byId('document').querySelector('.stepper')?.offsetHeight ?? 0);

/** Keeps where the reader is, while what is shown is what the address says. */
export function keepPlace() {
  clearTimeout(resting);
  if (!loaded || loaded.address !== here() || byId('document').hidden) {
    return;
  }
  const top = edge();
  const block = blocks().find((each) => each.getBoundingClientRect().bottom > top);
  const box = block?.getBoundingClientRect();
  keep(loaded.path, block && scrollY > 0 ? [Number(block.dataset.start), Math.max(0, (top - box.top) / box.height)] : null);
}

addEventListener('scroll', () => {
  clearTimeout(resting);
  resting = setTimeout(keepPlace, REST_MS);
}, { passive: true });

// What is selected

document.addEventListener('selectionchange', () => {
  clearTimeout(choosing);
  choosing = setTimeout(offer, REST_MS);
});

/** Offers what can be done with the words that are selected. */
async function offer() {
  const text = byId('document').querySelector('.text');
  const span = text && !byId('document').hidden ? selectedSpan(getSelection(), text) : null;
  if (span || byId('document').querySelector('.chosen')) {
    (await import('./selection.js')).offer(span, loaded, text);
  }
}

/** Selects the paragraph of the current hit, or else the first that the screen shows, for a keyboard to go on from. */
export function select() {
  const top = edge();
  const block = markOf(current)?.closest('[data-start]') ?? blocks().find((each) => each.getBoundingClientRect().top >= top);
  if (!block) {
    return false;
  }
  getSelection().selectAllChildren(block);
  return true;
}

const backLink = (state) =>
  el('p', { class: 'up' }, el('a', { class: 'back', href: history.state?.from ?? address(state) }, '← Results'));

/** A first heading that says the title again is shown as the title, once. */
function splitTitle(shown, passages, options) {
  const [first, ...rest] = passages;
  if (first?.block === 'heading' && shown.title && headingWords(first) === shown.title.trim()) {
    const [heading] = passageElements(first, { ...options, ...first }, 1);
    return [heading, rest];
  }
  return [el('h1', {}, marked(shown.title ?? shown.id, [])), passages];
}

/** What is known of the document; values that others share lead to them. */
function facts(shown) {
  const { known } = loaded;
  const meaning = known.stances[shown.stance];
  const link = (field, value) => el('a', { href: address(toggled(BLANK, field, value)) }, valueLabel(field, value));
  const told = (field, value) => (shown.origins?.[field] ? [value, ` (its file: ${shown.origins[field]})`] : value);
  const rows = [
    ['Source', shown.source ? told('source', link('source', shown.source)) : 'unknown'],
    ['Author', shown.author.length > 0 ? told('author', commas(shown.author.map((name) => link('author', name)))) : 'unknown'],
    ['Date', told('date', dateLabel(shown.date))],
    ['Stance', shown.stance ? [link('stance', shown.stance), meaning ? `, ${meaning}` : ''] : 'unknown'],
    ...Object.entries(shown.fields).map(([field, values]) => [fieldLabel(ownFilter(field)), commas(values.map((value) => link(ownFilter(field), value)))]),
    ['Text', [`${count(shown.passages, 'passage')} from `, el('span', { class: 'file' }, shown.file), ', ',
      el('a', { href: `/api/v1${loaded.path}/text` }, 'as plain text')]],
    ['Cite', citing(loaded.path)],
    ['Much the same', el('div', { class: 'to-similar' })],
  ];
  return el('dl', { class: 'facts' }, rows.map(([name, value]) =>
    el('div', { hidden: name === 'Much the same' }, el('dt', {}, name), el('dd', {}, value))));
}

/** That the text of a document stands in another, or those of others in it. */
function copied({ copy_of: original, copies }) {
  const said = [
    original && [`${Math.floor(original.share * 100)} % of this text stands word for word in `,
      el('a', { href: documentAddress(original.document, BLANK) }, original.title ?? original.document), original.source && `, ${original.source}`],
    copies > 0 && `${count(copies, 'other document')} ${copies === 1 ? 'repeats' : 'repeat'} this text`,
  ].filter(Boolean);
  return said.length > 0 ? el('p', { class: 'meta copied-text' }, dotted(said.map((each) => el('span', {}, each)))) : null;
}

const commas = (items) => items.flatMap((item, i) => (i === 0 ? [item] : [', ', item]));

/** The passages, those of a part together under its own source, date and stance. */
function parted(parts, passages, options) {
  const found = [];
  let open = null;
  let section = null;
  let at = null;
  for (const passage of passages) {
    const part = parts.find(({ start, end }) => start <= passage.start && passage.start < end) ?? null;
    if (part !== open) {
      open = part;
      section = part && el('section', { class: 'part', 'aria-label': `Part from ${part.source ?? 'an unknown source'}` },
        el('p', { class: 'meta' }, dotted([...about(part), part.author.join(', ')])));
      if (section) {
        found.push(section);
      }
    }
    const elements = paragraphs(passage, options, (section ? section.lastElementChild : found.at(-1)) ?? null);
    if (elements.length > 0 && place(passage) !== at) {
      at = place(passage);
      elements.unshift(el('p', { class: 'place' }, at));
    }
    section ? section.append(...elements) : found.push(...elements);
  }
  return found;
}

/** A passage that goes on in the paragraph of the one before it, cut for length alone, is put into that paragraph. */
function paragraphs(passage, options, last) {
  const elements = passageElements(passage, { ...options, marks: passage.marks, firstStop: passage.firstStop }, headingLevel(passage));
  const isInTarget = options.target && options.target[0] < passage.end && passage.start < options.target[1];
  const goesOn = last && elements.length > 0 && passage.block === 'prose' && last.classList.contains('prose')
    && passage.start - Number(last.dataset.end) <= 1;
  if (goesOn) {
    last.append(' ', ...elements.shift().childNodes);
    last.dataset.end = passage.end;
  }
  const language = loaded.document.lang;
  for (const element of elements) {
    if (passage.lang && passage.lang !== language) {
      element.lang = passage.lang;
    }
    element.dataset.start = passage.start;
    element.dataset.end = passage.end;
    element.classList.toggle('targeted', Boolean(isInTarget));
  }
  return elements;
}

/** What stays in sight: the way through the hits, and what copies a quotation. */
function tools(hasQuery) {
  const button = (label, className, more = {}) => el('button', { type: 'button', class: className, ...more }, label);
  const way = (label, className, by) =>
    button(label, className, { hidden: !hasQuery, disabled: stops.length === 0, onclick: () => step(by) });
  return el('div', { class: 'stepper', role: 'group', 'aria-label': 'Hits and quotations' },
    el('p', { class: 'where', role: 'status' }),
    way('Previous', 'previous', -1),
    way('Next', 'next', 1),
    button('Copy quotation', 'quote', { onclick: ({ currentTarget }) =>
      quote(loaded.path, loaded.passages, stops[current] ?? spanOf(location.hash), currentTarget) }),
    button('Add to tray', 'collect of-document'),
    hasQuery && ticks());
}

/** The place that is collected: the words that are selected, else the passage of the current hit; null without either. */
export function chosenPlace() {
  const span = loaded && quotedSpan(loaded.passages, stops[current] ?? spanOf(location.hash));
  return span ? { document: loaded.document.id, start: span[0], end: span[1], whole: 'place' } : null;
}

/** Where in the text the hits lie, from its beginning at the left to its end at the right. */
function ticks() {
  return el('div', { class: 'ticks', 'aria-hidden': 'true' }, stops.map(([start]) => {
    const tick = el('span');
    tick.style.setProperty('--at', start / Math.max(1, loaded.document.length));
    return tick;
  }));
}

/** Goes to what the address names; without a name no hit is the current one yet. */
function begin(target) {
  current = -1;
  const first = target ? stops.findIndex(([start, end]) => start < target[1] && target[0] < end) : -1;
  tell(first < 0 ? null : first);
  const place = byId('document').querySelector('.target') ?? (target && first >= 0 ? markOf(first) : null);
  place?.scrollIntoView({ block: 'center' });
}

const marksOf = (stop) => byId('document').querySelectorAll(`mark[data-stop="${stop}"]`);
const markOf = (stop) => marksOf(stop)[0];

/** Says which hit is the current one, and shows it. */
function tell(stop) {
  byId('document').querySelectorAll('mark.current').forEach((mark) => mark.classList.remove('current'));
  byId('document').querySelectorAll('.ticks span').forEach((tick, i) => tick.classList.toggle('current', i === stop));
  byId('document').querySelectorAll('.hits-here a').forEach((link) => {
    link.dataset.stop === String(stop) ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current');
  });
  const where = byId('document').querySelector('.where');
  if (byId('document').querySelector('.next').hidden) {
    return;
  }
  if (stop === null) {
    where.textContent = stops.length === 0 ? 'No hit in this document' : count(stops.length, 'hit');
    return;
  }
  current = stop;
  marksOf(stop).forEach((mark) => mark.classList.add('current'));
  where.textContent = `${stop + 1} of ${stops.length}`;
  judging?.(stop);
}

/** The next hit or the one before, round at the ends; the address names it from then on. */
export function step(by) {
  if (stops.length === 0) {
    return;
  }
  const from = current < 0 ? besideScreen(by) : current;
  const to = (from + by + stops.length) % stops.length;
  goTo(to);
}

/** Goes to a hit, which the address names from then on. */
function goTo(stop) {
  tell(stop);
  markOf(stop)?.scrollIntoView({ block: 'center', behavior: motion() });
  name(stops[stop]);
}

/** Where no hit is the current one: the stop before the first that the screen shows or has below it, or, backwards, the one after. */
function besideScreen(by) {
  const top = edge();
  const below = stops.findIndex((_, stop) => markOf(stop)?.getBoundingClientRect().top >= top);
  const first = below < 0 ? stops.length : below;
  return by > 0 ? first - 1 : first;
}

const motion = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth');
