/** The view Mentions: what the collection names, most named first; and every mention of one of them, in its context. */
import { get, info, Refused } from './api.js';
import { byId, copy, count, dotted, el, fill, number } from './dom.js';
import { hideNotice, showNotice } from './notice.js';
import { dateLabel, documentAddress, fieldLabel, filterLabel, has, isOfRows, mentionsAddress, ofPassages, parameters, toggled, valueLabel } from './state.js';

const ROWS = 50;
/** The characters on either side that the API sends where there are so many: the word at their edge is a piece. */
const CONTEXT = 60;
const MOST = 1000;
const NAMES = 40;
const VALUES = 12;
const TYPES = { country: 'countries', person: 'people', figure: 'figures', date: 'dates' };
const CYRILLIC = ['ru', 'uk', 'be', 'bg', 'mk', 'sr', 'kk', 'ky', 'tg', 'mn'];

let asked = 0;
let controller;
let shown = '';
let name = '';

const chosen = (state, field) => state.filters.filter(([each]) => each === field).map(([, value]) => value);
const url = (path, all) => `/api/v1${path}${[...all].length > 0 ? `?${all}` : ''}`;

/** Shows the mentions that a state asks for; answers with what the tab is to be called, or null if that is past. */
export async function showMentions(state, anew = false) {
  const mine = ++asked;
  controller?.abort();
  if (shown === mentionsAddress(state) && !anew) {
    return name;
  }
  controller = new AbortController();
  const view = byId('mentions');
  view.setAttribute('aria-busy', 'true');
  try {
    const show = isOfRows(state) ? await rows(state, controller.signal) : await overview(state, controller.signal);
    if (mine !== asked) {
      return null;
    }
    hideNotice();
    const focused = view.contains(document.activeElement) && document.activeElement.dataset.key;
    name = show();
    shown = mentionsAddress(state);
    if (focused) {
      view.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    }
    return name;
  } catch (error) {
    if (mine === asked) {
      failed(error, state);
    }
    return null;
  } finally {
    if (mine === asked) {
      view.removeAttribute('aria-busy');
    }
  }
}

/** Forgets what is under way, when the reader has gone elsewhere. */
export function leaveMentions() {
  asked++;
  controller?.abort();
}

function failed(error, state) {
  shown = '';
  const again = el('button', { type: 'button', onclick: () => showMentions(state, true) }, 'Try again');
  showNotice(error.message, error instanceof Refused ? [el('a', { href: '/mentions' }, 'All countries and people')] : [again]);
}

/** The parameters of the API that a state has; a faulty query is taken as words, as in the search. */
function asking(state, more = {}) {
  const all = parameters({ ...state, sort: 'relevance', group: 'passage' });
  if (all.has('q')) {
    all.set('mode', 'box');
  }
  Object.entries(more).forEach(([key, value]) => all.set(key, value));
  return all;
}

const totals = (total) =>
  `${count(total.mentions, 'mention')} in ${count(total.passages, 'passage')} of ${count(total.documents, 'document')}`;

/** What narrows the list, each a link to the list without it. */
function showNarrowed(state) {
  const links = state.filters.filter(([field]) => field !== 'type' && field !== 'id').map(([field, value]) =>
    chip(filterLabel(field, value), toggled(state, field, value)));
  if (state.q.trim() !== '') {
    links.unshift(chip(`In passages that match: ${state.q}`, { ...state, q: '' }));
  }
  fill(byId('mention-chips'), links);
}

const chip = (label, state) =>
  el('a', { class: 'chip', href: mentionsAddress(state), 'aria-label': `Remove ${label}` }, label, el('span', { class: 'cross', 'aria-hidden': 'true' }, '×'));

// What is named

async function overview(state, signal) {
  const all = (limit) => asking(state, { limit });
  const [summary, countries, people] = await Promise.all([
    get('/mentions/summary', asking(state, { by: 'type' }), signal),
    get('/entities/country', all(NAMES), signal),
    get('/entities/person', all(NAMES), signal),
  ]);
  return () => {
    heading('Mentions', totals(summary.total));
    showNarrowed(state);
    showFacets([], state);
    const others = summary.groups.filter(({ type }) => type === 'figure' || type === 'date').map(({ type, mentions }) =>
      el('a', { href: mentionsAddress(toggled(state, 'type', type)) }, count(mentions, type)));
    byId('mention-list').replaceChildren(
      ...(others.length > 0 ? [el('p', { class: 'also' }, 'Beside countries and people: ', dotted(others))] : []),
      el('div', { class: 'ranks' },
        ranking('country', 'Countries', countries, summary, state), ranking('person', 'People', people, summary, state)));
    return '';
  };
}

