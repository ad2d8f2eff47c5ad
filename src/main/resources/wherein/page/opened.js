/** A row of the ledger opened in place: the passage of a mention, with the mention and those beside it marked. */
import { get } from './api.js';
import { dotted, el } from './dom.js';
import { alike, documentAddress, parse } from './state.js';
import { about, passageElements } from './text.js';
import { mentionsWithin, named } from './within.js';

/** The passage of a row, as elements. Reads the mentions of its document down to the passage. */
export async function passageOf(row) {
  const passage = await get(`/passages/${encodeURIComponent(row.passage)}`);
  const all = await mentionsWithin(row.document, [passage.start, passage.end]);
  const others = all.filter(({ start, end }) => start !== row.start || end !== row.end);
  // The mention itself comes first: what stands within another is marked as itself.
  const mentions = [row, ...others];
  const marks = mentions.map(({ start, end }) => [start, end]);
  const elements = passageElements(passage, { marks, firstStop: 0 });
  const shown = el('div', { class: 'passage', lang: passage.lang }, elements);
  shown.querySelectorAll('mark').forEach((mark) => {
    const of = mentions[mark.dataset.stop];
    mark.classList.add(of === row ? 'current' : 'beside');
    mark.title = named(of);
    mark.removeAttribute('data-stop');
  });
  return [
    el('p', { class: 'meta' }, dotted([...about(passage), others.length > 0 && `${others.length} more named here`])),
    shown,
    el('p', {}, el('a', { href: documentAddress(row.document, parse(''), row.start, row.end, alike(row)) }, 'Read on in the document')),
  ];
}
