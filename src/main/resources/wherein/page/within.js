/** The mentions of a stretch of a document. */
import { stream } from './api.js';
import { valueText } from './state.js';

const FIELDS = 'type,id,label,start,end,min,max,unit,bound,from,to';

/** The rows of what is named from one place of a document to another. Reads the mentions of the document down to there. */
export async function mentionsWithin(id, [from, to]) {
  const found = [];
  await stream(`/documents/${encodeURIComponent(id)}/mentions`, new URLSearchParams({ fields: FIELDS }), new AbortController().signal, (more) => {
    found.push(...more.filter(({ start }) => from <= start && start < to));
    return more.at(-1)?.start >= to;
  });
  return found;
}

/** What a mention stands for. */
export const meant = (of) => (of.type === 'figure' ? valueText(of) : of.label ?? of.id ?? [of.from, of.to].filter(Boolean).join(' to '));

/** Its kind with what it stands for. */
export const named = (of) => `${of.type}: ${meant(of)}`;