function ranking(type, title, answer, summary, state) {
  const mentions = summary.groups.find((group) => group.type === type)?.mentions ?? 0;
  const of = toggled(state, 'type', type);
  const most = answer.entities[0]?.mentions ?? 1;
  const items = ({ entities }) => entities.map((entity) => {
    const bar = el('span', { class: 'bar-of-count', 'aria-hidden': 'true' });
    bar.style.setProperty('--share', entity.mentions / most);
    return el('li', {}, el('a', { class: 'row bucket', href: mentionsAddress(toggled(of, 'id', entity.id)) },
      el('span', { class: 'name' }, entity.label), bar,
      el('span', { class: 'count' }, number(entity.mentions), el('span', { class: 'unseen' }, mentions === 1 ? ' mention' : ' mentions'))));
  });
  const list = el('ol', { role: 'list' }, items(answer));
  const section = el('section', { 'aria-label': title, class: type }, el('h2', {}, title),
    mentions > 0
      ? el('p', { class: 'more' }, `${number(answer.total.entities)} named, `, el('a', { href: mentionsAddress(of) }, `all ${count(mentions, 'mention')}`))
      : el('p', { class: 'more' }, state.q || state.filters.length > 0 ? 'None in these passages.' : 'None in this collection.'),
    list);
  if (!answer.complete) {
    const more = el('button', { type: 'button', class: 'wide' }, `Show ${number(Math.min(MOST, answer.total.entities))} of them`);
    more.addEventListener('click', async () => {
      try {
        const all = items(await get(`/entities/${type}`, asking(state, { limit: MOST })));
        list.replaceChildren(...all);
        more.remove();
        all[answer.entities.length]?.firstChild.focus({ preventScroll: true });
      } catch (error) {
        showNotice(error.message);
      }
    });
    section.append(more);
  }
  return section;
}

function heading(title, total) {
  byId('mention-title').textContent = title;
  byId('mention-total').textContent = total;
  byId('mention-all').hidden = title === 'Mentions';
  byId('mention-files').hidden = true;
  byId('mention-elsewhere').hidden = true;
}

// Rows

async function rows(state, signal) {
  const types = chosen(state, 'type');
  const ids = chosen(state, 'id');
  const facets = [
    ids.length === 0 && ['country', 'person'].includes(types.join()) && ['id', 'id'],
    types.includes('country') && ['mention.kind', 'kind'],
    types.includes('figure') && ['mention.unit', 'unit'],
    ['source', 'source'],
    ['stance', 'stance'],
  ].filter(Boolean);
  const [known, answer, ...counted] = await Promise.all([
    info(),
    get('/mentions', asking(state, { limit: ROWS }), signal),
    // What is chosen of a field is left out where that field is counted, so that the other values can be chosen too.
    ...facets.map(([field, by]) => {
      const without = { ...state, filters: state.filters.filter(([each]) => each !== field) };
      return get('/mentions/summary', asking(without, { by }), signal);
    }),
  ]);
  return () => {
    const languages = known.fields.find(({ field }) => field === 'lang')?.values.map(({ value }) => value) ?? [];
    const cyrillic = languages.filter((language) => CYRILLIC.includes(language));
    const context = { state, isOfOne: ids.length === 1, cyrillic: cyrillic.length === 1 ? cyrillic[0] : 'und-Cyrl' };
    const label = ids.length > 0
      ? ids.map((id, i) => answer.mentions.find((row) => row.id === (answer.id[i] ?? id))?.label ?? id).join(', ')
      : types.map((type) => TYPES[type] ?? type).join(', ');
    heading(label ? `Mentions of ${label}` : 'All mentions', totals(answer.total));
    showNarrowed(state);
    showFacets(facets.map(([field, by], i) => [field, by, counted[i].groups]), state);
    showFiles(state);
    byId('mention-all').firstChild.href = mentionsAddress(ofPassages(state));
    byId('mention-list').replaceChildren(...(answer.mentions.length > 0 ? table(answer, context, label) : [nothing(state)]));
    return label || 'All mentions';
  };
}

const nothing = (state) => el('p', {}, 'No mention is in these passages. Take a filter away, or choose from ',
  el('a', { href: mentionsAddress(ofPassages(state)) }, 'all countries and people'), '.');

function showFacets(facets, state) {
  const all = facets.map(([field, by, groups]) => {
    const values = groups.filter((group) => group[by] !== null || !field.startsWith('mention.'));
    const isChosen = (group) => has(state, field, group[by] ?? '');
    const ordered = [...values.filter(isChosen), ...values.filter((group) => !isChosen(group))];
    if (values.length < 2 && !values.some(isChosen)) {
      return null;
    }
    return el('div', { class: 'facet', 'data-field': field, role: 'group', 'aria-label': fieldLabel(field) },
      el('h2', {}, fieldLabel(field)),
      ordered.slice(0, VALUES).map((group) => {
        const value = group[by] ?? '';
        return el('a', {
          class: 'row bucket plain',
          href: mentionsAddress(toggled(state, field, value)),
          'data-key': `${field}:${value}`,
          'aria-current': isChosen(group) && 'true',
        }, el('span', { class: 'name' }, valueLabel(field, value, group.label ?? value)), el('span', { class: 'count' }, number(group.mentions)));
      }),
      values.length > VALUES && el('p', { class: 'more' }, `and ${number(values.length - VALUES)} more`));
  }).filter(Boolean);
  byId('mention-facet-list').replaceChildren(...all);
  byId('mention-facets').hidden = all.length === 0;
}

