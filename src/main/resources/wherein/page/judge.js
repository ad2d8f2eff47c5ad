/**
 * What readers say of the rows of the view Mentions: each row tells it, and where the server takes verdicts a row is judged by one key
 * or by a button, and the focus goes on to the next. Loaded where there are verdicts, or may be some.
 */
import { Refused } from './api.js';
import { byId, el, number } from './dom.js';
import { hideNotice, showNotice } from './notice.js';
import { keep as store, kept } from './store.js';

const PATH = '/api/v1/verdicts';
const STORED = 'reviewer';
const MARKS = ['confirmed', 'rejected', 'reassigned', 'disputed'];
const SIGNS = { confirmed: '✓', rejected: '✗', reassigned: '→', disputed: '⚡' };
const KEYS = [
  ['y', 'Confirm', (row) => judge(row, { verdict: 'confirmed' })],
  ['x', 'Reject', (row) => judge(row, { verdict: 'rejected' })],
  ['r', 'Reassign', (row) => ask(row, true)],
  ['w', 'Note', (row) => ask(row, false)],
];

/** What a mention of a type may be instead: a label for each field of the verdict. */
const INSTEAD = {
  country: { id: 'Country (its code, such as GE)', kind: 'Kind (name, demonym, city or government)' },
  person: { id: 'Person (the whole name)' },
  figure: { value: 'Value', unit: 'Unit' },
  date: { when: 'Days (such as 2022-05-07, or 2022-05)' },
};
const TYPES = { country: 'a country', person: 'a person', figure: 'a figure', date: 'a date' };

document.head.append(el('link', { rel: 'stylesheet', href: new URL('judge.css', import.meta.url).pathname }));

/** The rows by their elements; what is shown now, how many there are of each mark, and what may be undone. */
const rows = new WeakMap();
let frame;
let found;
let counts;
let toolbar;
let busy = Promise.resolve();
let done = [];

/**
 * Begins with the rows of an answer in a frame of the view.
 *
 * @param isOpen whether the server takes verdicts
 * @returns what is done to each row and its element
 */
export function begin(into, answer, isOpen) {
  frame = into;
  found = answer.total.mentions;
  counts = Object.fromEntries(MARKS.map((mark) => [mark, answer.total[mark]]));
  done = [];
  tell();
  isOpen && open();
  return (element, row) => {
    rows.set(element, row);
    show(element);
  };
}

/** Says how many rows are judged, behind how many there are. */
function tell() {
  const parts = MARKS.filter((mark) => counts[mark] > 0).map((mark) => `${number(counts[mark])} ${mark}`);
  const said = parts.length > 0 && el('span', { class: 'judged' }, `: ${[`${number(found)} found`, ...parts].join(', ')}`);
  frame.total.querySelector('.judged')?.remove();
  said && frame.total.append(said);
}

/** Shows what is said of a row, in it. */
function show(element) {
  const row = rows.get(element);
  element.querySelector('td.verdict')?.remove();
  MARKS.forEach((mark) => element.classList.toggle(mark, row.verdict === mark));
  if (row.verdict || row.verdict_note) {
    const parts = [
      row.verdict && `${SIGNS[row.verdict]} ${row.verdict}${row.verdict_to ? ` to ${row.verdict_to}` : ''}`,
      row.verdict_reviewer && `by ${row.verdict_reviewer}`,
      row.verdict_note && `“${row.verdict_note}”`,
    ].filter(Boolean);
    element.append(el('td', { role: 'cell', class: 'verdict' }, parts.join(' · ')));
  }
}

// Judging

/** Lets rows be judged, from the first time on that a list is shown. */
function open() {
  const name = el('input', { id: 'reviewer', autocomplete: 'nickname', maxlength: '100', value: kept(STORED) ?? '', size: '14' });
  name.addEventListener('change', () => store(STORED, name.value.trim()));
  frame.body.before(el('div', { class: 'judging' },
    el('label', {}, 'Judge as ', name),
    el('button', { type: 'button', class: 'plain', 'data-key': 'undo', onclick: undo }, 'Undo'),
    el('span', { class: 'hint' }, ...KEYS.flatMap(([key, label], i) => [i > 0 && ' ', el('kbd', {}, key), ` ${label.toLowerCase()}`]))));
  frame.body.parentElement.querySelectorAll('.judging ~ .judging').forEach((other) => other.remove());
  if (toolbar) {
    return;
  }
  toolbar = el('div', { class: 'judge', role: 'group', 'aria-label': 'Judge this mention' }, KEYS.map(([key, label, act]) =>
    el('button', { type: 'button', class: 'plain', title: `${label} (${key})`, onclick: () => act(toolbar.closest('tr')) }, label)));
  const section = byId('mentions');
  const into = ({ target }) => {
    const element = target.closest?.('tr');
    element && rows.has(element) && toolbar.closest('tr') !== element && element.append(el('td', { role: 'cell', class: 'judge-cell' }, toolbar));
    section.querySelectorAll('td.judge-cell:empty').forEach((cell) => cell.remove());
  };
  section.addEventListener('focusin', into);
  // Not pointerover, which comes too when a row moves under a pointer that rests.
  section.addEventListener('pointermove', into);
  section.addEventListener('click', into);
  document.addEventListener('keydown', press);
}

function press(event) {
  const isLetter = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing && kept('keys') !== 'off';
  if (!isLetter || byId('mentions').hidden || document.querySelector('dialog[open]') || event.target.closest('input:not([type=checkbox]), textarea, select')) {
    return;
  }
  const act = KEYS.find(([key]) => key === event.key)?.[2];
  const element = document.activeElement.closest('tr');
  if (event.key === 'u' && done.length > 0) {
    event.preventDefault();
    undo();
  } else if (act && element && rows.has(element)) {
    event.preventDefault();
    act(element);
  }
}

