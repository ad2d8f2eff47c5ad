/** Help at the box: what a query can say, each with an example that finds something in this collection. */
import { get, info } from './api.js';
import { count, el } from './dom.js';
import { address, parse } from './state.js';

const BLANK = parse('');
const AT_ONCE = 4;

let dialog;

/** Opens the help; the examples are tried the first time. */
export async function open() {
  if (!dialog) {
    dialog = el('dialog', { id: 'help', 'aria-labelledby': 'help-title' },
      el('h2', { id: 'help-title' }, 'How to search'),
      el('table', {}, el('caption', { class: 'unseen' }, 'What a query can say'), el('tbody', { 'aria-busy': 'true' })),
      el('p', { class: 'told', role: 'status' }, 'Looking for examples…'),
      el('form', { method: 'dialog' }, el('button', { type: 'submit' }, 'Close')));
    // A link leads to its results; nothing lies above them then.
    dialog.addEventListener('click', ({ target }) => target.closest('a') && dialog.close());
    document.body.append(dialog);
  }
  dialog.showModal();
  if (dialog.querySelector('[aria-busy]')) {
    await fillIn();
  }
}

async function fillIn() {
  const body = dialog.querySelector('tbody');
  try {
    const candidates = await examples();
    const rows = candidates.map(() => null);
    const waiting = [...candidates.entries()];
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [i, [what, queries]] = next;
        for (const q of queries) {
          const { total } = await get('/search', new URLSearchParams({ q, limit: '0' })).catch(() => ({ total: { passages: 0 } }));
          if (total.passages > 0) {
            rows[i] = el('tr', {}, el('th', { scope: 'row' }, what), el('td', {}, el('a', { href: address({ ...BLANK, q }) }, q)),
              el('td', { class: 'count' }, count(total.passages, 'passage')));
            break;
          }
        }
      }
    }));
    const found = rows.filter(Boolean);
    body.replaceChildren(...found);
    body.removeAttribute('aria-busy');
    dialog.querySelector('.told').textContent = found.length > 0 ? 'Each example finds this in the collection as it is.' : 'The collection is empty, so there are no examples.';
  } catch (error) {
    dialog.querySelector('.told').textContent = error.message;
  }
}

const quoted = (text) => `"${text.replace(/["\\]/g, ' ').trim()}"`;

/** Pairs of words that stand side by side in a text, the longest first. */
function pairs(text) {
  const words = text.match(/[\p{L}\p{M}]{4,}(?=[\s,.;:!?)]|$)/gu) ?? [];
  const found = [...text.matchAll(/([\p{L}\p{M}]{4,}) ([\p{L}\p{M}]{4,})/gu)].map(([, one, other]) => [one.toLowerCase(), other.toLowerCase()]);
  return [found.sort((a, b) => b.join('').length - a.join('').length), words.map((word) => word.toLowerCase())];
}

/** What a query can say, each with queries that may find something: made of what the collection holds. */
async function examples() {
  const [{ fields }, { documents }, ...entities] = await Promise.all([
    info(),
    get('/documents', new URLSearchParams({ limit: '1' })),
    ...['country', 'person', 'unit'].map((type) => get(`/entities/${type}`, new URLSearchParams({ limit: '1' }))),
  ]);
  if (documents.length === 0) {
    return [];
  }
  const [country, person, unit] = entities.map((answer) => answer.entities.find(({ id }) => id !== ''));
  const { hits } = await get('/search', new URLSearchParams({ q: '*', limit: '5', block: 'prose' }));
  const [side, words] = pairs(hits.map(({ text }) => text).join('\n'));
  const [[one, other] = words] = side;
  const third = words.find((word) => word !== one && word !== other) ?? other;
  const title = documents[0].title?.match(/\p{L}{4,}/gu)?.sort((a, b) => b.length - a.length)[0];
  const valueOf = (name) => fields.find(({ field }) => field === name)?.values.find(({ value }) => value !== '')?.value;
  const [stance, source] = ['stance', 'source'].map(valueOf);
  const year = fields.find(({ field }) => field === 'date')?.values.map(({ value }) => value.slice(0, 4)).find((value) => /^\d{4}$/.test(value));
  const wrong = one && one.slice(0, -2) + one.at(-1) + one.at(-2);
  return [
    ['any of the words, the best first', [`${one} ${third}`]],
    ['a phrase', side.slice(0, 5).map((pair) => `"${pair.join(' ')}"`)],
    ['all of these', [`+${one} +${other}`, `${one} AND ${other}`]],
    ['one or the other', [`${one} OR ${third}`]],
    ['without a word', words.slice(0, 8).map((word) => `${one} -${word}`)],
    ['words that begin so', [`${one?.slice(0, 4)}*`]],
    ['a word that may be misspelt', [`${wrong}~`, `${one}~`]],
    ['words near each other', [`${one} NEAR/10 ${other}`]],
    ['in the title', title ? [`title:${title.toLowerCase()}`] : []],
    ['from a source', source ? [`source:${quoted(source)}`] : []],
    ['of a stance', stance ? [`stance:${quoted(stance)}`] : []],
    ['of a time', year ? [`date:${year}`, `date:[${year} TO *]`] : []],
    ['that name a country, however it is called', country ? [`country:${country.id}`] : []],
    ['that name a person', person ? [`person:${quoted(person.label)}`] : []],
    ['with a figure', unit ? [`figure.${unit.id}:>=1000`, `figure.${unit.id}:>=1`, 'figure:>=1'] : []],
    ['a country near a figure', country && unit ? [`country:${country.id} NEAR/20 figure.${unit.id}:*`, `country:${country.id} NEAR/20 figure:*`] : []],
  ];
}
