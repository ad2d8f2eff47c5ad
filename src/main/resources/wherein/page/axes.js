/**
 * What all plots share: dates as spans of time, the axis of dates with its ticks, and the keys that go from mark to mark. A date is
 * never put on a day that nobody wrote: it has the whole time that it leaves open, and its mark stands in the middle of that.
 */
const DAY = 86_400_000;
const MONTH = (365.25 / 12) * DAY;
/** Steps between dates on the axis: days within a month, or months. */
const STEPS = [
  ...[1, 2, 7, 14].map((days) => ({ days })),
  ...[1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000].map((months) => ({ months })),
];
/** The pixels that a label of a date takes at most, and one of a year. */
const LABEL = 92;
const YEAR_LABEL = 46;
/** The least time that an axis shows on both sides of its dates. */
const AROUND = 1.5 * DAY;
const DAYS = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const MONTHS = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** Midnight of a day in UTC; Date.UTC takes the years below 100 for others. */
const utc = (year, month, day) => new Date(0).setUTCFullYear(year, month, day);

/** The first moment and the last of a date in EDTF, null at an open end; nothing where it says no days. */
export function momentsOf(edtf) {
  if (!edtf) {
    return null;
  }
  const ends = edtf.replace(/[~?%]/g, '').split('/').map((end) => /^(\d[\dX]{3})(?:-(\d\d))?(?:-(\d\d))?/.exec(end));
  const first = ends[0];
  const last = ends.at(-1);
  if (!first && !last) {
    return null;
  }
  const from = first && utc(first[1].replaceAll('X', '0'), (first[2] ?? 1) - 1, first[3] ?? 1);
  const year = last?.[1].replaceAll('X', '9');
  const to = last && (last[3] ? utc(year, last[2] - 1, Number(last[3]) + 1) : last[2] ? utc(year, last[2], 1) : utc(Number(year) + 1, 0, 1));
  return [from, to];
}

/** The axis of dates over a width for what has a `when` each, with `x` of a moment and the moment `at` it; nothing where none has one. */
export function dates(all, left, right) {
  let [from, to] = [Infinity, -Infinity];
  for (const { when } of all) {
    for (const moment of when ?? []) {
      if (moment !== null) {
        [from, to] = [Math.min(from, moment), Math.max(to, moment)];
      }
    }
  }
  if (from > to) {
    return null;
  }
  const margin = Math.max(AROUND, (to - from) * 0.03);
  [from, to] = [from - margin, to + margin];
  const x = (moment) => left + ((moment - from) / (to - from)) * (right - left);
  const wide = (time) => (time * (right - left)) / (to - from);
  const fits = ({ days, months }) => (days ? wide(days * DAY) >= LABEL : wide(months * MONTH) >= (months < 12 ? LABEL : YEAR_LABEL));
  const at = (px) => from + ((px - left) / (right - left)) * (to - from);
  return { x, at, ticks: moments(STEPS.find(fits) ?? STEPS.at(-1), from, to).map(([moment, words]) => [x(moment), words]) };
}

/** The moments of a step between two, each with its label. */
function moments({ days, months }, from, to) {
  const found = [];
  if (days) {
    for (let moment = Math.ceil(from / (days * DAY)) * days * DAY; moment <= to; moment += days * DAY) {
      found.push([moment, DAYS.format(moment)]);
    }
    return found;
  }
  for (let month = Math.floor((new Date(from).getUTCFullYear() * 12) / months) * months; ; month += months) {
    const moment = utc(Math.floor(month / 12), month % 12, 1);
    if (moment > to) {
      return found;
    }
    if (moment >= from) {
      found.push([moment, months < 12 ? MONTHS.format(moment) : String(Math.floor(month / 12))]);
    }
  }
}

/** The middle of a date; of one with an open end, the end that it has. */
export const middleOf = ([from, to]) => (from === null ? to : to === null ? from : (from + to) / 2);

/** Draws into a place at its width, and again when that is another; the mark that has the focus keeps it. */
export function asWide(place, draw) {
  let width = 0;
  const observer = new ResizeObserver(([{ contentRect }]) => {
    const now = Math.floor(contentRect.width);
    if (!place.isConnected) {
      observer.disconnect();
    } else if (now > 0 && now !== width) {
      width = now;
      const focused = [...place.querySelectorAll('.mark')].indexOf(document.activeElement);
      place.replaceChildren(draw(width));
      place.querySelectorAll('.mark')[focused]?.focus({ preventScroll: true });
    }
  });
  observer.observe(place);
  return place;
}

/** One stop for the tab key; arrows go by date and by value. */
export function walk(drawn, marks) {
  const order = (by) => [...marks].sort((a, b) => a[by] - b[by] || a.x - b.x || a.y - b.y);
  const orders = { x: order('x'), y: order('y') };
  const first = orders.x[0];
  first?.link.setAttribute('tabindex', 0);
  // Each mark listens itself: a drawing that listens for the focus would be a stop of its own.
  marks.forEach(({ link }) => link.addEventListener('focus', () => {
    drawn.querySelector('[tabindex="0"]')?.setAttribute('tabindex', -1);
    link.setAttribute('tabindex', 0);
  }));
  const MOVES = { ArrowRight: ['x', 1], ArrowLeft: ['x', -1], ArrowUp: ['y', -1], ArrowDown: ['y', 1] };
  drawn.addEventListener('keydown', (event) => {
    const [by, step] = MOVES[event.key] ?? [];
    if (by) {
      event.preventDefault();
      event.stopPropagation();
      const now = orders[by].findIndex(({ link }) => link === event.target);
      orders[by][now + step]?.link.focus({ preventScroll: true });
    }
  });
}
