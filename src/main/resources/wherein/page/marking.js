/**
 * Several queries in colours of their own, in results and in a document: that of the search first, then those which are only marked. Each
 * has a line under its matches of its own kind, since nothing hangs on colour alone, and the legend shows both.
 */
import { get } from './api.js';
import { byId, count, el, fill } from './dom.js';
import { address, MOST_MARKED, parameters } from './state.js';
import { headingWords, joined, offsets } from './text.js';

/** Answers of passages that are waited for, for the matches in one page of results. */
const PAGES = 5;

const mark = (i) => (text) => el('mark', { class: `also also-${i + 1}` }, text);

/** The spans of matches in a text, as one where nothing but space stands between. */
const spansOf = (marks, text, start) => joined(marks, Array.from(text), start);

/** Marks the hits of an answer, and shows the legend; with `isAsked` the reader is about to write a query. */
export async function inResults(answer, items, state, go, isAsked) {
  const totals = state.also.map(() => null);
  legend(byId('marking'), state, [count(answer.total.passages, 'passage'), ...totals], go);
  isAsked && byId('marking').querySelector('input')?.focus();
  await Promise.all(state.also.map(async (q, i) => {
    const alone = { ...state, q, also: [], sort: 'relevance', group: 'passage' };
    const all = parameters(alone);
    all.set('mode', 'box');
    const counted = new URLSearchParams(all);
    counted.set('limit', '0');
    all.delete('doc');
    new Set(answer.hits.map((hit) => hit.document)).forEach((id) => all.append('doc', id));
    all.set('limit', '1000');
    all.set('fields', 'id,marks,title_marks');
    const found = new Map();
    const [{ total }] = await Promise.all([get('/search', counted), (async () => {
      let page = await get('/search', all);
      for (let n = 1; ; n++) {
        page.hits.forEach((hit) => found.set(hit.id, hit));
        if (!page.next_url || n === PAGES) {
          break;
        }
        page = await get(page.next_url);
      }
    })()]);
    items.forEach((item, at) => {
      const hit = answer.hits[at];
      const passage = item.querySelector('.passage');
      const { marks, title_marks: ofTitle } = found.get(hit.id) ?? { marks: [], title_marks: [] };
      passage && overlay(passage, spansOf(marks, hit.text, hit.start), mark(i));
      hit.title && overlay(item.querySelector('h2 a'), spansOf(ofTitle, hit.title, 0), mark(i));
    });
    totals[i] = count(total.passages, 'passage');
  }));
  const isHere = byId('marking').contains(document.activeElement);
  const written = byId('marking').querySelector('input')?.value ?? '';
  legend(byId('marking'), state, [count(answer.total.passages, 'passage'), ...totals], go);
  const box = byId('marking').querySelector('input');
  if (box && (isHere || written !== '')) {
    box.value = written;
    isHere && box.focus();
  }
}

/** Marks the text of a document, of which these are all passages, and shows the legend above it. */
export async function inDocument({ path, passages }, element, state, own, signal) {
  const place = element.querySelector('.text');
  const title = element.querySelector('h1');
  // A first heading that says the title again is shown as the title.
  const isFirst = passages[0]?.block === 'heading' && headingWords(passages[0]) === title.textContent.trim();
  const totals = await Promise.all(state.also.map(async (q, i) => {
    const { hits } = await get(`${path}/hits`, new URLSearchParams({ q, op: state.op, mode: 'box', fields: 'start,end' }), signal);
    let next = 0;
    const spans = passages.flatMap(({ start, end, text }) => {
      const from = next;
      while (next < hits.length && hits[next].start < end) {
        next++;
      }
      return spansOf(hits.slice(from, next).map((hit) => [hit.start, hit.end]), text, start);
    });
    [isFirst && title, place].forEach((each) => each && overlay(each, spans, mark(i)));
    return count(spans.length, 'hit');
  }));
  const shown = el('div', { class: 'marking' });
  place.before(shown);
  legend(shown, state, [own, ...totals]);
}

/** Which query has which colour and line, and how much it finds; where there is a `go`, with ways to take one away and to add one. */
function legend(place, state, totals, go) {
  const queries = [state.q, ...state.also];
  fill(place,
    el('ul', { class: 'queries', role: 'list', 'aria-label': 'What is marked' }, queries.map((q, i) => q.trim() !== '' && el('li', {},
      el('mark', { class: i > 0 && `also also-${i}` }, q), ' ',
      totals[i] && (go && i > 0 ? el('a', { href: address({ ...state, q, also: [] }) }, totals[i]) : el('span', { class: 'count' }, totals[i])),
      go && i > 0 && el('button', { type: 'button', class: 'plain', 'aria-label': `Do not mark ${q}`,
        onclick: () => go({ ...state, also: state.also.toSpliced(i - 1, 1) }) }, '×')))),
    go && state.also.length < MOST_MARKED && el('form', {
      onsubmit(event) {
        event.preventDefault();
        const q = event.target.elements.also.value.trim();
        q !== '' && go({ ...state, also: [...state.also, q] });
      },
    }, el('label', {}, 'also mark ', el('input', { name: 'also', autocomplete: 'off', maxlength: 1000, autocapitalize: 'none' })), el('button', { type: 'submit' }, 'Mark')));
}

/** Puts the text of an element that spans cover, piece by piece, into what `wrap` makes; the spans are in order. */
function overlay(within, spans, wrap) {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    offsets.has(walker.currentNode) && nodes.push(walker.currentNode);
  }
  let first = 0;
  for (const node of nodes) {
    const at = offsets.get(node);
    const characters = Array.from(node.data);
    const piece = (from, to) => {
      const text = document.createTextNode(characters.slice(from, to).join(''));
      offsets.set(text, at + from);
      return text;
    };
    while (first < spans.length && spans[first][1] <= at) {
      first++;
    }
    const pieces = [];
    let done = 0;
    for (let i = first; i < spans.length && spans[i][0] < at + characters.length; i++) {
      const [from, to] = [Math.max(done, spans[i][0] - at), Math.min(characters.length, spans[i][1] - at)];
      if (from < to) {
        pieces.push(piece(done, from), wrap(piece(from, to)));
        done = to;
      }
    }
    pieces.length > 0 && node.replaceWith(...pieces, piece(done, characters.length));
  }
}
