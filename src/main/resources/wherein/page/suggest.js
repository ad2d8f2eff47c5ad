/**
 * What a reader may mean who has begun to type: an ARIA 1.2 combobox over the list that the API suggests. The focus
 * stays in the box; the arrows move through the list, Enter takes what they point at, Escape closes the list first and
 * empties the box next.
 */
import { get } from './api.js';
import { byId, el, number } from './dom.js';
import { documentAddress, parse } from './state.js';

const TYPING_MS = 150;
const OF_ALL = 'country,person,title,source';
const GROUPS = { word: 'Words', country: 'Countries', person: 'People', title: 'Titles', source: 'Sources' };
const MOST = 4;

/**
 * Makes the search box one.
 *
 * @param page what a choice does: `fill(text)` searches for a text in the box, `filter(name, value, text)` narrows to
 *   what is chosen with the rest of the text, `open(address)` goes elsewhere, `empty()` empties the box
 */
export function suggestIn(page) {
  const box = byId('q');
  const list = byId('suggestions');
  let timer;
  let controller;
  let options = [];
  let at = -1;

  function close() {
    clearTimeout(timer);
    controller?.abort();
    options = [];
    at = -1;
    list.hidden = true;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  }

  /** What is typed, and the last word of it, which is the one being typed. */
  const typed = () => {
    const whole = box.value.trimStart();
    return { whole, word: /\S*$/.exec(whole)[0] };
  };

  async function ask() {
    const { whole, word } = typed();
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    if (word === '' || whole.length > 80) {
      close();
      return;
    }
    const suggestions = (prefix, types) => get('/suggest', new URLSearchParams({ prefix, types, limit: '12' }), signal);
    try {
      const found = await Promise.all([suggestions(word, 'word'), suggestions(whole, OF_ALL), whole !== word && suggestions(word, OF_ALL)]);
      show(found.filter(Boolean).flatMap((answer, i) => answer.suggestions.map((each) => ({ ...each, of: i === 1 ? whole : word }))));
    } catch {
      // Suggestions are a help, not the answer: without them the box still searches.
      if (!signal.aborted) {
        close();
      }
    }
  }

  function show(suggestions) {
    if (document.activeElement !== box) {
      return;
    }
    const seen = new Set();
    const fresh = suggestions.filter(({ type, id, text }) => {
      const isOwnWord = type === 'word' && text === typed().word;
      return !isOwnWord && !seen.has(`${type} ${id}`) && seen.add(`${type} ${id}`);
    });
    options = [];
    at = -1;
    box.removeAttribute('aria-activedescendant');
    list.replaceChildren(...Object.entries(GROUPS).flatMap(([type, label]) => {
      const own = fresh.filter((each) => each.type === type).slice(0, MOST);
      return own.length === 0 ? [] : el('div', { role: 'group', 'aria-label': label },
        el('div', { class: 'kind', 'aria-hidden': 'true' }, label),
        own.map(option));
    }));
    list.hidden = options.length === 0;
    box.setAttribute('aria-expanded', String(options.length > 0));
  }

  function option(each) {
    const element = el('div', {
      role: 'option',
      id: `suggestion-${options.length}`,
      'aria-selected': 'false',
      // Before the box loses the focus.
      onmousedown: (event) => {
        event.preventDefault();
        take(each);
      },
    }, el('span', {}, each.text), el('span', { class: 'count' }, number(each.count), el('span', { class: 'unseen' }, each.count === 1 ? ' passage' : ' passages')));
    options.push({ ...each, element });
    return element;
  }

  function move(by) {
    // A list that the reader moves through does not change any more.
    clearTimeout(timer);
    controller?.abort();
    options[at]?.element.setAttribute('aria-selected', 'false');
    // One place more than there are options: the box itself.
    at = (at + 1 + by + options.length + 1) % (options.length + 1) - 1;
    const now = options[at]?.element;
    if (now) {
      now.setAttribute('aria-selected', 'true');
      now.scrollIntoView({ block: 'nearest' });
      box.setAttribute('aria-activedescendant', now.id);
    } else {
      box.removeAttribute('aria-activedescendant');
    }
  }

  function take({ type, id, text, of }) {
    const rest = typed().whole.slice(0, typed().whole.length - of.length);
    close();
    if (type === 'word') {
      page.fill(`${rest}${text}`);
    } else if (type === 'title') {
      openTitled(text);
    } else {
      page.filter(type, type === 'source' ? text : id, rest.trim());
    }
  }

  /** The document of a title, or the search for it where it is that of several. */
  async function openTitled(title) {
    const q = `title:"${title.replace(/["\\]/g, '\\$&')}"`;
    const { hits } = await get('/search', new URLSearchParams({ q, mode: 'box', group: 'document', limit: '2' })).catch(() => ({ hits: [] }));
    const [first, ...others] = hits.filter((hit) => hit.title === title);
    first && others.length === 0 ? page.open(documentAddress(first.document, parse(''))) : page.fill(q);
  }

  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, TYPING_MS);
  });
  box.addEventListener('blur', close);
  byId('form').addEventListener('submit', close);
  box.addEventListener('keydown', (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.isComposing;
    if (!isPlain) {
      return;
    }
    if (event.key === 'ArrowDown' && event.altKey) {
      ask();
    } else if (options.length === 0 || event.altKey) {
      if (event.key === 'Escape' && box.value !== '') {
        close();
        page.empty();
      } else {
        return;
      }
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && at >= 0) {
      take(options[at]);
    } else if (event.key === 'Escape') {
      close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
}
