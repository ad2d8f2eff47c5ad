/** The form for a range of dates, as the views that narrow by date have it. */
import { el } from './dom.js';
import { dated, valueOf } from './state.js';

const end = (name) => el('label', {}, `${name} `, el('input', {
  name,
  inputmode: 'numeric',
  placeholder: 'YYYY-MM',
  pattern: '\\d{4}(-\\d{2}(-\\d{2})?)?',
  title: 'A year, a month or a day: 2022, 2022-03 or 2022-03-14',
}));

/** One with the range of a state, and with what a reader makes of it. */
export function rangeForm(state, go) {
  const form = el('form', { class: 'range' }, end('from'), end('to'), el('button', { type: 'submit' }, 'Apply'),
    el('label', { class: 'switch' }, el('input', { name: 'certain', type: 'checkbox' }), ' only dates that are certain'));
  const { from, to, certain } = form.elements;
  [from.value, to.value, certain.checked] = [valueOf(state, 'date.from'), valueOf(state, 'date.to'), valueOf(state, 'date.match') === 'certain'];
  [from.dataset.key, to.dataset.key] = ['date.from', 'date.to'];
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go(dated(state, from.value.trim(), to.value.trim(), certain.checked ? 'certain' : ''));
  });
  return form;
}
