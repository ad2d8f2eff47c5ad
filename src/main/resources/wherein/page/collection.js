/** The collection before anything is asked: by date, country, person, source and stance, and what changed last. Each count is a link. */
import { count, el, number } from './dom.js';
import { address, dated, daysLabel, parse, toggled, undated } from './state.js';

/** So many values of a field are named. */
const NAMED = 8;

const LISTS = [['country', 'Countries', '/entities'], ['person', 'People', '/entities?type=person'], ['source', 'Sources'], ['stance', 'Stances']];

const blank = parse('');
const dayOf = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** All of it as elements. The server makes the same ones for its shell. */
export function overview({ documents, passages, mentions, stances, report, answer }) {
  const valuesOf = (field) => answer.facets.find((facet) => facet.field === field).values;
  return [
    el('p', { class: 'lead' }, `${count(passages, 'passage')} from ${count(documents, 'document')}, with ${count(mentions, 'mention')} of countries, people, figures and dates. `,
      el('a', { href: '/report' }, 'What is not searched')),
    report && el('p', { class: 'last' }, changed(report)),
    dates(valuesOf('date')),
    LISTS.map(([field, title, all]) => list(field, title, all, valuesOf(field), stances)),
  ].flat().filter(Boolean);
}

function changed({ ended, documents }) {
  const what = ['added', 'changed', 'deleted'].filter((how) => documents[how] > 0).map((how) => `${count(documents[how], 'document')} ${how}`);
  return `Last changed on ${dayOf.format(new Date(ended))}${what.length > 0 ? `: ${what.join(', ')}` : ''}`;
}

/** A column for each step of time, and below what has no step. */
function dates(values) {
  const steps = values.filter(({ kind }) => kind === 'step');
  const others = values.filter(({ value }) => value === '');
  if (steps.length === 0) {
    return null;
  }
  const most = Math.max(1, ...values.map((value) => value.count));
  return el('section', { class: 'dates' }, el('h2', {}, 'Dates'),
    el('ol', { role: 'list' }, steps.map(({ value, count: passages }) => {
      const [from, to = from] = value.split('/');
      return el('li', {}, el('a', { href: address(dated(blank, from, to, 'certain')) },
        bar(passages, most, true), el('span', { class: 'name' }, daysLabel(from, to)), counted(passages)));
    })),
    others.length > 0 && el('ul', { class: 'most', role: 'list' }, others.map(({ count: passages }) =>
      el('li', {}, el('a', { href: address(undated(blank)) }, el('span', { class: 'name' }, 'no date'), bar(passages, most), counted(passages))))));
}

/** The values of a field that most passages have. */
function list(field, title, all, values, stances) {
  const known = values.filter(({ value }) => value !== '');
  return known.length < 2 ? null : el('section', {}, el('h2', {}, title),
    el('ol', { class: 'most', role: 'list' }, known.slice(0, NAMED).map(({ value, label, count: passages }) => el('li', {},
      el('a', { href: address(toggled(blank, field, value)) }, el('span', { class: 'name' }, label), bar(passages, known[0].count), counted(passages)),
      field === 'stance' && stances[value] && el('p', {}, stances[value])))),
    all && el('p', { class: 'all' }, el('a', { href: all }, `All ${title.toLowerCase()}`)));
}

const counted = (passages) =>
  el('span', { class: 'count' }, number(passages), el('span', { class: 'unseen' }, passages === 1 ? ' passage' : ' passages'));

/** A bar as a picture, since the server's page may not set a style. */
function bar(passages, most, isUpright) {
  const length = Math.max(passages > 0 ? 1 : 0, Math.round(100 * passages / most));
  const make = (tag, attributes) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    return element;
  };
  const picture = make('svg', { viewBox: '0 0 100 100', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  picture.append(make('rect', isUpright ? { width: 100, y: 100 - length, height: length } : { width: length, y: 0, height: 100 }));
  return picture;
}