/** The name of who judges; none, with the focus where it is asked for, if there is none yet. */
function reviewer() {
  const name = byId('reviewer').value.trim();
  if (name === '') {
    showNotice('Say who judges first: other readers see whose word it is.');
    byId('reviewer').focus();
  }
  return name;
}

/** What this reviewer has said of a row, as far as the page knows. */
const own = (row, name) => (row.verdict_reviewer === name
  ? { verdict: row.verdict, ...(row.verdict === 'reassigned' && { to: Object.fromEntries(row.verdict_to.split(', ').map((each) => each.split('='))) }),
    ...(row.verdict_note && { note: row.verdict_note }) }
  : { verdict: 'none' });

/** Judges a row, and goes on to the next. */
function judge(element, said) {
  const name = reviewer();
  if (name === '') {
    return;
  }
  const row = rows.get(element);
  const before = row.own ?? own(row, name);
  const next = [...byId('mentions').querySelectorAll('tr')].filter((each) => rows.has(each));
  const to = next[next.indexOf(element) + 1] ?? element;
  focus(to);
  keep(element, name, said).then((kept) => kept && done.push([element, name, before]));
}

function focus(element) {
  element.querySelector('a.result').focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest' });
}

/** Takes back the last verdict, and goes to its row. */
function undo() {
  const [element, name, before] = done.pop() ?? [];
  if (element?.isConnected) {
    focus(element);
    keep(element, name, before);
  }
}

/** Sends a verdict, one after the other; whether it is kept. Until then the row says that it is not. */
function keep(element, name, said) {
  const row = rows.get(element);
  element.setAttribute('aria-busy', 'true');
  busy = busy.then(async () => {
    try {
      const { document: id, type, start, end, surface } = row;
      const [kept] = await send({ document: id, type, start, end, surface, reviewer: name, ...said });
      take(element, name, said, kept.judged);
      hideNotice();
      return true;
    } catch (error) {
      showNotice(`“${row.surface}” is not judged. ${error.message}`);
      return false;
    } finally {
      element.removeAttribute('aria-busy');
    }
  });
  return busy;
}

async function send(verdict) {
  let response;
  try {
    response = await fetch(PATH, {
      method: 'POST', headers: { 'Content-Type': 'application/x-ndjson' }, body: `${JSON.stringify(verdict)}\n`, signal: AbortSignal.timeout(20_000),
    });
  } catch {
    throw new Error('The server does not answer.');
  }
  const body = await response.json();
  if (!response.ok) {
    throw new Refused(body);
  }
  return body.verdicts;
}

/** Takes what is kept into the row and the counts. */
function take(element, name, said, judged) {
  const row = rows.get(element);
  row.verdict && counts[row.verdict]--;
  judged !== 'none' && counts[judged]++;
  const others = (row.verdict_reviewer ?? '').split('; ').filter((each) => each && each.split(': ')[0] !== name);
  const mine = said.verdict === 'none' ? [] : [judged === 'disputed' ? `${name}: ${said.verdict}` : name];
  Object.assign(row, {
    own: said,
    verdict: judged === 'none' ? null : judged,
    verdict_reviewer: [...others, ...mine].join('; ') || null,
    verdict_to: said.to ? Object.entries(said.to).map(([key, value]) => `${key}=${value}`).join(', ') : null,
    verdict_note: said.note || null,
  });
  show(element);
  tell();
}

/** Asks what a mention is instead, or for a note. */
function ask(element, isInstead) {
  if (reviewer() === '') {
    return;
  }
  const row = rows.get(element);
  const now = row.own ?? own(row, reviewer());
  const fields = el('div');
  const type = el('select', { name: 'type' }, Object.entries(TYPES).map(([word, label]) => el('option', { value: word, selected: word === row.type }, label)));
  const fill = () => fields.replaceChildren(...Object.entries(INSTEAD[type.value]).map(([key, label]) =>
    el('p', {}, el('label', {}, `${label} `, el('input', { name: key, maxlength: '200', autocomplete: 'off' })))));
  type.addEventListener('change', fill);
  fill();
  const note = el('textarea', { name: 'note', maxlength: '2000', rows: '3' });
  note.value = now.note ?? '';
  const dialog = el('dialog', { class: 'judge-dialog', 'aria-labelledby': 'judge-title' },
    el('form', { method: 'dialog' },
      el('h2', { id: 'judge-title' }, isInstead ? `What is “${row.surface}” instead?` : `A note on “${row.surface}”`),
      isInstead && el('p', {}, el('label', {}, 'It is ', type)), isInstead && fields,
      el('p', {}, el('label', {}, 'Note for other readers ', note)),
      el('p', {}, el('button', { type: 'submit', value: 'keep' }, 'Keep'), ' ',
        el('button', { type: 'button', class: 'plain', onclick: () => dialog.close() }, 'Cancel'))));
  dialog.addEventListener('close', () => {
    dialog.remove();
    const form = new FormData(dialog.querySelector('form'));
    const to = Object.fromEntries([...form].filter(([key, value]) => key !== 'note' && value.trim() !== '' && (key !== 'type' || value !== row.type)));
    const text = form.get('note').trim();
    if (dialog.returnValue !== 'keep') {
      focus(element);
    } else if (!isInstead) {
      judge(element, { ...now, verdict: now.verdict ?? 'none', note: text });
    } else if (Object.keys(to).length > 0) {
      judge(element, { verdict: 'reassigned', to, ...(text && { note: text }) });
    } else {
      focus(element);
      showNotice('Nothing was said that it is instead.');
    }
  });
  document.body.append(dialog);
  dialog.showModal();
}
