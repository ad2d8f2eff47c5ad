/**
 * What the views of the ledger share: the frame of a heading, totals, filters and links, how an answer comes into it,
 * and how its rows come page by page.
 */
import { get, Refused, stream } from './api.js';
import { byId, copy, count, el, fill, keepingChip, number, openIfWide } from './dom.js';
import { hideNotice, showNotice } from './notice.js';
import {
  fieldLabel, filterLabel, folded, has, isFolded, isOwn, narrowings, ofView, OWN, parameters, toggled, valueLabel, viewAddress,
} from './state.js';
import { keep, kept } from './store.js';

/** How many rows an answer of the API has at most. */
export const MOST = 1000;

/** How many rows are laid out together once they are near the screen, and how many are put in before the browser has its turn. */
const CHUNK = 25;
const AT_ONCE = 50;

/** What of a state the bars of dates choose. */
const DATES = ['date.from', 'date.to', 'date.match'];
const STORED = 'dates';
const SLOW_MS = 4_000;
const LANES = 2;
const VALUES = 12;
const MANY = 200;

/** Views that have no switch by which copies are left out. */
const WITHOUT_SWITCH = ['entities', 'timeline', 'together'];

/**
 * A view in the section of its name.
 *
 * @param name of the view
 * @param load asks for what a state says, by a signal, with `go` for what the reader chooses; answers with the answer of the
 *   API and a function that puts it into the frame and tells the names for the tab
 */
export function ledgerView(name, load) {
  const section = byId(name);
  const frame = frameOf(section);
  let asked = 0;
  let controller;
  let shown = '';
  let names = [];

  async function show({ state, go, anew, shows }) {
    const page = { state: ofView(state), go };
    leave();
    const mine = asked;
    const url = viewAddress(name, page.state);
    if (shown === url && !anew) {
      return names;
    }
    controller = new AbortController();
    section.setAttribute('aria-busy', 'true');
    const again = ['Try again', () => go(state)];
    const slow = setTimeout(() => showNotice('The server is still at work on this.', [again]), SLOW_MS);
    try {
      const [answer, put] = await load(page, controller.signal);
      if (mine !== asked) {
        return null;
      }
      hideNotice();
      const focused = section.contains(document.activeElement) && document.activeElement.dataset.key;
      frame.rest = null;
      names = put(frame);
      shown = url;
      shows(answer);
      if (focused) {
        section.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
      }
      return names;
    } catch (error) {
      if (mine === asked) {
        shown = '';
        showNotice(error.message, error instanceof Refused
          ? [el('a', { href: `/${name}` }, 'Start over without filters')]
          : [again]);
      }
      return null;
    } finally {
      clearTimeout(slow);
      if (mine === asked) {
        section.removeAttribute('aria-busy');
      }
    }
  }

  /** Forgets what is under way. */
  function leave() {
    asked++;
    controller?.abort();
    section.removeAttribute('aria-busy');
  }

  /** Paper holds all rows, so they are fetched before it is printed. */
  async function printAll() {
    try {
      while (frame.rest?.hasMore()) {
        await frame.rest.next();
      }
      window.print();
    } catch (error) {
      showNotice(error.message);
    }
  }

  frame.print.addEventListener('click', printAll);
  addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 'p' && !section.hidden && frame.rest?.hasMore()) {
      event.preventDefault();
      printAll();
    }
  });
  return { show, leave };
}

function frameOf(section) {
  const frame = {
    title: el('h1'),
    total: el('p', { class: 'total', role: 'status' }),
    tools: el('div', { class: 'tools' }),
    chips: el('div', { class: 'chips', hidden: true }),
    list: el('div'),
    body: el('div'),
    copies: el('div'),
    files: el('p', { class: 'files' }),
    print: el('button', { type: 'button', class: 'plain' }, 'Print'),
  };
  frame.facets = el('details', { class: 'facets', hidden: true }, el('summary', {}, 'Narrow the list'), frame.list);
  frame.elsewhere = el('section', { class: 'elsewhere', 'aria-label': 'For scripts' }, el('h2', {}, 'For scripts'), frame.copies);
  openIfWide(frame.facets);
  section.replaceChildren(frame.title, el('div', { class: 'bar' }, frame.total, el('div', { class: 'order' }, frame.tools, frame.files)), frame.chips,
    el('div', { class: 'columns' }, frame.facets, el('div', { class: 'found' }, frame.body, frame.elsewhere)));
  return frame;
}

