/** What stands behind "Nothing found": what was tried and searched, and what was not, to be copied and kept. */
import { get, getText } from './api.js';
import { sayBeside } from './beside.js';
import { count, el, number, sheet } from './dom.js';
import { examplesOf, headingOf } from './notes.js';
import { showNotice } from './notice.js';
import { address, documentAddress, mentionsAddress, parameters, parse } from './state.js';

const blank = parse('');

/** Fills a section with what the server says of the search that a state asks for. */
export async function putAbsence(section, state) {
  const all = parameters(state);
  ['sort', 'group'].forEach((name) => all.delete(name));
  all.set('mode', 'box');
  const [told] = await Promise.all([get('/absence', all), sheet('absence')]);
  const where = (format) => `/api/v1/absence?${all}&format=${format}`;
  const { tried, searched, undated, unknown_language: unknown } = told;
  section.replaceChildren(
    el('h3', {}, 'What was looked for'),
    el('p', { class: 'quiet' }, 'Capitals, accents and ё or е make no difference. Words of English and Russian are found in each of their forms.'),
    el('ul', {}, tried.words.map(wordTold), tried.names.map(nameTold)),
    el('h3', {}, 'What was searched'),
    el('p', {}, `${count(searched.documents, 'document')} with ${count(searched.passages, 'passage')}${searched.files === null ? '' : `, from ${count(searched.files, 'file')}`}.`),
    notSearched(told.not_searched),
    undated ? documents(undated, `${count(undated.documents, 'document')} without a date: ${undated.searched ? 'searched too, since they may lie in the range' : 'left out'}; ${count(undated.matching, 'passage')} of them ${undated.matching === 1 ? 'matches' : 'match'} all else`, ['date.match', 'unknown']) : '',
    documents(unknown, `${count(unknown.documents, 'document')} in a language that is not known, where words are looked for as written`, ['lang', '']),
    el('p', { class: 'quiet' }, `This is true of the collection with the fingerprint `, el('code', {}, told.fingerprint), `, indexed at ${told.built}.`),
    el('p', { class: 'no-print' }, el('button', { type: 'button', onclick: ({ currentTarget }) => copyText(where('txt'), currentTarget) }, 'Copy this'), ' ',
      el('a', { href: where('txt'), download: 'nothing-found.txt' }, 'Text'), ', ', el('a', { href: where('json'), download: 'nothing-found.json' }, 'JSON')),
  );
}

function wordTold({ word, forms, more }) {
  const all = forms.map(({ form, passages }) => `${form} (${number(passages)})`).join(', ');
  return el('li', {}, el('strong', {}, word), forms.length === 0 ? ': no form of it is in the collection' : `: in passages as ${all}${more > 0 ? ` and ${count(more, 'other form')}` : ''}`);
}

function nameTold({ type, id, label, tried, aliases, more, mentions }) {
  const names = count(aliases.length + more, 'name or form of it', 'names and forms');
  const all = el('details', {}, el('summary', {}, tried ? `looked for by ${names}` : `looked for as a word alone, and not by ${names}`),
    el('p', {}, aliases.join(', '), more > 0 && ` and ${number(more)} more`));
  const rows = mentionsAddress({ ...blank, filters: [['type', type], ['id', id]] });
  return el('li', {}, mentions > 0 ? el('a', { href: rows }, label) : el('strong', {}, label), `, a ${type}: ${count(mentions, 'mention')} in the whole collection`, all);
}

function notSearched({ total, notes }) {
  return total === 0
    ? el('p', {}, 'Nothing of the folder was left out.')
    : el('details', { open: true }, el('summary', {}, `Not searched: ${count(total, 'file, record or link', 'files, records and links')}`),
      notes.map((group) => [el('p', {}, headingOf(group)), examplesOf(group)]),
      el('p', {}, el('a', { href: '/report' }, 'All of the report')));
}

/** Some documents by name, and the way to their passages. */
function documents({ documents: total, examples }, title, filter) {
  return total === 0 ? el('p', {}, `${title}.`) : el('details', {}, el('summary', {}, title),
    el('ul', {}, examples.map((each) => el('li', {}, el('a', { href: documentAddress(each.id, blank) }, each.title ?? each.id)))),
    el('p', {}, el('a', { href: address({ ...blank, filters: [filter] }) }, `All ${number(total)}`)));
}

async function copyText(url, button) {
  try {
    await navigator.clipboard.writeText(await getText(url));
    sayBeside(button, 'Copied');
  } catch (error) {
    showNotice(`This could not be copied: ${error.message}`);
  }
}
