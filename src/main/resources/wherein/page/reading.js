/** Where a reader is in a document: kept in the entry of the history, and of the documents read last by this browser. */

const STORED = 'reading';
const MOST = 50;

const all = () => {
  try {
    return JSON.parse(localStorage.getItem(STORED)) ?? [];
  } catch {
    return [];
  }
};

/** Keeps a place: where its block begins in the text, and how much of the block is above the screen; null for the beginning. */
export function keep(path, at) {
  history.replaceState({ ...history.state, at }, '');
  const others = all().filter(([each]) => each !== path);
  try {
    localStorage.setItem(STORED, JSON.stringify((at ? [[path, at], ...others] : others).slice(0, MOST)));
  } catch {
    // Without room for it the history still has the place.
  }
}

/** The place kept in this entry of the history, or null. */
export const keptHere = () => history.state?.at ?? null;

/** The place where a document was last left, or null. */
export const keptOf = (path) => all().find(([each]) => each === path)?.[1] ?? null;
