/** Asking the server. */

const BASE = '/api/v1';
const PATIENCE_MS = 20_000;

/** The server answered that something is wrong with what was asked. */
export class Refused extends Error {
  constructor(problem) {
    super(problem.detail || problem.title || 'The server refused this.');
    this.status = problem.status;
    this.errors = problem.errors ?? [];
  }
}

/** The server did not answer, or not in time. */
class Unreachable extends Error {}

/**
 * The answer at a path of the API, or at a whole address such as next_url.
 * An abort by the signal is thrown as it is, for the caller to pass over.
 */
export function get(path, parameters, signal) {
  const query = parameters && [...parameters].length > 0 ? `?${parameters}` : '';
  return answer(path.startsWith(BASE) ? path : `${BASE}${path}${query}`, 'json', signal);
}

/**
 * Hands over the rows at a path of the API as they come, some at a time, until all are there or `take` answers that it has enough.
 * Waits as long as rows come, and no longer for one than for an answer.
 */
export async function stream(path, parameters, signal, take) {
  const enough = new AbortController();
  let late;
  const wait = () => {
    clearTimeout(late);
    late = setTimeout(() => enough.abort(), PATIENCE_MS);
  };
  try {
    wait();
    const response = await fetch(`${BASE}${path}.ndjson?${parameters}`, { signal: AbortSignal.any([signal, enough.signal]) });
    if (!response.ok) {
      throw new Refused(await response.json());
    }
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      wait();
      const lines = (rest + (value ?? '')).split('\n');
      rest = done ? '' : lines.pop();
      if (take(lines.filter(Boolean).map((line) => JSON.parse(line))) || done) {
        break;
      }
    }
  } catch (error) {
    if (signal.aborted || error instanceof Refused) {
      throw error;
    }
    throw new Unreachable('The server does not send all rows.');
  } finally {
    clearTimeout(late);
    enough.abort();
  }
}

/** The text at an address of the API. */
export const getText = (url) => answer(url, 'text');

/** How many answers are waited for, and the question that gives way to every other. */
let underWay = 0;
let looking;

async function answer(url, form, signal) {
  return (await fetched(url, form, signal)).body;
}

async function fetched(url, form, signal) {
  looking?.abort();
  underWay++;
  try {
    return await ask(url, form, signal);
  } finally {
    underWay--;
  }
}

/** The body of an answer with its tag; no body where the answer is the one that has the tag `had`. */
async function ask(url, form, signal, had) {
  const late = AbortSignal.timeout(PATIENCE_MS);
  const both = signal ? AbortSignal.any([signal, late]) : late;
  const headers = { Accept: form === 'json' ? 'application/json' : '*/*', ...(had && { 'If-None-Match': had }) };
  let response;
  let body = null;
  try {
    response = await fetch(url, { headers, signal: both });
    if (response.status === 304) {
      return { body, tag: had };
    }
    body = await response[response.ok ? form : 'json']();
  } catch (error) {
    if (signal?.aborted) {
      throw error;
    }
    throw new Unreachable(late.aborted ? 'The server takes too long to answer.' : 'The server does not answer.');
  }
  if (!response.ok) {
    throw new Refused(body);
  }
  return { body, tag: response.headers.get('ETag') };
}

const INFO = `${BASE}/info`;

let known;

/** What the collection holds; asked for once, and again only after a failure or by `look`. */
export async function info() {
  known ??= fetched(INFO, 'json').catch((error) => {
    known = undefined;
    throw error;
  });
  return (await known).body;
}

/**
 * What the collection holds now, which the server sends only if it has changed. Null if another answer is waited for: this
 * question never stands in the way of what a reader asks.
 */
export async function look() {
  if (underWay > 0) {
    return null;
  }
  looking?.abort();
  looking = new AbortController();
  const { signal } = looking;
  try {
    const had = await known;
    const found = await ask(INFO, 'json', signal, had?.tag);
    if (found.body) {
      known = Promise.resolve(found);
    }
    return found.body ?? had.body;
  } catch (error) {
    if (signal.aborted) {
      return null;
    }
    throw error;
  }
}
