/** Where a reader is in a document: kept in the entry of the history, and of the documents read last by this browser. */

import { keep as store, kept } from './store.js';

const STORED = 'reading';
const MOST = 50;

const all = () => {
  try {
    return JSON.parse(kept(STORED)) ?? [];
  } catch {
    // It is not what was kept here: somebody has changed it.
    return [];
  }
};

/** Keeps a place: where its block begins in the text, and how much of the block is above the screen; null for the beginning. */
export function keep(path, at) {
  history.replaceState({ ...history.state, at }, '');
  const others = all().filter(([each]) => each !== path);
  // Without room for it the history still has the place.
  store(STORED, JSON.stringify((at ? [[path, at], ...others] : others).slice(0, MOST)));
}

/** The place kept in this entry of the history, or null. */
export const keptHere = () => history.state?.at ?? null;

/** The place where a document was last left, or null. */
export const keptOf = (path) => all().find(([each]) => each === path)?.[1] ?? null;