/** The parameters of the API that a state has; a faulty query is taken as words, as in the search. */
export function asking(state, more = {}) {
  const all = parameters({ ...state, sort: 'relevance', group: 'passage' });
  if (all.has('q')) {
    all.set('mode', 'box');
  }
  Object.entries(more).forEach(([key, value]) => all.set(key, value));
  return all;
}

/** The values of a field that the rows have, of counts that `counted` answers with. */
export const valuesOf = ([field, by, groups], state) => {
  const only = chosen(state, field);
  return groups.map((group) => group[by]).filter((value) => only.length === 0 || only.includes(value ?? ''));
};

/** The values that a state has chosen of a field. */
export const chosen = (state, field) => state.filters.filter(([each]) => each === field).map(([, value]) => value);

/** The state without what it says of some fields. */
export const without = (state, ...fields) => ({ ...state, filters: state.filters.filter(([each]) => !fields.includes(each)) });

/** The state with one value of a field. */
export const withOne = (state, field, value) => {
  const others = without(state, field);
  return value === '' ? others : { ...others, filters: [...others.filters, [field, value]] };
};

/** What narrows a list, each a link to the list without it; `label` may know better names. */
export function showNarrowed(frame, view, state, label = filterLabel) {
  const chip = (text, less) => el('a', { class: 'chip', href: viewAddress(view, less), 'aria-label': `Remove ${text}` },
    text, el('span', { class: 'cross', 'aria-hidden': 'true' }, '×'));
  keepingChip(frame.chips.parentElement, () => fill(frame.chips,
    state.q.trim() !== '' && chip(`In passages that match: ${state.q}`, { ...state, q: '' }),
    // That copies are left out is said by a switch, where there is one.
    narrowings(state, (field, value) => (field !== 'duplicates' || WITHOUT_SWITCH.includes(view)) && label(field, value))
      .map(([text, less]) => chip(text, less))), byId('main'));
}

/**
 * Counts of the mentions by fields, each without what is chosen of it, so that its other values can be chosen too.
 *
 * @param fields each the name of a filter and of what the summary groups by, with the state of what is counted where it is another
 * @param also more parameters of the summary
 */
export async function counted(fields, state, signal, also = {}) {
  const found = [];
  // Not all at once: a server has few turns, and the rows themselves want one.
  const lanes = Array.from({ length: LANES }, async (_, lane) => {
    for (let i = lane; i < fields.length; i += LANES) {
      const [field, by, of = state] = fields[i];
      found[i] = [field, by, (await get('/mentions/summary', asking(without(of, field), { ...also, by }), signal)).groups];
    }
  });
  await Promise.all(lanes);
  return found;
}

/**
 * The dates of mentions as the search shows those of passages. They are asked for once a reader opens them, and open from then on
 * in all views, as they are while a date is chosen.
 *
 * @param page the state with `go` for what the reader chooses; `noun`, what is counted, a word that takes an s; `rows`, the
 *   state of what is counted where it is another, and `also`, more parameters of their summary
 */
export async function dateFacet({ state, go, noun, rows = state, also = {} }, signal) {
  const isChosen = state.filters.some(([name]) => DATES.includes(name));
  const place = el('div');
  let loading;
  const load = async () => {
    const asked = asking(rows, { ...also, by: 'date', limit: 0 });
    const [{ histogram }, counted] = await Promise.all([import('./dates.js'), get('/mentions/summary', asked, signal)]);
    fill(place, histogram(counted.histogram, state, go, noun));
  };
  const shown = el('details', {
    open: isChosen || kept(STORED) === 'open',
    ontoggle() {
      isChosen || keep(STORED, shown.open ? 'open' : 'closed');
      if (shown.open) {
        // One that is made open tells so as well, while it is being filled.
        loading ??= load().catch((error) => {
          loading = null;
          signal.aborted || showNotice(error.message);
        });
      }
    },
  }, el('summary', { 'data-key': 'dates' }, 'Date'), place);
  if (shown.open) {
    loading = load();
    await loading;
  }
  return el('div', { class: 'facet', 'data-field': 'date' }, shown);
}

/**
 * Shows counts as links that choose, with forms below them.
 *
 * @param fields counts as `counted` answers with them; an element, or nothing, is shown as it is
 */
