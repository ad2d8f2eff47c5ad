/** The tray as a document of WordprocessingML (ECMA-376), in a ZIP archive without compression. */
import { addressOf, line, pieces, placeWords } from './exports.js';
import { STANDINGS } from './standing.js';

/** The type of such files. */
export const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PARTS = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A text within XML: what is no character there is left out. */
const xml = (text) => text.toWellFormed()
  .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
  .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

const run = (text, look = '') => (text === '' ? '' : `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${xml(text)}</w:t></w:r>`);
const paragraph = (style, ...runs) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs.join('')}</w:p>`;

const style = (id, name, look, paragraphs, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"${more}><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${paragraphs}</w:pPr><w:rPr>${look}</w:rPr></w:style>`;

const STYLES = `${XML}<w:styles xmlns:w="${MAIN}">${[
  style('Normal', 'Normal', '<w:sz w:val="22"/>', '<w:spacing w:after="120"/>', ' w:default="1"'),
  style('Title', 'Title', '<w:b/><w:sz w:val="36"/>', '<w:spacing w:after="240"/>'),
  style('Heading1', 'heading 1', '<w:b/><w:sz w:val="26"/>', '<w:keepNext/><w:spacing w:before="320" w:after="80"/><w:outlineLvl w:val="0"/>'),
  style('Quote', 'Quote', '<w:i/>', '<w:spacing w:after="120"/><w:ind w:left="567" w:right="567"/>'),
].join('')}<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1D4E79"/><w:u w:val="single"/></w:rPr></w:style></w:styles>`;

/** Items as the bytes of a file. */
export function docx(items) {
  const links = [];
  const link = (address, text) => {
    links.push(address);
    return `<w:hyperlink r:id="link${links.length}">${run(text, '<w:rStyle w:val="Hyperlink"/>')}</w:hyperlink>`;
  };
  const body = items.flatMap((item, i) => {
    const [before, match, after] = pieces(item);
    return [
      paragraph('Heading1', run(`${i + 1}. ${line(item.title ?? item.document)}`)),
      item.text && paragraph('Quote', run(`“${before}`), run(match, '<w:b/>'), run(`${after}”`)),
      paragraph('Normal', run(`${line(item.reference)} `), link(addressOf(item), placeWords(item))),
      STANDINGS[item.standing] && paragraph('Normal', run(STANDINGS[item.standing])),
      ...item.note.split('\n').map(line).filter(Boolean).map((each) => paragraph('Normal', run(each))),
    ];
  }).filter(Boolean);
  const relation = (id, type, target, mode = '') => `<Relationship Id="${id}" Type="${type}" Target="${xml(target)}"${mode}/>`;
  const relations = (...all) => `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
  return zip({
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${PARTS}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${PARTS}.styles+xml"/></Types>`,
    '_rels/.rels': relations(relation('main', `${OFFICE}/relationships/officeDocument`, 'word/document.xml')),
    'word/document.xml': `${XML}<w:document xmlns:w="${MAIN}" xmlns:r="${OFFICE}/relationships"><w:body>${paragraph('Title', run('Tray'))}${body.join('')}<w:sectPr/></w:body></w:document>`,
    'word/styles.xml': STYLES,
    'word/_rels/document.xml.rels': relations(relation('styles', `${OFFICE}/relationships/styles`, 'styles.xml'),
      ...links.map((address, i) => relation(`link${i + 1}`, `${OFFICE}/relationships/hyperlink`, address, ' TargetMode="External"'))),
  });
}

// ZIP (APPNOTE 4.3): a header and the bytes of each file, then all headers again.

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) {
    value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return value;
});

const checksum = (bytes) => (bytes.reduce((sum, byte) => CRC[(sum ^ byte) & 255] ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

/** Numbers of so many bytes each, the lowest first. */
const numbers = (...all) => Uint8Array.from(all.flatMap(([size, value]) => Array.from({ length: size }, (_, i) => (value >>> (8 * i)) & 255)));

/** A day that every file has: when a file was made says nothing of it. 1 January 1980 is the first that the format knows. */
const DAY = (1 << 5) | 1;

function zip(files) {
  const encoder = new TextEncoder();
  const parts = [];
  const listed = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const path = encoder.encode(name);
    const bytes = encoder.encode(text);
    const about = [[2, 20], [2, 0x800], [2, 0], [2, 0], [2, DAY], [4, checksum(bytes)], [4, bytes.length], [4, bytes.length], [2, path.length], [2, 0]];
    const head = numbers([4, 0x04034b50], ...about);
    listed.push(numbers([4, 0x02014b50], [2, 20], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), path);
    parts.push(head, path, bytes);
    at += head.length + path.length + bytes.length;
  }
  const size = listed.reduce((sum, each) => sum + each.length, 0);
  const n = Object.keys(files).length;
  return new Blob([...parts, ...listed, numbers([4, 0x06054b50], [2, 0], [2, 0], [2, n], [2, n], [4, size], [4, at], [2, 0])]);
}
