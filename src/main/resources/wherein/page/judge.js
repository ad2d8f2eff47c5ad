/**
 * What readers say of mentions: of the rows of the view Mentions, and of the mention that is the current one in a document. Each tells it,
 * and where the server takes verdicts it is judged by one key or by a button, and the next one has its turn. Loaded where there are
 * verdicts, or may be some.
 */
import { Refused } from './api.js';
import { byId, el, number } from './dom.js';
import { hideNotice, showNotice } from './notice.js';
import { keep as store, kept } from './store.js';
import { named } from './within.js';

const PATH = '/api/v1/verdicts';
const STORED = 'reviewer';
const MARKS = ['confirmed', 'rejected', 'reassigned', 'disputed'];
const SIGNS = { confirmed: '✓', rejected: '✗', reassigned: '→', disputed: '⚡' };
const KEYS = [
  ['y', 'Confirm', (place, entry) => judge(place, entry, { verdict: 'confirmed' })],
  ['x', 'Reject', (place, entry) => judge(place, entry, { verdict: 'rejected' })],
  ['r', 'Reassign', (place, entry) => ask(place, entry, true)],
  ['w', 'Note', (place, entry) => ask(place, entry, false)],
];

/** What a mention of a type may be instead: a label for each field of the verdict. */
const INSTEAD = {
  country: { id: 'Country (its code, such as GE)', kind: 'Kind (name, demonym, city or government)' },
  person: { id: 'Person (the whole name)' },
  figure: { value: 'Value', unit: 'Unit' },
  date: { when: 'Days (such as 2022-05-07, or 2022-05)' },
};
const TYPES = { country: 'a country', person: 'a person', figure: 'a figure', date: 'a date' };

/**
 * Where mentions are judged, by the id of the section: `all()` entries in their order, the one that is meant `now()`, `go(entry)`,
 * `show(entry)` with what is said of it, `wait(entry, isSo)` while it is sent, and `counted(from, to)` where a verdict has become
 * another; `reviewer`, the field for who judges, and `done`, what may be undone.
 */
const places = new Map();

/** The rows of the ledger by their entries. */
const rows = new WeakMap();

/** Verdicts are sent one after the other. */
let busy = Promise.resolve();

/** What the notice says was not kept. */
let failed = null;

/** The document of which a place was may be gone, and another shown in its section. */
const here = () => [...places].find(([id, { reviewer }]) => !byId(id).hidden && reviewer.isConnected)?.[1];

/** What is said of a row, in words; nothing where nobody says anything. */
const said = (row) => [
  row.verdict && `${SIGNS[row.verdict]} ${row.verdict}${row.verdict_to ? ` to ${row.verdict_to}` : ''}`,
  row.verdict_reviewer && `by ${row.verdict_reviewer}`,
  row.verdict_note && `“${row.verdict_note}”`,
].filter(Boolean).join(' · ');

const showMark = (element, { verdict }) => MARKS.forEach((mark) => element.classList.toggle(mark, verdict === mark));

// In the view Mentions

let toolbar;

/**
 * Begins with the rows of an answer in a frame of the view.
 *
 * @param isOpen whether the server takes verdicts
 * @returns what is done to each row and its element
 */
export function begin(frame, answer, isOpen) {
  const section = byId('mentions');
  const found = answer.total.mentions;
  const counts = Object.fromEntries(MARKS.map((mark) => [mark, answer.total[mark]]));
  /** Says how many rows are judged, behind how many there are. */
  const tell = () => {
    const parts = MARKS.filter((mark) => counts[mark] > 0).map((mark) => `${number(counts[mark])} ${mark}`);
    frame.total.querySelector('.judged')?.remove();
    parts.length > 0 && frame.total.append(el('span', { class: 'judged' }, `: ${[`${number(found)} found`, ...parts].join(', ')}`));
  };
  const show = (element) => {
    const row = rows.get(element);
    element.querySelector('td.verdict')?.remove();
    showMark(element, row);
    said(row) !== '' && element.append(el('td', { role: 'cell', class: 'verdict' }, said(row)));
  };
  const place = {
    done: [],
    all: () => [...section.querySelectorAll('tr')].filter((each) => rows.has(each)),
    now: () => [document.activeElement.closest('tr')].find((each) => rows.has(each)),
    go(element) {
      element.querySelector('a.result').focus({ preventScroll: true });
      element.scrollIntoView({ block: 'nearest' });
    },
    show,
    wait: (element, isSo) => (isSo ? element.setAttribute('aria-busy', 'true') : element.removeAttribute('aria-busy')),
    counted(from, to) {
      from && counts[from]--;
      to && counts[to]++;
      places.get('mentions') === place && tell();
    },
  };
  tell();
  frame.body.parentElement.querySelectorAll('.judging').forEach((other) => other.remove());
  places.delete('mentions');
  if (isOpen) {
    places.set('mentions', place);
    frame.body.before(el('div', { class: 'judging' }, ...whoAndUndo(place, 'reviewer'),
      el('span', { class: 'hint' }, ...KEYS.flatMap(([key, label], i) => [i > 0 && ' ', el('kbd', {}, key), ` ${label.toLowerCase()}`]))));
    toolbar ?? follow(section);
  }
  return (element, row) => {
    rows.set(element, row);
    show(element);
  };
}