export function showFacets(frame, view, state, fields, ...forms) {
  const all = fields.map((each) => {
    if (!Array.isArray(each)) {
      return each;
    }
    const [field, by, groups] = each;
    const values = groups.filter((group) => group[by] !== null || !/^mention|^id|^bound/.test(field));
    const isChosen = (group) => has(state, field, group[by] ?? '');
    const ordered = [...values.filter(isChosen), ...values.filter((group) => !isChosen(group))];
    if (values.length < 2 && !values.some(isChosen)) {
      return null;
    }
    const rows = ordered.slice(0, MANY).map((group) => {
      const value = group[by] ?? '';
      return el('a', {
        class: 'row bucket plain',
        href: viewAddress(view, toggled(state, field, value)),
        'data-key': `${field}:${value}`,
        'aria-current': isChosen(group) && 'true',
      }, el('span', { class: 'name' }, valueLabel(field, value, group.label ?? value)), el('span', { class: 'count' }, number(group.mentions)));
    });
    const rest = values.length - VALUES;
    return facet(field, rows.slice(0, VALUES), rest > 0 && el('details', {}, el('summary', {}, `${number(rest)} more`), rows.slice(VALUES),
      values.length > MANY && el('p', { class: 'more' }, `and ${number(values.length - MANY)} named still less`)));
  });
  fill(frame.list, all, forms);
  frame.facets.hidden = frame.list.hidden;
}

const facet = (field, ...content) =>
  el('div', { class: 'facet', 'data-field': field, role: 'group', 'aria-label': fieldLabel(field) }, el('h2', {}, fieldLabel(field)), content);

/** A form that narrows figures to values from one to another. */
export function valueForm(state, go) {
  const [from = '', to = from] = /^(.*)\.\.(.*)$/.exec(chosen(state, 'mention.value')[0] ?? '')?.slice(1) ?? [];
  const input = (name, label, value) => el('label', {}, `${label} `, el('input', { name, value, inputmode: 'decimal', 'data-key': `value:${name}` }));
  return facet('mention.value', el('form', {
    class: 'range',
    onsubmit(event) {
      event.preventDefault();
      const ends = ['from', 'to'].map((name) => event.target.elements[name].value.trim());
      go(withOne(state, 'mention.value', ends.join('') === '' ? '' : ends.map((end) => end || '*').join('..')));
    },
  }, input('from', 'from', from.replace('*', '')), input('to', 'to', to.replace('*', '')), el('button', { type: 'submit' }, 'Apply')));
}

/** A switch by which copies are left out, where rows repeat others. */
export function foldSwitch(state, total, go) {
  const input = el('input', { type: 'checkbox', checked: isFolded(state), 'data-key': 'fold', onchange: () => go(folded(state)) });
  return (total.copies > 0 || isFolded(state))
    && el('label', { class: 'switch folding' }, input, ` leave out ${count(total.copies, 'copy', 'copies')}`);
}

/** A switch by which what stands in boilerplate is left out, where there is any. */
export function frameSwitch(state, total, go) {
  const chosen = has(state, 'not.block', 'boilerplate');
  const input = el('input', { type: 'checkbox', checked: chosen, 'data-key': 'frame', onchange: () => go(toggled(state, 'not.block', 'boilerplate')) });
  return (total.boilerplate > 0 || chosen)
    && el('label', { class: 'switch framed' }, input, ` leave out ${chosen ? 'what is' : number(total.boilerplate)} outside the text`);
}

/** A labelled choice of one of some values, each with its words. */
export const choice = (label, values, value, go) => el('label', {}, `${label} `,
  el('select', { 'data-key': label, onchange: (event) => go(event.target.value) },
    values.map(([each, words]) => el('option', { value: each, selected: each === value }, words))));

// Rows

/** Lets the browser answer to the reader before work goes on. */
const pause = () => new Promise((done) => {
  setTimeout(done);
});

/** All rows of an answer, which has the first of them under `key`, or so many at most. */
export async function allRows(path, key, answer, asked, signal, most = Infinity) {
  if (!answer.next_url) {
    return answer[key];
  }
  const rows = [];
  await stream(path, asked, signal, (more) => {
    rows.push(...more.slice(0, most - rows.length));
    return rows.length === most;
  });
  return rows;
}

/** Puts in what is made of rows, some at once, and the others while the browser answers to the reader. */
export async function fillIn(body, rows, row) {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    from > 0 && await pause();
    body.append(...rows.slice(from, from + AT_ONCE).map(row));
  }
}

/**
 * What makes the head of a column of the name of its class, its title, and the orders in which it can put the rows. Such a
 * head is a link to them in that order, and in the next one where they are in it.
 *
 * @param order of the rows
 * @param idle the order that rows are in without being told
 */
