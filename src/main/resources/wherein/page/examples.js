/** What to try: made of what the collection holds. Each finds something, and each shows another thing that can be asked. */
import { get, info } from './api.js';
import { count, el } from './dom.js';
import { address, COMMON, LAST, mentionsAddress, parse, viewAddress } from './state.js';

/** So many words, and so many values of a field, are tried. */
const WORDS = 6;
const VALUES = 3;

const blank = parse('');

let made;

/** The links, made once, and again after the collection has changed or the making has failed. */
export function exampleLinks(anew, signal) {
  made = (anew ? null : made) ?? make(signal).catch((error) => {
    made = undefined;
    throw error;
  });
  return made.then((found) => found.map(([kind, label, href, total]) =>
    el('li', {}, el('span', { class: 'quiet' }, `${kind}: `), el('a', { href }, label), el('span', { class: 'count' }, ` ${total}`))));
}

async function make(signal) {
  const known = await info();
  if (known.documents === 0) {
    return [];
  }
  const entities = async (type) => (await get(`/entities/${type}`, new URLSearchParams({ limit: '5' }), signal)).entities;
  const [words, [country], [person], units] = await Promise.all([best(known, signal), entities('country'), entities('person'), entities('unit')]);
  const unit = units.find(({ id }) => id === 'people') ?? units.find(({ id }) => /^\p{Ll}+$/u.test(id));
  const word = words[0]?.[0].replaceAll('"', '') ?? '';
  const fields = ['stance', 'source'].flatMap((name) => {
    const values = (known.fields.find(({ field }) => field === name)?.values ?? []).filter(({ value }) => value !== '');
    return values.length < 2 ? [] : values.slice(0, VALUES).map(({ value }) => `${name}:${/^[\p{L}\p{N}]+$/u.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`} ${word}`.trim());
  });
  const [question, field] = await Promise.all([
    firstOf(unit && country ? [`How many ${unit.id} in ${country.label}?`] : [], signal),
    firstOf(fields, signal),
  ]);
  const search = (kind, found) => found && [kind, found[0], address({ ...blank, q: found[0] }), told(found[1])];
  const mention = (kind, type, entity) => entity && [kind, `Every mention of ${entity.label}`,
    mentionsAddress({ ...blank, filters: [['type', type], ['id', entity.id]] }), count(entity.mentions, 'mention')];
  return [
    search(words[0]?.[0].startsWith('"') ? 'A phrase' : 'A word', words[0]),
    search('A question', question),
    search('A field', field),
    mention('A country', 'country', country),
    mention('A person', 'person', person),
    unit && ['Figures', `How many ${unit.id}, by date`, viewAddress('figures', { ...blank, filters: [['unit', unit.id]] }), count(unit.mentions, 'figure')],
  ].filter(Boolean);
}

const told = ({ passages, documents }) => `${count(passages, 'passage')} in ${count(documents, 'document')}`;

/** How much a search finds. */
async function tried(q, signal) {
  return [q, (await get('/search', new URLSearchParams({ q, mode: 'box', limit: '0' }), signal)).total];
}

/** The first of some searches that finds something. */
async function firstOf(all, signal) {
  return (await Promise.all(all.map((q) => tried(q, signal)))).find(([, total]) => total.passages > 0);
}

/** The collection's own keywords that find most, phrases first; without keywords the longest words of some titles. */
async function best(known, signal) {
  const own = known.fields.filter((field) => ![...COMMON, ...LAST].includes(field.field));
  const keywords = own.flatMap((field) => field.values.slice(0, WORDS).map(({ value }) => value));
  const words = keywords.length > 0 ? keywords : await titleWords(signal);
  const candidates = [...new Set(words)].filter(Boolean).sort((a, b) => b.includes(' ') - a.includes(' ')).slice(0, WORDS)
    .map((word) => (word.includes(' ') ? `"${word.replaceAll('"', '')}"` : word));
  const all = await Promise.all(candidates.map((q) => tried(q, signal)));
  const isPhrase = ([q]) => q.startsWith('"');
  return all.filter(([, total]) => total.passages > 0)
    .sort((a, b) => isPhrase(b) - isPhrase(a) || b[1].passages - a[1].passages);
}

async function titleWords(signal) {
  const { documents } = await get('/documents', new URLSearchParams({ limit: WORDS }), signal);
  return documents.map((document) =>
    (document.title ?? '').split(/[^\p{L}]+/u).sort((a, b) => b.length - a.length)[0]);
}
