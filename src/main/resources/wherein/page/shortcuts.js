/** The list of keys, with the switch for those that are a letter: loaded when a reader asks for it. */
import { el } from './dom.js';

/** Keys, with spaces between those that do the same, and what they do. */
const KEYS = [
  ['/', 'go to the search box'],
  ['Enter', 'search at once; take a suggestion; open the result'],
  ['j ↓', 'next result or mention'],
  ['k ↑', 'result or mention before'],
  ['n', 'next hit in the document'],
  ['p', 'hit before in the document'],
  ['t', 'put the result, or what is selected, into the tray; take it out again'],
  ['s', 'select a paragraph of the document; Enter leads to what can be done with it'],
  ['→ ←', 'open a mention in its list, and close it'],
  ['Esc', 'close the suggestions; empty the search box; leave it; from a document back to the results'],
  ['?', 'this list'],
];

let dialog;

/**
 * Opens the list.
 *
 * @param isOn whether keys of one letter are on
 * @param turn called with whether they are from now on
 */
export function open(isOn, turn) {
  if (!dialog) {
    dialog = el('dialog', { id: 'keys', 'aria-labelledby': 'keys-title' },
      el('h2', { id: 'keys-title' }, 'Keyboard shortcuts'),
      el('table', {}, el('tbody', {}, KEYS.map(([keys, what]) => el('tr', {},
        el('th', { scope: 'row' }, keys.split(' ').flatMap((key, i) => [i > 0 && ' ', el('kbd', {}, key)])), el('td', {}, what))))),
      el('p', {}, el('label', { class: 'switch' },
        el('input', { type: 'checkbox', checked: isOn, onchange: ({ target }) => turn(target.checked) }), ' shortcuts of one letter are on')),
      el('form', { method: 'dialog' }, el('button', { type: 'submit' }, 'Close')));
    document.body.append(dialog);
  }
  dialog.showModal();
}
