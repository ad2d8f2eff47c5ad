/** What the browser keeps for its reader. None of it leaves the machine. A browser may be full, or forbid it: then nothing is kept. */

/** The value of a key, or null. */
export function kept(key, area = 'localStorage') {
  try {
    return window[area].getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a value, or forgets the key where the value is null; answers whether that was done. */
export function keep(key, value, area = 'localStorage') {
  try {
    value === null ? window[area].removeItem(key) : window[area].setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** All keys that begin so. */
export function keysOf(prefix) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}
