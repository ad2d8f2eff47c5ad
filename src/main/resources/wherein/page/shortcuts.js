/** The list of keys, with the switch for those that are a letter: loaded when a reader asks for it. */
import { info } from './api.js';
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

/** Those that judge a mention, where the server takes verdicts. */
const JUDGING = [
  ['y', 'confirm the mention that has the focus'],
  ['x', 'reject it'],
  ['r', 'say what it is instead'],
  ['w', 'write a note on it'],
  ['u', 'take back the last verdict'],
];

const rows = (keys) => keys.map(([key, what]) => el('tr', {},
  el('th', { scope: 'row' }, key.split(' ').flatMap((each, i) => [i > 0 && ' ', el('kbd', {}, each)])), el('td', {}, what)));

let dialog;

/**
 * Opens the list.
 *
 * @param isOn whether keys of one letter are on
 * @param turn called with whether they are from now on
 */
export function open(isOn, turn) {
  if (!dialog) {
    const body = el('tbody', {}, rows(KEYS));
    info().then(({ verdicts }) => verdicts?.open && body.lastChild.before(...rows(JUDGING))).catch(() => {});
    dialog = el('dialog', { id: 'keys', 'aria-labelledby': 'keys-title' },
      el('h2', { id: 'keys-title' }, 'Keyboard shortcuts'),
      el('table', {}, body),
      el('p', {}, el('label', { class: 'switch' },
        el('input', { type: 'checkbox', checked: isOn, onchange: ({ target }) => turn(target.checked) }), ' shortcuts of one letter are on')),
      el('form', { method: 'dialog' }, el('button', { type: 'submit' }, 'Close')));
    document.body.append(dialog);
  }
  dialog.showModal();
}