/** Puts the one bar of buttons into the row that a reader is at. */
function follow(section) {
  toolbar = buttons(() => toolbar.closest('tr'));
  const into = ({ target }) => {
    const element = target.closest?.('tr');
    element && rows.has(element) && toolbar.closest('tr') !== element && element.append(el('td', { role: 'cell', class: 'judge-cell' }, toolbar));
    section.querySelectorAll('td.judge-cell:empty').forEach((cell) => cell.remove());
  };
  section.addEventListener('focusin', into);
  // Not pointerover, which comes too when a row moves under a pointer that rests.
  section.addEventListener('pointermove', into);
  section.addEventListener('click', into);
}

// In a document

/**
 * Begins with the mentions that are marked in a document.
 *
 * @param bar in which what is said of the current one stands
 * @param marked the rows, each with its stop
 * @param step goes to a stop
 * @param marks the elements of a stop
 * @returns what is told the stop that is the current one from then on, null for none
 */
export function beginInDocument(bar, marked, isOpen, step, marks) {
  const told = el('p', { class: 'what', role: 'status' });
  const panel = el('div', { class: 'judging', hidden: true }, told);
  let current;
  const show = (entry) => {
    const row = rows.get(entry);
    marks(entry.stop).forEach((mark) => showMark(mark, row));
    entry === current && told.replaceChildren([`“${row.surface}”, ${named(row)}`, said(row)].filter(Boolean).join(' · '));
  };
  const place = {
    done: [],
    all: () => marked,
    now: () => current,
    go(entry) {
      current = entry;
      step(entry.stop);
    },
    show,
    wait: (entry, isSo) => panel.classList.toggle('waits', isSo),
    counted() {},
  };
  marked.forEach((entry) => {
    rows.set(entry, entry.row);
    show(entry);
  });
  places.delete('document');
  if (isOpen) {
    places.set('document', place);
    panel.append(buttons(() => current), ...whoAndUndo(place, 'reviewer-here'));
  }
  bar.append(panel);
  return (stop) => {
    current = current?.stop === stop ? current : marked.find((entry) => entry.stop === stop);
    panel.hidden = !current;
    current && show(current);
  };
}

// Judging

/** The buttons that judge what `entry()` gives. */
const buttons = (entry) => el('div', { class: 'judge', role: 'group', 'aria-label': 'Judge this mention' }, KEYS.map(([key, label, act]) =>
  el('button', { type: 'button', class: 'plain', title: `${label} (${key})`, onclick: () => act(here(), entry()) }, label)));

/** The field for who judges, and the button that takes back. */
function whoAndUndo(place, id) {
  place.reviewer = el('input', { id, autocomplete: 'nickname', maxlength: '100', value: kept(STORED) ?? '', size: '14', onchange: ({ target }) => store(STORED, target.value.trim()) });
  return [el('label', {}, 'Judge as ', place.reviewer),
    el('button', { type: 'button', class: 'plain', 'data-key': 'undo', onclick: () => undo(place) }, 'Undo')];
}

document.addEventListener('keydown', (event) => {
  const place = here();
  const isLetter = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing && kept('keys') !== 'off';
  // A key that is held would judge row after row.
  if (!place || event.repeat || !isLetter || document.querySelector('dialog[open]') || event.target.closest('input:not([type=checkbox]), textarea, select')) {
    return;
  }
  const act = KEYS.find(([key]) => key === event.key)?.[2];
  const entry = place.now();
  if (event.key === 'u') {
    event.preventDefault();
    undo(place);
  } else if (act && entry) {
    event.preventDefault();
    act(place, entry);
  }
});

