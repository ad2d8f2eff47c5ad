/** Names that a reader pastes in, or opens from a file, as the rows of a matrix: what each is taken for, and the file to keep. */
import { Refused } from './api.js';
import { count, el } from './dom.js';
import { showNotice } from './notice.js';
import { without, withOne } from './ledger.js';
import { viewAddress } from './state.js';

const MOST_NAMES = 500;
/** So many stand in the address themselves, which then needs no server that knows the list. */
const IN_ADDRESS = 25;
const PATIENCE_MS = 20_000;

/** What was told of the names that were sent last, until the reader asks for others. */
let sent = null;

/** The button that opens the form for names. */
export function pasteButton(frame, state, type, go) {
  frame.paste = () => form(state, type, go);
  return el('button', {
    type: 'button',
    class: 'plain',
    'data-key': 'paste',
    'aria-expanded': 'false',
    onclick: () => (frame.body.querySelector('.paste').hidden ? open(frame) : close(frame)),
  }, 'Paste names');
}

function form(state, type, go) {
  const area = el('textarea', { name: 'names', rows: 8, 'aria-label': `Names of ${type === 'person' ? 'people' : 'countries'}, one a line`, placeholder: 'one name a line' });
  const file = el('input', { type: 'file', accept: '.txt,.csv,text/plain', 'aria-label': 'A file of names', onchange: async () => { area.value = await file.files[0]?.text() ?? ''; } });
  return el('form', {
    onsubmit: (event) => {
      event.preventDefault();
      send(area.value, state, type, go);
    },
  }, area, el('p', { class: 'order' }, el('button', { type: 'submit' }, 'Show these'), el('label', {}, 'or open a file ', file)));
}

/** The place of the form, and of what is told of the names. */
export function place(list) {
  const isHere = sent?.address === location.pathname + location.search;
  const known = list ? { ...list, lasting: isHere ? sent.lasting : undefined } : isHere ? sent : null;
  return el('div', { class: 'names' }, el('div', { class: 'paste', hidden: true }), known && report(known));
}

/** Shows the form. */
export function open(frame) {
  const paste = frame.body.querySelector('.paste');
  paste.replaceChildren(frame.paste());
  paste.hidden = false;
  frame.tools.querySelector('[data-key=paste]')?.setAttribute('aria-expanded', 'true');
  paste.querySelector('textarea').focus();
}

function close(frame) {
  frame.body.querySelector('.paste').hidden = true;
  frame.tools.querySelector('[data-key=paste]')?.setAttribute('aria-expanded', 'false');
}

async function send(text, state, type, go) {
  const lines = text.split(/\r?\n|\r/).map((line) => line.trim()).filter(Boolean);
  if (lines.length === 0 || lines.length > MOST_NAMES) {
    showNotice(`There are ${count(lines.length, 'name')}; up to ${MOST_NAMES} can be shown, one a line.`);
    return;
  }
  try {
    const response = await fetch(`/api/v1/lists?type=${type}`, {
      method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: lines.join('\n'), signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const list = await response.json();
    if (!response.ok) {
      throw new Refused(list);
    }
    const others = without(state, 'id', 'list', 'most.rows');
    const ids = [...new Set(list.known.map(({ id }) => id))];
    const next = ids.length > 0 && ids.length <= IN_ADDRESS
      ? { ...others, filters: [...others.filters, ...ids.map((id) => ['id', id])] }
      : ids.length > 0 ? withOne(others, 'list', list.digest) : others;
    sent = { ...list, text: lines, address: viewAddress('together', next) };
    go(next);
  } catch (error) {
    showNotice(error instanceof Refused ? error.message : 'The server does not answer.');
  }
}

/** What became of the names: line by line what is not understood, and the list as a file. */
function report({ total, known, unknown, lasting, address, text }) {
  const isInAddress = address && !address.includes('list=');
  const lines = text ?? [...known, ...unknown].sort((a, b) => a.line - b.line).map(({ name }) => name);
  const save = async () => (await import('./places.js')).save('names.txt', 'text/plain', `${lines.join('\n')}\n`);
  return el('section', { class: 'told', 'aria-label': 'The names' },
    el('p', { role: 'status' }, `${count(total.known, 'name')} of ${total.names} ${total.known === 1 ? 'is' : 'are'} understood. `,
      !isInAddress && lasting === false && 'The address of this page holds until the server is started again. ',
      el('button', { type: 'button', class: 'plain', onclick: save }, 'Save the list as a file')),
    unknown.length > 0 && el('details', { open: unknown.length <= 20 }, el('summary', {}, `${count(unknown.length, 'name')} not understood`),
      el('ul', { role: 'list' }, unknown.map(({ line, name, reason, near }) => el('li', {}, `line ${line}: “${name}”, ${reason}${near.length > 0 ? `; perhaps ${near.join(', ')}` : ''}`)))));
}
