/** The view People and countries: what is named most, by stance; and two or more of them side by side. */
import { get } from './api.js';
import { el, number } from './dom.js';
import { asking, choice, chosen, dateFacet, ledgerView, MOST, showCopies, showElsewhere, showNarrowed, withOne, without } from './ledger.js';
import { showNotice } from './notice.js';
import { colour, stanceLabel, stancesOf } from './stances.js';
import { filterLabel, has, toggled, TYPES, valueLabel, viewAddress } from './state.js';

const AT_FIRST = 50;
const TYPING_MS = 150;
const KINDS = ['country', 'person'];

export const { show, leave } = ledgerView('entities', load);

async function load({ state: asked, go }, signal) {
  const type = KINDS.includes(chosen(asked, 'type')[0]) ? chosen(asked, 'type')[0] : KINDS[0];
  const ids = chosen(asked, 'id');
  const passages = { ...without(asked, 'type', 'id', 'prefix'), sort: 'relevance' };
  const summary = (by, of) => {
    const all = asking(passages, { type, by });
    of.forEach((id) => all.append('id', id));
    return get('/mentions/summary', all, signal);
  };
  const list = (limit, prefix = chosen(asked, 'prefix')[0] ?? '') => get(`/entities/${type}`, asking(withOne(without(asked, 'type', 'id'), 'prefix', prefix), { limit }), signal);
  // What is put in another order than that of the answer has to be here as a whole.
  const first = asked.sort === 'relevance' ? AT_FIRST : MOST;
  const [answer, dates, ...sides] = await Promise.all([list(first), dateFacet({ state: asked, go, noun: 'mention', rows: passages, also: { type } }, signal), ...ids.length > 0 ? ['id', 'id,stance', 'id,source'].map((by) => summary(by, ids)) : []]);
  const byStance = async (entities) => {
    const groups = [];
    // Addresses have an end, so not too many ids are asked for at once.
    for (let from = 0; from < entities.length; from += AT_FIRST) {
      groups.push(...(await summary('id,stance', entities.slice(from, from + AT_FIRST).map(({ id }) => id))).groups);
    }
    return groups;
  };
  const counts = await byStance(answer.entities);
  const stances = await stancesOf(counts.map((group) => group.stance));
  return [answer, (frame) => {
    // What was asked by a name is from here on what it was taken for.
    const state = withOne(without(asked, 'id'), 'type', type);
    sides[0]?.id.forEach((id) => state.filters.push(['id', id]));
    const title = type === 'country' ? 'Countries' : 'People';
    frame.title.textContent = title;
    frame.total.textContent = told(answer, type);
    frame.tools.replaceChildren(
      choice('Show', KINDS.map((kind) => [kind, TYPES[kind]]), type, (value) => go(withOne(without(state, 'id', 'prefix'), 'type', value))),
      prefixForm(state, go, async (prefix) => {
        const found = await list(first, prefix);
        const groups = await byStance(found.entities);
        return () => {
          frame.total.textContent = told(found, type);
          rank(found, groups);
        };
      }));
    showNarrowed(frame, 'entities', passages, filterLabel);
    const rows = asking(without({ ...state, sort: 'relevance' }, 'type', 'id'));
    showElsewhere(frame, `/entities/${type}`, '', rows, answer.total.entities);
    showCopies(frame, [`/api/v1/entities/${type}?${rows}`]);
    const context = { state, passages, type, stances, go };
    const place = el('div');
    const rank = (found, groups) => place.replaceChildren(...ranking(found, groups, context, async () => {
      const all = (await list(MOST)).entities.slice(AT_FIRST);
      return [all, await byStance(all)];
    }));
    rank(answer, counts);
    frame.body.replaceChildren(dates, ...(ids.length > 0 ? sideBySide(sides, context) : [el('p', { class: 'quiet' }, 'Choose two or more to see them side by side.')]), place);
    const labels = sides[0]?.groups.map(({ label }) => label).join(', ');
    return [labels ?? title, state.q, 'People and countries'];
  }];
}

const told = ({ total }, type) => `${number(total.entities)} ${type === 'country' ? 'countries' : 'people'} named`;

