/** The column that narrows a search: counts by field, dates, and the chips of what is chosen. */
import { byId, copy, el, fill, number } from './dom.js';
import { dated, dateLabel, fieldLabel, filterLabel, has, toggled, valueLabel, valueOf, address } from './state.js';

const AT_FIRST = 8;
const expanded = new Set();

/**
 * Shows the facets of an answer.
 *
 * @param go called with the state that a choice leads to
 */
export function showFacets(facets, state, go) {
  const focused = document.activeElement?.closest('#facet-list') && document.activeElement.dataset.key;
  const shown = facets.map((facet) =>
    facet.field === 'date' ? dateFacet(facet, state, go) : valueFacet(facet, state, go)).filter(Boolean);
  byId('facet-list').replaceChildren(...shown);
  byId('facets').hidden = shown.length === 0;
  if (focused) {
    byId('facet-list').querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }
}

function frame(field, ...content) {
  const facet = copy('facet');
  facet.querySelector('legend').textContent = fieldLabel(field);
  facet.querySelector('.values').append(...content);
  facet.dataset.field = field;
  return facet;
}

function valueFacet(facet, state, go) {
  const values = withChosen(facet, state);
  const chosen = values.filter((value) => has(state, facet.field, value.value));
  if (values.length < 2 && chosen.length === 0) {
    return null;
  }
  const ordered = [...chosen, ...values.filter((value) => !chosen.includes(value))];
  const most = expanded.has(facet.field) ? ordered.length : Math.max(AT_FIRST, chosen.length);
  const rows = ordered.slice(0, most).map((value) => valueRow(facet.field, value, state, go));
  const rest = ordered.length - rows.length;
  if (rest > 0) {
    const more = el('button', { type: 'button', class: 'plain', 'data-key': `${facet.field}:more` }, `${rest} more`);
    more.addEventListener('click', () => {
      expanded.add(facet.field);
      const whole = valueFacet(facet, state, go);
      more.closest('fieldset').replaceWith(whole);
      whole.querySelectorAll('input')[rows.length]?.focus();
    });
    rows.push(more);
  }
  return frame(facet.field, ...rows);
}

/** A chosen value that no passage has under this query is still there to be taken away. */
function withChosen(facet, state) {
  const missing = state.filters
    .filter(([name, value]) => name === facet.field && !facet.values.some((each) => each.value === value))
    .map(([, value]) => ({ value, label: value, count: 0 }));
  return [...facet.values, ...missing];
}

function valueRow(field, value, state, go) {
  const input = el('input', {
    type: 'checkbox',
    'data-key': `${field}:${value.value}`,
    onchange: () => go(toggled(state, field, value.value)),
  });
  input.checked = has(state, field, value.value);
  return el('label', { class: 'row' }, input,
    el('span', { class: 'name' }, valueLabel(field, value.value, value.label)),
    el('span', { class: 'count' }, number(value.count)));
}

function dateFacet(facet, state, go) {
  if (facet.values.length === 0 && !state.filters.some(([name]) => name.startsWith('date.'))) {
    return null;
  }
  const most = Math.max(1, ...facet.values.map((value) => value.count));
  const rows = facet.values.map((value) => dateRow(value, most, state, go));
  const form = copy('dates');
  const [from, to] = [form.elements.from, form.elements.to];
  from.value = valueOf(state, 'date.from');
  to.value = valueOf(state, 'date.to');
  from.dataset.key = 'date:from';
  to.dataset.key = 'date:to';
  form.elements.certain.checked = valueOf(state, 'date.match') === 'certain';
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go(dated(state, from.value.trim(), to.value.trim(), form.elements.certain.checked));
  });
  return frame('date', ...rows, form);
}

/** A bucket; one that can be asked for is a link to its days, with the certainty that its count has. */
function dateRow(value, most, state, go) {
  const bar = el('span', { class: 'bar-of-count', 'aria-hidden': 'true' });
  bar.style.setProperty('--share', value.count / most);
  const content = [
    el('span', { class: 'name' }, value.value === '' ? 'no date' : value.label),
    bar,
    el('span', { class: 'count' }, number(value.count)),
  ];
  const range = daysOf(value.value);
  if (!range) {
    return el('p', { class: 'row bucket' }, content);
  }
  const [from, to] = range;
  const isChosen = valueOf(state, 'date.from') === from && valueOf(state, 'date.to') === to;
  const next = isChosen ? dated(state, '', '', false) : dated(state, from, to, true);
  return el('a', {
    class: 'row bucket',
    href: address(next),
    'data-key': `date:${value.value}`,
    'aria-current': isChosen && 'true',
    onclick: (event) => {
      if (!event.metaKey && !event.ctrlKey && !event.shiftKey) {
        event.preventDefault();
        event.stopPropagation();
        go(next);
      }
    },
  }, content);
}

/** The days from and to that a date as written says, or nothing if it says none. */
function daysOf(edtf) {
  const bare = edtf.replace(/[~?%]/g, '').replace(/-XX/g, '');
  const [from, to = from] = bare.split('/');
  const day = /^\d{4}(-\d{2}){0,2}$/;
  const isOpen = (end) => end === '..' || end === '';
  if ((day.test(from) || isOpen(from)) && (day.test(to) || isOpen(to)) && !(isOpen(from) && isOpen(to))) {
    return [isOpen(from) ? '' : from, isOpen(to) ? '' : to];
  }
  return null;
}

/** The chosen filters, each a button that takes it away. */
export function filterButtons(state, go) {
  return state.filters.map(([name, value]) => {
    const label = name.startsWith('date.') && name !== 'date.match'
      ? filterLabel(name, dateLabel(value))
      : filterLabel(name, value);
    return el('button', {
      type: 'button',
      class: 'chip',
      'aria-label': `Remove ${label}`,
      onclick: () => go(toggled(state, name, value)),
    }, label, el('span', { class: 'cross', 'aria-hidden': 'true' }, '×'));
  });
}

/** Shows the chips above the results. */
export function showChips(state, go) {
  const chips = filterButtons(state, go);
  const clear = el('button', { type: 'button', class: 'plain', onclick: () => go({ ...state, filters: [] }) }, 'Clear all');
  fill(byId('chips'), chips, chips.length > 0 && clear);
}