export const heads = (view, state, order, idle) => ([kind, title, ...orders]) => {
  const at = orders.indexOf(order);
  const sort = orders[at + 1] ?? orders[0];
  const content = orders.length === 0 ? title : el('a', {
    href: viewAddress(view, { ...state, group: 'passage', sort: sort === idle ? 'relevance' : sort }),
    'data-key': `sort:${kind}`,
  }, title);
  return el('th', { scope: 'col', role: 'columnheader', class: kind, 'aria-sort': at >= 0 && (order.startsWith('-') ? 'descending' : 'ascending') }, content);
};

/**
 * A table whose rows come page by page.
 *
 * @param key of the rows in an answer
 * @param columns their heads
 * @param row makes the element of a row, or several
 */
export function rowTable(frame, answer, key, label, columns, row) {
  // The roles say again what the elements are, because the sheet shows them as grids or blocks.
  const table = el('table', { class: `rows ${key}`, role: 'table', 'aria-label': label },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, columns)));
  const note = el('p', { class: 'on-paper' });
  const button = el('button', { type: 'button', class: 'wide' });
  let shown = 0;
  let last = answer;
  let added = Promise.resolve();

  /** Puts rows in behind those that are still on their way. */
  function add(rows) {
    shown += rows.length;
    added = added.then(() => put(rows));
    return added;
  }

  async function put(rows) {
    for (let from = 0; from < rows.length; from += CHUNK) {
      if (from > 0 && from % AT_ONCE === 0) {
        await pause();
      }
      table.append(el('tbody', { role: 'rowgroup' }, rows.slice(from, from + CHUNK).map(row)));
    }
  }

  function tell() {
    button.hidden = note.hidden = !last.next_url;
    button.textContent = `Show ${number(Math.min(MOST, last.remaining))} more of ${number(last.remaining)}`;
    note.textContent = `The first ${number(shown)} of ${number(shown + last.remaining)} rows.`;
  }

  async function next() {
    const url = new URL(last.next_url, location.href);
    url.searchParams.set('limit', MOST);
    last = await get(url.pathname + url.search);
    await add(last[key]);
    tell();
  }

  button.addEventListener('click', async () => {
    const before = shown;
    button.disabled = true;
    try {
      await next();
      hideNotice();
      table.querySelectorAll('a.result')[before]?.focus({ preventScroll: true });
    } catch (error) {
      showNotice(error.message);
    }
    button.disabled = false;
  });
  add(answer[key]);
  tell();
  frame.rest = { next, hasMore: () => Boolean(last.next_url) };
  return [table, button, note];
}

// Files, and the same for scripts

const address = (path, all) => `/api/v1${path}${[...all].length > 0 ? `?${all}` : ''}`;

/** Links to files of exactly what is shown, and the address and the command that give the same. */
export function showElsewhere(frame, path, command, all, rows) {
  const file = (form, more) => address(`${path}.${form}`, new URLSearchParams([...all, ...Object.entries(more), ['download', 'on']]));
  frame.files.replaceChildren(el('a', { class: 'csv', href: file('csv', { excel: 'on', bom: 'on' }), download: true }, 'CSV'),
    // A page of JSON ends after so many rows; lines of it do not.
    rows > MOST
      ? el('a', { class: 'json', href: file('ndjson', {}), download: true }, 'JSON lines')
      : el('a', { class: 'json', href: file('json', { limit: MOST }), download: true }, 'JSON'),
    frame.print);
  showCopies(frame, [address(path, all), `./wherein ${command}${options(all)}`]);
}

/** The address of the API and the command, to copy. */
export function showCopies(frame, [url, command]) {
  frame.copies.replaceChildren(copied('API address', location.origin + url), command ? copied('Command line', command) : '');
}

/** The option of a parameter: a field of the collection's own may be called as another option is, and says that it is one. */
const option = (key) => {
  const [, not, name] = /^(not\.)?(.*)$/.exec(key);
  return `--${not ?? ''}${isOwn(name) && !name.startsWith(OWN) ? `${OWN}${name}` : name}`;
};

/** A word as a shell takes it. */
const quoted = (word) => (/^[\w.,:/=+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

function options(all) {
  const named = [...all].filter(([key]) => key !== 'q').map(([key, value]) => ` ${option(key)} ${quoted(value)}`);
  const q = all.get('q');
  return `${named.join('')}${q ? ` -- ${quoted(q)}` : ''}`;
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
