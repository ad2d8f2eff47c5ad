/** A row of the ledger opened in place: the passage of a mention, with the mention and those beside it marked. */
import { get, stream } from './api.js';
import { dotted, el } from './dom.js';
import { alike, documentAddress, parse, TYPES, valueText } from './state.js';
import { about, passageElements } from './text.js';

/** The passage of a row, as elements. Reads the mentions of its document down to the passage. */
export async function passageOf(row) {
  const passage = await get(`/passages/${encodeURIComponent(row.passage)}`);
  const others = await beside(row, passage);
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

/** The other mentions of the passage of a row. */
async function beside(row, { start: from, end: to }) {
  const found = [];
  const fields = 'type,id,label,start,end,min,max,unit,bound,from,to';
  await stream(`/documents/${encodeURIComponent(row.document)}/mentions`, new URLSearchParams({ fields }), new AbortController().signal, (more) => {
    found.push(...more.filter(({ start, end }) => from <= start && start < to && (start !== row.start || end !== row.end)));
    return more.at(-1)?.start >= to;
  });
  return found;
}

const named = (of) => `${TYPES[of.type]}: ${of.type === 'figure' ? valueText(of) : of.label ?? of.id ?? [of.from, of.to].filter(Boolean).join(' to ')}`;
