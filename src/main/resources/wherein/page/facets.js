/** The column that narrows a search: counts by field, dates, and the chips of what is chosen. */
import { histogram } from './dates.js';
import { byId, copy, el, fill, number } from './dom.js';
import { fieldLabel, filterLabel, has, narrowings, toggled, valueLabel } from './state.js';

const AT_FIRST = 6;
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
  facet.querySelector('.values').append(...content.filter(Boolean));
  facet.dataset.field = field;
  return facet;
}

function valueFacet(facet, state, go) {
  const name = facet.parameter;
  facet.values.forEach((value) => labels.set(`${name} ${value.value}`, value.label));
  const values = withChosen(facet, state);
  const chosen = values.filter((value) => has(state, name, value.value));
  if (values.length < 2 && chosen.length === 0) {
    return null;
  }
  const ordered = [...chosen, ...values.filter((value) => !chosen.includes(value))];
  const most = expanded.has(name) ? ordered.length : Math.max(AT_FIRST, chosen.length);
  const rows = ordered.slice(0, most).map((value) => valueRow(name, value, state, go));
  const rest = ordered.length - rows.length;
  if (rest > 0) {
    const more = el('button', { type: 'button', class: 'plain', 'data-key': `${name}:more` }, `${rest} more`);
    more.addEventListener('click', () => {
      expanded.add(name);
      const whole = valueFacet(facet, state, go);
      more.closest('fieldset').replaceWith(whole);
      whole.querySelectorAll('input')[rows.length]?.focus();
    });
    rows.push(more);
  }
  return frame(name, ...rows);
}

/** A chosen value that no passage has under this query is still there to be taken away. */
function withChosen(facet, state) {
  const missing = state.filters
    .filter(([name, value]) => name === facet.parameter && !facet.values.some((each) => each.value === value))
    .map(([name, value]) => ({ value, label: labels.get(`${name} ${value}`) ?? value, count: 0 }));
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
  const isChosen = state.filters.some(([name]) => name.startsWith('date.'));
  return facet.values.length > 0 || isChosen ? frame('date', ...histogram(facet, state, go)) : null;
}

/** What a country's or a person's id is called, from the facets of answers so far. */
const labels = new Map();

/** The chosen filters, each a button that takes it away. */
export function filterButtons(state, go) {
  const named = (name, value) =>
    // That copies are left out is said by a switch.
    name !== 'duplicates' && filterLabel(name, labels.get(`${name.replace('not.', '')} ${value}`) ?? value);
  return narrowings(state, named).map(([label, less]) => el('button', {
    type: 'button',
    class: 'chip',
    'aria-label': `Remove ${label}`,
    onclick: () => go(less),
  }, label, el('span', { class: 'cross', 'aria-hidden': 'true' }, '×')));
}

/** Shows the chips above the results. */
export function showChips(state, go) {
  const chips = filterButtons(state, go);
  const clear = el('button', { type: 'button', class: 'plain', onclick: () => go({ ...state, filters: [] }) }, 'Clear all');
  fill(byId('chips'), chips, chips.length > 0 && clear);
}
