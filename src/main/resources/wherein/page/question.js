/** Above the hits of a question: how much of what it asks for their passages hold, each a way to exactly these rows. */
import { get } from './api.js';
import { count, el } from './dom.js';
import { mentionsAddress, ofPassages, parameters, TYPES } from './state.js';

/** So many units, people or countries are told each for itself, of so many that are looked at. */
const MOST = 3;
const LOOKED_AT = 20;

/** The unit that stands first: it is people that are counted most often, and shares are no answer to how many. */
const FIRST = 'people';

const ORDER = ['figure', 'country', 'person', 'date'];

/** What a type of mentions is parted by, as a field of the summary and as a filter. */
const PARTED = { figure: ['unit', 'mention.unit'], person: ['id', 'id'], country: ['id', 'id'] };

/**
 * The line, for what a question asks for: first that, unit by unit or one by one, then what else is named. Empty where the passages
 * hold nothing of the kind, or the server does not answer: it is a help, and the hits are there.
 */
export async function held(asks, state) {
  const same = ofPassages(state);
  const rows = (filters) => mentionsAddress({ ...same, filters: [...same.filters, ...filters] });
  const summary = async (more) => {
    const all = parameters({ ...same, filters: [...same.filters, ...more] });
    all.set('mode', 'box');
    return (await get('/mentions/summary', all)).groups;
  };
  const first = PARTED[asks] ? asks : 'figure';
  try {
    const [types, parts] = await Promise.all([summary([['by', 'type']]), summary([['by', PARTED[first][0]], ['type', first], ['limit', LOOKED_AT]])]);
    const told = (mentions, type, name) => (type === 'figure'
      ? `${count(mentions, 'figure')}${name ? ` of ${name}` : ''}`
      : name ? `${name}, ${count(mentions, 'mention')}` : `${count(mentions, 'mention')} of ${TYPES[type]}`);
    const own = parts.filter((group) => group[PARTED[first][0]]).sort((a, b) => (b.unit === FIRST) - (a.unit === FIRST)).slice(0, MOST).map((group) => {
      const value = group[PARTED[first][0]];
      return el('a', { href: rows([['type', first], [PARTED[first][1], value]]) }, told(group.mentions, first, group.label ?? value));
    });
    const mentionsOf = (type) => types.find((group) => group.type === type)?.mentions ?? 0;
    const others = ORDER.filter((type) => mentionsOf(type) > 0 && (type !== first || own.length === 0)).map((type) =>
      el('a', { href: rows([['type', type]]) }, told(mentionsOf(type), type)));
    const all = [...own, ...others];
    return all.length === 0 ? [] : ['In these passages: ', ...all.flatMap((link, i) => (i === 0 ? [link] : ['; ', link])), '.'];
  } catch {
    return [];
  }
}
