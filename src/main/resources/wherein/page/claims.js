/** The claims of one mark of the plot, listed when a reader opens it. */
import { count, el } from './dom.js';
import { stanceLabel } from './stances.js';
import { dateLabel, toldValue } from './state.js';

/** How many rows of one mark are listed. */
const LISTED = 200;

/** Lists the claims of one mark below the plot; Escape leads back to the mark. */
export function list(place, rows, label, mark, stances, href) {
  const close = () => {
    place.hidden = true;
    mark.focus({ preventScroll: true });
  };
  const rest = rows.length - LISTED;
  place.replaceChildren(
    el('h2', { tabindex: -1 }, label),
    el('button', { type: 'button', class: 'plain', onclick: close }, 'Close'),
    el('ul', { role: 'list' }, rows.slice(0, LISTED).map((row) => el('li', {},
      el('a', { class: 'result', href: href(row) }, toldValue(row)), ` ${dateLabel(row.date)}, ${row.source ?? 'source unknown'} `,
      stanceLabel(stances, row.stance), ` “${row.surface}”`))),
    rest > 0 ? el('p', {}, `and ${count(rest, 'more claim')}; narrow the list to see them here.`) : '');
  place.onkeydown = (event) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
  };
  place.hidden = false;
  place.querySelector('h2').focus();
}
