/** The one place for what went wrong. */
import { byId, el } from './dom.js';

/** Says it, with buttons for what can be done. */
export function showNotice(text, buttons = []) {
  byId('notice').replaceChildren(el('p', {}, text), ...buttons);
}

/** Takes away what was said. */
export function hideNotice() {
  byId('notice').replaceChildren();
}
