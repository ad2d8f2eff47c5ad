/** The one place for what went wrong. */
import { byId, el } from './dom.js';

/** Says it, with what can be done: each a label with what it does, or an element. */
export function showNotice(text, ways = []) {
  byId('notice').replaceChildren(el('p', {}, text), ...ways.map((way) =>
    (Array.isArray(way) ? el('button', { type: 'button', onclick: way[1] }, way[0]) : way)));
}

/** Takes away what was said. */
export function hideNotice() {
  byId('notice').replaceChildren();
}
