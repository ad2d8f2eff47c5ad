/**
 * Building the page. Text from documents enters it here, as text: nothing in these modules parses markup.
 */

/** The element of an id. */
export const byId = (id) => document.getElementById(id);

/** A new element with attributes, listeners (on…) and children; what is null or false is left out. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A copy of the first element of a template. */
export const copy = (id) => byId(id).content.firstElementChild.cloneNode(true);

/** Puts children in the place of those that an element has, and hides it if there are none. */
export function fill(element, ...children) {
  const there = children.flat().filter(Boolean);
  element.replaceChildren(...there);
  element.hidden = there.length === 0;
}

/** Makes a change. Where a chip of `within` had the focus and is gone, that in its place has it, or the last, or `rest`. */
export function keepingChip(within, change, rest) {
  const chips = () => [...within.querySelectorAll('.chips :is(a, button)')];
  const at = chips().indexOf(document.activeElement);
  change();
  if (at >= 0 && !within.contains(document.activeElement)) {
    (chips().at(at) ?? chips().at(-1) ?? rest).focus({ preventScroll: true });
  }
}

/** Fragments of a line, parted by middle dots that a screen reader passes over. */
export function dotted(parts) {
  return parts.filter(Boolean).flatMap((part, i) =>
    i === 0 ? [part] : [el('span', { class: 'dot', 'aria-hidden': 'true' }, ' · '), part]);
}

const numbers = new Intl.NumberFormat('en');

/** "1,204 passages", "1 passage". */
export const count = (n, one, many = `${one}s`) => `${numbers.format(n)} ${n === 1 ? one : many}`;

/** 1204 as "1,204". */
export const number = (n) => numbers.format(n);

/** Keeps a column of filters open where there is room for it, and folded up where there is none. */
export function openIfWide(details) {
  const isWide = matchMedia('(min-width: 56em)');
  const fit = () => {
    details.open = isWide.matches || matchMedia('print').matches;
  };
  isWide.addEventListener('change', fit);
  fit();
}

/** Adds a style sheet, once, and waits for it. */
export function sheet(name) {
  const href = new URL(`${name}.css`, import.meta.url).pathname;
  return document.querySelector(`link[href="${href}"]`) ? null : new Promise((done, failed) => {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'stylesheet', href, onload: done, onerror: failed });
    document.head.append(link);
  });
}
