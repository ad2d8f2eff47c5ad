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

/** The text at an address of the API. */
export const getText = (url) => answer(url, 'text');

async function answer(url, form, signal) {
  const late = AbortSignal.timeout(PATIENCE_MS);
  const both = signal ? AbortSignal.any([signal, late]) : late;
  let response;
  let body;
  try {
    response = await fetch(url, { headers: { Accept: form === 'json' ? 'application/json' : '*/*' }, signal: both });
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
  return body;
}

let known;

/** What the collection holds; asked for once, and again only after a failure. */
export function info() {
  known ??= get('/info').catch((error) => {
    known = undefined;
    throw error;
  });
  return known;
}
