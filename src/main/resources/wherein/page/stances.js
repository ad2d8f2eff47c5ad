/** Stances as shapes and colours, the same wherever they are shown: no stance is told by its colour alone. */
import { info } from './api.js';
import { el } from './dom.js';

/** Paths around 0,0; more stances than shapes begin again with other colours. */
const SHAPES = [
  'M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0Z',
  'M-4.5,-4.5H4.5V4.5H-4.5Z',
  'M0,-6.2L6.2,0L0,6.2L-6.2,0Z',
  'M0,-5.8L5.8,4.6H-5.8Z',
  'M-2,-6H2V-2H6V2H2V6H-2V2H-6V-2H-2Z',
  'M0,-6L1.7,-1.9L6,-1.9L2.6,0.9L3.8,5.2L0,2.6L-3.8,5.2L-2.6,0.9L-6,-1.9L-1.7,-1.9Z',
];
const COLOURS = 7;

/** A new element of SVG with attributes and children. */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  Object.entries(attributes).forEach(([name, value]) => value !== null && value !== undefined && element.setAttribute(name, value));
  element.append(...children.flat().filter(Boolean));
  return element;
}

/** The stances in a fixed order: those that the catalogue explains, then others; none is the last. */
export async function stancesOf(values) {
  const known = Object.keys((await info()).stances);
  const others = [...new Set(values)].filter((value) => value && !known.includes(value)).sort();
  return [...known, ...others];
}

/** Its number in the order of stances tells how a stance looks; an unknown one has a ring. */
const at = (stances, stance) => (stance ? stances.indexOf(stance) : -1);

/** The class of its colour. */
export const colour = (stances, stance) => (stance ? `stance-${at(stances, stance) % COLOURS}` : 'stance-none');

/** Its shape around 0,0. */
export const shape = (stances, stance) => svg('path', { class: 'shape', d: SHAPES[Math.max(0, at(stances, stance)) % SHAPES.length] });

/** A stance in words behind its shape. */
export const stanceLabel = (stances, stance, label = stance || 'unknown') => el('span', { class: 'stance-label' },
  svg('svg', { class: colour(stances, stance), viewBox: '-7 -7 14 14', 'aria-hidden': 'true' }, shape(stances, stance)), label);
