/** How an item of the tray stands to the collection as it is now. */
import { Refused } from './api.js';
import { itemOf } from './collect.js';

/** What is said of an item that is not as it was; nothing of one that is, or that nobody has looked at. */
export const STANDINGS = {
  changed: 'The text at this place has changed since it was collected.',
  gone: 'This document is not in the collection.',
  unknown: 'The server did not answer, so this is as it was collected.',
};

const AT_ONCE = 4;

/**
 * Looks each place up, some at once, and hands over the item with its standing and with what stands there now where that is the
 * same; answers with the last index that answered.
 */
export async function lookUp(places, signal, each) {
  const waiting = [...places];
  let answered = null;
  const work = async () => {
    for (let place = waiting.shift(); place; place = waiting.shift()) {
      try {
        const [found, index] = await itemOf(place, place.note, signal);
        answered = index;
        each(found.digest === place.digest ? { ...place, ...found, standing: 'there' } : changed(place, found));
      } catch (error) {
        if (signal.aborted) {
          return;
        }
        each({ ...place, standing: standingOf(error) });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return answered;
}

/** What was quoted stays; a place without words, from a link, has those that stand there now. */
const changed = (place, found) => ({ ...(place.text === '' ? { ...place, ...found, digest: place.digest, note: place.note } : place), standing: 'changed' });

/** A place with all that an item has, while nothing is known of it. */
export const bare = (place) => ({
  from: place.start, to: place.end, text: '', title: null, source: null, date: null, stance: null, lang: null, csl: null, reference: '', note: '', ...place,
});

/** A place that is refused lies behind the end of what is there now, unless the document is gone. */
const standingOf = (error) => (error instanceof Refused ? (error.status === 404 ? 'gone' : 'changed') : 'unknown');
