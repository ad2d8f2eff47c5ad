/** The form for a range of dates, as the views that narrow by date have it. */
import { el } from './dom.js';

const end = (name) => el('label', {}, `${name} `, el('input', {
  name,
  inputmode: 'numeric',
  placeholder: 'YYYY-MM',
  pattern: '\\d{4}(-\\d{2}(-\\d{2})?)?',
  title: 'A year, a month or a day: 2022, 2022-03 or 2022-03-14',
}));

/** A new one, with the fields `from`, `to` and `certain`. */
export const dateForm = () => el('form', { class: 'range' }, end('from'), end('to'), el('button', { type: 'submit' }, 'Apply'),
  el('label', { class: 'switch' }, el('input', { name: 'certain', type: 'checkbox' }), ' only dates that are certain'));