/** A form for the beginning of names, which narrows the list while somebody types. */
function prefixForm(state, go, found) {
  let typing;
  let turn = 0;
  async function typed(prefix) {
    const mine = ++turn;
    try {
      const put = await found(prefix);
      if (mine === turn) {
        history.replaceState(history.state, '', viewAddress('entities', withOne(state, 'prefix', prefix)));
        put();
      }
    } catch (error) {
      mine === turn && error.name !== 'AbortError' && showNotice(error.message);
    }
  }
  return el('form', {
    class: 'range',
    onsubmit(event) {
      event.preventDefault();
      clearTimeout(typing);
      turn++;
      go(withOne(state, 'prefix', event.target.elements.prefix.value.trim()));
    },
  }, el('label', {}, 'Names that begin with ', el('input', {
    name: 'prefix', value: chosen(state, 'prefix')[0] ?? '', autocomplete: 'off', 'data-key': 'prefix',
    oninput: ({ target }) => {
      clearTimeout(typing);
      typing = setTimeout(() => typed(target.value.trim()), TYPING_MS);
    },
  })));
}

/** The page's address of the mentions of one. */
const mentionsOf = (id, { passages, type }, ...more) =>
  viewAddress('mentions', { ...passages, filters: [...passages.filters, ['type', type], ['id', id], ...more] });

/** Numbers, and what shares of the greatest they are. */
function bar(mentions, most) {
  const element = el('span', { class: 'bar-of-count', 'aria-hidden': 'true' });
  element.style.setProperty('--share', mentions / most);
  return element;
}

/** A table that scrolls by itself where it is wider than the page. */
const scrolling = (label, ...content) =>
  el('div', { class: 'scroll', role: 'region', tabindex: 0, 'aria-label': label }, el('table', { class: 'counts' }, content));

// The ranking

function ranking({ entities, total }, groups, context, rest) {
  const { state, type, stances, go } = context;
  const said = [...stances, ''].filter((stance) => groups.some((group) => (group.stance ?? '') === stance));
  const body = el('tbody');
  const of = (id, stance, counts) => counts.find((group) => group.id === id && (group.stance ?? '') === stance)?.mentions ?? 0;
  const add = (all, counts) => body.append(...ordered(all, (id, stance) => of(id, stance, counts), state.sort).map((entity) => {
    const isChosen = has(state, 'id', entity.id);
    const mentions = said.map((stance) => of(entity.id, stance, counts));
    const cell = (n, ...more) => el('td', { class: n === 0 ? 'number none' : 'number' }, n === 0 ? '0' : el('a', { href: mentionsOf(entity.id, context, ...more) }, number(n)));
    const check = el('input', { type: 'checkbox', 'aria-label': `Compare ${entity.label}`, 'data-key': `id:${entity.id}`, onchange: () => go(toggled(state, 'id', entity.id)) });
    check.checked = isChosen;
    return el('tr', {},
      el('td', { class: 'check' }, el('label', { class: 'switch' }, check)),
      el('th', { scope: 'row' }, el('a', { class: 'result', href: mentionsOf(entity.id, context) }, entity.label)),
      el('td', { class: 'wide-bar' }, shares(mentions, said, stances)),
      [entity.mentions, entity.passages, entity.documents].map((n) => cell(n)), mentions.map((n, i) => cell(n, ['stance', said[i]])));
  }));
  add(entities, groups);
  const title = type === 'country' ? 'Countries' : 'People';
  const by = (sort, content, more = {}) => el('th', { scope: 'col', class: 'number', 'aria-sort': state.sort === sort ? (sort === 'name' ? 'ascending' : 'descending') : null, ...more },
    el('a', { href: viewAddress('entities', { ...state, sort }), 'data-key': `sort:${sort}` }, content));
  const table = scrolling(`${title} by how often they are named`,
    el('thead', {}, el('tr', {}, el('td'), by('name', 'Name', { colspan: 2, class: null }), [['relevance', 'Mentions'], ['passages', 'Passages'], ['documents', 'Documents']].map(([sort, words]) => by(sort, words)),
      said.map((stance) => by(`stance:${stance}`, stanceLabel(stances, stance))))),
    body);
  if (entities.length === 0) {
    return [el('p', {}, 'None is named in these passages.')];
  }
  const button = el('button', { type: 'button', class: 'wide' }, `Show ${number(Math.min(MOST, total.entities))} of them`);
  button.hidden = total.entities <= entities.length;
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const [all, counts] = await rest();
      add(all, counts);
      button.remove();
      body.rows[entities.length]?.querySelector('a').focus({ preventScroll: true });
    } catch (error) {
      button.disabled = false;
      showNotice(error.message);
    }
  });
  const left = total.entities - entities.length;
  return [table, state.sort !== 'relevance' && left > 0 ? el('p', { class: 'quiet' }, `The order is that of the ${number(entities.length)} with most mentions; ${number(left)} more are named less.`) : button];
}

