/**
 * Files that a reader drops on the page, or chooses, are sent one after the other to a server that takes them in; each has a line
 * that says how far it is, and in the end what became of it. A server that takes none never loads this.
 */
import { get, Refused } from './api.js';
import { byId, count, el, number } from './dom.js';
import { examplesOf } from './notes.js';

const BASE = '/api/v1/files';

/** Of one drop; a folder may hold any number. */
const MOST = 1_000;

/** A file is looked for in the index so often, and for so long. */
const LOOK_MS = 1_000;
const PATIENCE_MS = 120_000;

/** What waits to be sent, each with its line. */
const waiting = [];
let sending = false;
let limit;
let panel;
let list;
let summary;

/** Takes files from now on, of at most so many bytes. */
export function listen({ file_bytes: bytes }) {
  limit = bytes;
  document.head.append(el('link', { rel: 'stylesheet', href: new URL('report.css', import.meta.url).pathname }));
  const chooser = el('input', { type: 'file', multiple: true, hidden: true, id: 'files', onchange() {
    take([...chooser.files]);
    chooser.value = '';
  } });
  byId('keys-open').before(el('button', { type: 'button', class: 'plain', id: 'add', onclick: () => chooser.click() }, 'Add files'), chooser);
  document.addEventListener('dragover', over);
  document.addEventListener('dragleave', (event) => event.relatedTarget || shade(false));
  document.addEventListener('drop', dropped);
  addEventListener('beforeunload', (event) => sending && event.preventDefault());
}

const holdsFiles = (event) => event.dataTransfer?.types.includes('Files');

function over(event) {
  if (holdsFiles(event)) {
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    shade(true);
  }
}

function shade(on) {
  document.documentElement.classList.toggle('dropping', on);
}

async function dropped(event) {
  if (!holdsFiles(event)) {
    return;
  }
  event.preventDefault();
  shade(false);
  // Entries are there only as long as the event is: they are all taken before anything is waited for.
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile()).filter(Boolean);
  const files = [];
  for (const entry of entries) {
    await gather(entry, files);
  }
  take(files);
}

/** The files of an entry, those of a folder and its folders too; what is hidden is no document. */
async function gather(entry, files) {
  if (files.length > MOST || entry.name.startsWith('.')) {
    return;
  }
  if (entry instanceof File) {
    files.push(entry);
  } else if (entry.isFile) {
    files.push(await new Promise((done, failed) => { entry.file(done, failed); }).catch(() => new File([], entry.name)));
  } else {
    const reader = entry.createReader();
    for (let more; (more = await new Promise((done) => { reader.readEntries(done, () => done([])); })).length > 0;) {
      for (const each of more) {
        await gather(each, files);
      }
    }
  }
}

function take(files) {
  if (files.length === 0) {
    return;
  }
  open();
  files.slice(0, MOST).forEach((file) => {
    const state = el('span', { class: 'quiet' }, 'waits');
    const line = el('li', {}, el('strong', {}, file.name), ' ', state);
    list.append(line);
    waiting.push({ file, line, state });
  });
  if (files.length > MOST) {
    list.append(el('li', {}, `Only the first ${number(MOST)} are sent at once; drop the others when these are done.`));
  }
  sending || send();
}

function open() {
  if (panel?.isConnected) {
    return;
  }
  list = el('ul', {});
  summary = el('p', { role: 'status' });
  panel = el('section', { id: 'adding', 'aria-label': 'Files that are sent' },
    el('h2', {}, 'Adding files'), summary, list,
    el('p', {}, el('a', { href: '/report' }, 'Report'), ' ', el('button', { type: 'button', onclick: close }, 'Close')));
  byId('main').before(panel);
}

/** What is on its way goes on; the list is gone. */
function close() {
  panel.remove();
  byId('add').focus();
}

async function send() {
  sending = true;
  let sent = 0;
  let refused = 0;
  const looks = [];
  while (waiting.length > 0) {
    const next = waiting.shift();
    summary.textContent = `${count(sent, 'file')} sent, ${number(waiting.length + 1)} to go.`;
    try {
      const told = await post(next);
      sent++;
      looks.push(look(told, next));
    } catch (error) {
      refused++;
      say(next, 'refused', error.message);
    }
  }
  sending = false;
  const no = refused > 0 ? `, ${number(refused)} not` : '';
  summary.textContent = `${count(sent, 'file')} sent${no}.`;
  await Promise.all(looks);
  if (!sending) {
    summary.textContent = `${count(sent, 'file')} sent${no}; all that were sent have been looked at.`;
  }
}

function say({ line, state }, kind, text, ...more) {
  line.className = kind;
  state.replaceChildren(text, ...more);
}

/** Sends a file; with the one kind of request that tells how far it is. */
function post(next) {
  const { file } = next;
  if (file.size > limit) {
    return Promise.reject(new Error(`is larger than the ${number(Math.floor(limit / 2 ** 20))} MB that a file may have`));
  }
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${BASE}?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => say(next, '', `${Math.floor((100 * loaded) / Math.max(1, total))} % sent`);
    request.onload = () => (request.status === 201 ? done(request.response) : failed(new Refused(request.response ?? { status: request.status })));
    request.onerror = () => failed(new Error('The server does not answer.'));
    request.send(file.slice());
  });
}

/** Looks until a run has read the file, and says what became of it. */
async function look(told, next) {
  if (!told.watched) {
    say(next, 'sent', `lies at ${told.file}; the next run of wherein index reads it`);
    return;
  }
  say(next, 'sent', `lies at ${told.file}, and waits to be read`);
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    await new Promise((done) => { setTimeout(done, LOOK_MS); });
    const found = await get(told.report).then(({ files }) => files.find(({ sha256 }) => sha256 === told.sha256)).catch(() => null);
    if (found) {
      say(next, found.documents > 0 ? 'read' : 'refused', found.documents > 0 ? `read: ${count(found.documents, 'document')}` : 'not searched',
        ...found.notes.filter(({ severity }) => severity !== 'info').map(examplesOf));
      return;
    }
  }
  say(next, 'sent', `lies at ${told.file}, and has not been read yet`);
}