function table(answer, context, label) {
  const head = [['Before', 'before'], ['Mention', 'match'], ['After', 'after'], !context.isOfOne && ['Meaning', 'meaning'], ['Source', 'source'], ['Date', 'date']]
    .filter(Boolean).map(([title, kind]) => el('th', { scope: 'col', role: 'columnheader', class: kind }, title));
  const body = el('tbody', { role: 'rowgroup' }, answer.mentions.map((row) => rowElement(row, context)));
  // The roles say again what the elements are, because a narrow screen shows them as blocks.
  const whole = el('table', { class: 'kwic', role: 'table', 'aria-label': label ? `Mentions of ${label}` : 'Mentions' },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, head)), body);
  return [whole, ...more(answer, body, context)];
}

function rowElement(row, context) {
  const lang = (text) => (/\p{Script=Cyrillic}/u.test(text) ? context.cyrillic : null);
  const cell = (kind, ...content) => el('td', { role: 'cell', class: kind }, content);
  const line = (text) => text.replace(/\s+/g, ' ');
  const said = (text, edge) => {
    const isPart = Array.from(text).length >= CONTEXT;
    return el('span', { class: isPart ? 'cut part-of' : 'cut' },
      el('bdi', { lang: lang(text) }, line(isPart ? text.replace(edge, '') : text)));
  };
  return el('tr', { role: 'row' },
    cell('before', said(row.before, /^\S*\s/)),
    cell('match', el('a', { href: documentAddress(row.document, context.state, row.start, row.end), lang: lang(row.match), title: row.title }, line(row.match))),
    cell('after', said(row.after, /\s\S*$/)),
    !context.isOfOne && cell('meaning', meaning(row)),
    cell('source', row.source ?? 'unknown'),
    cell('date', dateLabel(row.date)));
}

/** What a mention stands for, where that is not its words. */
function meaning(row) {
  if (row.type === 'figure') {
    const range = [...new Set([row.min, row.max])].filter((value) => value !== null).map(number).join('–');
    return `${!row.bound || row.bound === '=' ? '' : `${row.bound} `}${range}${row.unit ? ` ${row.unit}` : ''}`;
  }
  return row.type === 'date' ? [...new Set([row.from, row.to])].filter(Boolean).join(' to ') : row.label ?? row.id;
}

function more(answer, body, context) {
  if (!answer.next_url) {
    return [];
  }
  const button = el('button', { type: 'button', class: 'wide' }, `Show more of ${count(answer.remaining, 'remaining mention')}`);
  button.addEventListener('click', async () => {
    const mine = asked;
    button.disabled = true;
    try {
      const next = await get(answer.next_url);
      if (mine === asked) {
        hideNotice();
        const added = next.mentions.map((row) => rowElement(row, context));
        body.append(...added);
        button.replaceWith(...more(next, body, context));
        added[0]?.querySelector('a').focus({ preventScroll: true });
      }
    } catch (error) {
      button.disabled = false;
      showNotice(error.message);
    }
  });
  return [button];
}

// The same list elsewhere

function showFiles(state) {
  const all = asking(state);
  byId('mention-csv').href = url('/mentions.csv', all);
  byId('mention-json').href = url('/mentions.json', asking(state, { limit: MOST }));
  byId('mention-files').hidden = false;
  fill(byId('mention-copies'),
    copied('Address of the API', `${location.origin}${url('/mentions', all)}`),
    copied('Command', command(all)));
  byId('mention-elsewhere').hidden = false;
}

/** A word as a shell takes it. */
const quoted = (word) => (/^[\w.,:/=+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

function command(all) {
  const options = [...all].filter(([key]) => key !== 'q').map(([key, value]) => ` --${key} ${quoted(value)}`);
  const q = all.get('q');
  return `./wherein mentions${options.join('')}${q ? ` -- ${quoted(q)}` : ''}`;
}

function copied(title, text) {
  const row = copy('copied');
  row.querySelector('.what').textContent = title;
  const input = row.querySelector('input');
  input.value = text;
  const button = row.querySelector('button');
  button.setAttribute('aria-label', `Copy: ${title}`);
  button.addEventListener('click', async () => {
    input.select();
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
    } catch {
      // Where the clipboard is closed to pages the text is selected, for a reader to copy it.
      input.focus();
    }
  });
  return row;
}