/** What is named in the order that the address asks for. */
function ordered(entities, of, sort) {
  const stance = /^stance:(.*)$/.exec(sort)?.[1];
  const orders = {
    name: (a, b) => a.label.localeCompare(b.label),
    passages: (a, b) => b.passages - a.passages,
    documents: (a, b) => b.documents - a.documents,
  };
  const order = stance === undefined ? orders[sort] : (a, b) => of(b.id, stance) - of(a.id, stance);
  return order ? [...entities].sort(order) : entities;
}

/** The mentions by stance as the parts of one whole. */
function shares(mentions, said, stances) {
  const all = mentions.reduce((sum, n) => sum + n, 0);
  const whole = el('span', { class: 'shares', 'aria-hidden': 'true' });
  mentions.forEach((n, i) => {
    const part = el('span', { class: colour(stances, said[i]) });
    part.style.setProperty('--share', n / all);
    n > 0 && whole.append(part);
  });
  return whole;
}

// Side by side

function sideBySide([all, ...by], context) {
  const { state, stances } = context;
  const ids = chosen(state, 'id');
  const total = (id) => all.groups.find((group) => group.id === id) ?? { label: id, mentions: 0, passages: 0, documents: 0 };
  const tables = [['stance', 'Stance'], ['source', 'Source']].map(([field, title], i) => {
    const values = [...new Set(by[i].groups.map((group) => group[field] ?? ''))];
    const most = Math.max(1, ...by[i].groups.map(({ mentions }) => mentions));
    const of = (value, id) => by[i].groups.find((group) => group.id === id && (group[field] ?? '') === value) ?? { mentions: 0, passages: 0, documents: 0 };
    const cells = (counts, id, ...more) => [
      el('td', { class: 'wide-bar' }, more.length > 0 && counts.mentions > 0 && bar(counts.mentions, most)),
      el('td', { class: 'number' }, counts.mentions > 0 ? el('a', { href: mentionsOf(id, context, ...more) }, number(counts.mentions)) : '0'),
      el('td', { class: 'number' }, number(counts.passages)),
      el('td', { class: 'number' }, number(counts.documents))];
    return scrolling(`Side by side, by ${field}`,
      el('colgroup', {}, el('col', { class: 'name' }), ids.map(() => ['wide-bar', 'number', 'number', 'number'].map((kind) => el('col', { class: kind })))),
      el('thead', {},
        el('tr', {}, el('td'), ids.map((id) => el('th', { scope: 'colgroup', colspan: 4 }, total(id).label))),
        el('tr', {}, el('th', { scope: 'col' }, title), ids.map(() => [
          el('td'), ['Mentions', 'Passages', 'Documents'].map((each) => el('th', { scope: 'col', class: 'number' }, each))]))),
      el('tbody', {}, values.map((value) => el('tr', {},
        el('th', { scope: 'row' }, field === 'stance' ? stanceLabel(stances, value) : valueLabel(field, value)),
        ids.map((id) => cells(of(value, id), id, [field, value]))))),
      el('tfoot', {}, el('tr', {}, el('th', { scope: 'row' }, 'All'), ids.map((id) => cells(total(id), id)))));
  });
  const others = (name, more) => viewAddress(name, { ...context.passages, sort: 'relevance', filters: [...context.passages.filters, ...more] });
  return [el('section', { class: 'sides', 'aria-label': 'Side by side' },
    el('p', {}, el('a', { href: others('timeline', ids.slice(0, 6).map((id) => ['series', `${context.type}:${id}`])) }, 'Over time'), ' · ',
      el('a', { href: others('together', [['rows', context.type], ...ids.map((id) => ['id', id])]) }, 'With whom and what they are named')),
    ids.length < 2 && el('p', { class: 'quiet' }, 'Choose another to see them side by side.'), tables)];
}
