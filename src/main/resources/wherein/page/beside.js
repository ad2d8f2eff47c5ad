/** The place for what was done: beside what did it. */
import { el } from './dom.js';

/** What is said beside a button is read in less. */
const SAID_MS = 6_000;

/** Says beside a button what it did, for a while: where the hand is, and told by a screen reader when it has said the rest. */
export function sayBeside(button, text) {
  const next = button.nextElementSibling;
  const said = next?.matches('.said') ? next : el('span', { class: 'said', role: 'status' });
  said === next || button.after(said);
  said.textContent = '';
  // A region is announced for what comes into it once it is there.
  setTimeout(() => { said.textContent = text; }, 50);
  clearTimeout(said.dataset.timer);
  said.dataset.timer = setTimeout(() => { said.textContent = ''; }, SAID_MS);
}