/** The name of who judges; none, with the focus where it is asked for, if there is none yet. */
function reviewer(place) {
  const name = place.reviewer.value.trim();
  if (name === '') {
    showNotice('Say who judges first: other readers see whose word it is.');
    place.reviewer.focus();
  }
  return name;
}

/** What this reviewer has said of a row, as far as the page knows: by itself, or among others who may say something else. */
function own(row, name) {
  if (row.own?.[name]) {
    return row.own[name];
  }
  const all = (row.verdict_reviewer ?? '').split('; ');
  const mine = all.find((each) => each === name || each.startsWith(`${name}: `));
  if (!mine) {
    return { verdict: 'none' };
  }
  const isAlone = all.length === 1;
  const verdict = mine === name ? row.verdict : mine.slice(name.length + 2);
  return {
    verdict,
    ...(verdict === 'reassigned' && row.verdict_to && { to: Object.fromEntries(row.verdict_to.split(', ').map((each) => each.split('='))) }),
    ...(isAlone && row.verdict_note && { note: row.verdict_note }),
  };
}

/** Judges an entry, and goes on to the next. */
function judge(place, entry, verdict) {
  const name = reviewer(place);
  if (name === '') {
    return;
  }
  const row = rows.get(entry);
  const before = own(row, name);
  const all = place.all();
  place.go(all[all.indexOf(entry) + 1] ?? entry);
  // A note stands until another is written in its place.
  keep(place, entry, name, { ...(before.note && { note: before.note }), ...verdict })
    .then((isKept) => isKept && place.done.push([entry, name, before]));
}

/** Takes back the last verdict once it is kept, and goes to where it was. */
async function undo(place) {
  await busy;
  const last = place.done.pop();
  const [entry, name, before] = last ?? [];
  if (entry && place.all().includes(entry)) {
    place.go(entry);
    (await keep(place, entry, name, before)) || place.done.push(last);
  }
}

/** Sends a verdict, one after the other; whether it is kept. Until then its entry says that it is not. */
function keep(place, entry, name, verdict) {
  const row = rows.get(entry);
  place.wait(entry, true);
  busy = busy.then(async () => {
    try {
      const { document: id, type, start, end, surface } = row;
      const [{ judged }] = await send({ document: id, type, start, end, surface, reviewer: name, ...verdict });
      take(place, entry, name, verdict, judged === 'none' ? null : judged);
      failed === entry && hideNotice();
      return true;
    } catch (error) {
      failed = entry;
      showNotice(`“${row.surface}” is not judged. ${error.message}`);
      return false;
    } finally {
      place.wait(entry, false);
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
function take(place, entry, name, verdict, judged) {
  const row = rows.get(entry);
  const others = (row.verdict_reviewer ?? '').split('; ').filter((each) => each && each.split(': ')[0] !== name);
  const mine = verdict.verdict === 'none' ? [] : [judged === 'disputed' ? `${name}: ${verdict.verdict}` : name];
  const before = row.verdict;
  Object.assign(row, {
    own: { ...row.own, [name]: verdict },
    verdict: judged,
    verdict_reviewer: [...others, ...mine].join('; ') || null,
    verdict_to: verdict.to ? Object.entries(verdict.to).map(([key, value]) => `${key}=${value}`).join(', ') : null,
    verdict_note: verdict.note || null,
  });
  place.show(entry);
  place.counted(before, judged);
}

/** Asks what a mention is instead, or for a note. */
function ask(place, entry, isInstead) {
  const name = reviewer(place);
  if (name === '') {
    return;
  }
  const row = rows.get(entry);
  const now = own(row, name);
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
      place.go(entry);
    } else if (!isInstead) {
      judge(place, entry, { ...now, verdict: now.verdict ?? 'none', note: text });
    } else if (Object.keys(to).length > 0) {
      judge(place, entry, { verdict: 'reassigned', to, ...(text && { note: text }) });
    } else {
      place.go(entry);
      showNotice('Nothing was said that it is instead.');
    }
  });
  document.body.append(dialog);
  dialog.showModal();
}
