/** What is the matter with files, as the API tells it by kind: for the report of all, and for that of a file that was sent. */
import { el, number } from './dom.js';

/** How many details of a kind are named, such as extensions. */
const DETAILS = 6;

/** "3 not supported: 2 .jpg, 1 .mp3" */
export function headingOf({ count, title, details, other_details: others }) {
  const all = Object.entries(details);
  const named = all.slice(0, DETAILS).map(([name, n]) => (n === count ? name : `${number(n)} ${name}`));
  const rest = others + all.slice(DETAILS).reduce((sum, [, n]) => sum + n, 0);
  const more = rest > 0 ? [`${number(rest)} others`] : [];
  return `${number(count)} ${title}${named.length > 0 ? `: ${[...named, ...more].join(', ')}` : ''}`;
}

/** The examples of a kind, each with its place, and how many more there are. */
export function examplesOf({ count, examples }) {
  const more = count - examples.length;
  return el('ul', {}, examples.map(({ file, line, message }) =>
    el('li', {}, el('strong', {}, line === null ? file : `${file}, line ${number(line)}`), ` ${message}`)),
  more > 0 && el('li', { class: 'quiet' }, `and ${number(more)} more`));
}
