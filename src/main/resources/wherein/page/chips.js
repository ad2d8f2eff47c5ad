/** Under each hit, quietly: the countries and people that its passage mentions, each a way into the ledger. */
import { get } from './api.js';
import { el } from './dom.js';
import { parameters } from './state.js';

const MOST = 6;

/** Asks once for a page of hits, after they are shown; without an answer the hits stay as they are. */
export async function addChips(hits, items, state) {
  const asked = parameters(state);
  ['sort', 'group', 'per_document'].forEach((name) => asked.delete(name));
  asked.set('mode', 'box');
  asked.set('fields', 'passage,type,id,label');
  asked.set('limit', '1000');
  ['country', 'person'].forEach((type) => asked.append('type', type));
  if (!asked.has('doc')) {
    new Set(hits.map((hit) => hit.document)).forEach((id) => asked.append('doc', id));
  }
  const named = new Map(hits.map((hit) => [hit.id, new Map()]));
  try {
    for (let answer = await get('/mentions', asked); answer; answer = answer.next_url && await get(answer.next_url)) {
      answer.mentions.forEach((row) => named.get(row.passage)?.set(`${row.type} ${row.id}`, row));
    }
  } catch {
    // Chips are a way on, not the answer: who asked has the hits.
    return;
  }
  items.forEach((item, i) => show(item, [...named.get(hits[i].id).values()]));
}

function show(item, rows) {
  if (rows.length > 0) {
    const chips = rows.slice(0, MOST).map((row) => el('li', {}, el('a', { href: address(row) }, row.label)));
    const more = rows.length > MOST ? [el('li', {}, `and ${rows.length - MOST} more`)] : [];
    item.append(el('ul', { class: 'named', role: 'list', 'aria-label': 'mentioned here' }, ...chips, ...more));
  }
}

const address = (row) => `/mentions?${new URLSearchParams([['type', row.type], ['id', row.id]])}`;
