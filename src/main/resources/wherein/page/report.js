/** The view Report: what of the folder is not searched, what was not as expected, and what the last run did. */
import { get } from './api.js';
import { byId, count, el, number } from './dom.js';
import { hideNotice, showNotice } from './notice.js';
import { examplesOf, headingOf } from './notes.js';

const SECTIONS = [
  ['Not searched', (group) => group.severity !== 'info' && group.not_indexed],
  ['Searched, but not as expected', (group) => group.severity !== 'info' && !group.not_indexed],
  ['Worth knowing', (group) => group.severity === 'info'],
];

let controller;

/** Shows the report as it is now: it is small, and asked for anew each time. */
export async function show({ shows }) {
  controller?.abort();
  controller = new AbortController();
  const { signal } = controller;
  const section = byId('report');
  section.setAttribute('aria-busy', 'true');
  try {
    const report = await get('/report', null, signal);
    hideNotice();
    section.replaceChildren(...content(report));
    shows(report);
    return ['Report'];
  } catch (error) {
    if (!signal.aborted) {
      section.replaceChildren(el('h1', {}, 'Report'));
      showNotice(error.message);
    }
    return null;
  } finally {
    signal.aborted || section.removeAttribute('aria-busy');
  }
}

/** Forgets what is under way. */
export function leave() {
  controller?.abort();
}

function content(report) {
  const left = report.not_indexed;
  return [
    el('h1', {}, 'Report'),
    el('p', { class: 'lead' }, `${count(report.documents.total, 'document')} with ${count(report.passages, 'passage')} ${report.documents.total === 1 ? 'is' : 'are'} searched. `,
      left === 0 ? 'Nothing of the folder is left out.' : `${count(left, 'file, record or link is', 'files, records and links are')} not.`),
    ...SECTIONS.flatMap(([title, belongs]) => {
      const groups = report.notes.filter(belongs);
      return groups.length === 0 ? [] : [el('h2', {}, title), ...groups.map(groupOf)];
    }),
    el('h2', {}, 'The last run that changed anything'),
    el('dl', { class: 'run' }, [
      ['Ended', el('time', { datetime: report.ended }, new Date(report.ended).toLocaleString('en', { dateStyle: 'long', timeStyle: 'short' }))],
      ['Files', `${number(report.files.read)} read, ${number(report.files.unchanged)} unchanged`],
      ['Documents', `${number(report.documents.added)} added, ${number(report.documents.changed)} changed, ${number(report.documents.deleted)} deleted`],
      ['Time', `${number(Math.max(0.1, Math.round(report.took_ms / 100) / 10))} seconds`],
    ].map(([name, value]) => [el('dt', {}, name), el('dd', {}, value)])),
    el('p', { class: 'quiet no-print' }, 'The same for scripts: ', el('a', { href: '/api/v1/report' }, 'JSON'), ', or ', el('code', {}, 'wherein report'), '.'),
  ];
}

const groupOf = (group) => el('details', { class: 'notes' },
  el('summary', {}, headingOf(group), group.advice && el('span', { class: 'quiet' }, ` ${group.advice}`)),
  examplesOf(group));
