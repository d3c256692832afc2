import type { DataPlaneListing } from '../../core/analysis/data-plane/types.ts';

/** A piece of a line, and what it is. Pieces put together are the line. */
export interface ColouredPiece {
  readonly text: string;
  readonly role: 'name' | 'value' | 'number' | 'punctuation' | 'plain';
}

type Language = DataPlaneListing['language'];

const NGINX: readonly (readonly [RegExp, ColouredPiece['role']])[] = [
  [/^\s+/, 'plain'],
  [/^(?:"[^"]*"|'[^']*')/, 'value'],
  [/^[{};]+/, 'punctuation'],
  [/^[^\s{};"']+/, 'plain'],
];

/** A line in pieces, as far as colours help to read it: what is not understood stays plain. */
export function colourLine(text: string, language: Language): readonly ColouredPiece[] {
  return language === 'nginx' ? colourNginx(text) : colourYaml(text);
}

/** The first word of a directive is its name. */
function colourNginx(text: string): readonly ColouredPiece[] {
  const pieces: ColouredPiece[] = [];
  let rest = text;
  let isFirst = true;
  while (rest !== '') {
    const [piece, role] = nextPiece(rest);
    const isWord = role === 'plain' && piece.trim() !== '';
    pieces.push({ text: piece, role: isWord ? wordRole(piece, isFirst) : role });
    isFirst &&= !isWord;
    rest = rest.slice(piece.length);
  }
  return pieces;
}

function nextPiece(rest: string): readonly [string, ColouredPiece['role']] {
  for (const [pattern, role] of NGINX) {
    const [piece] = pattern.exec(rest) ?? [];
    if (piece !== undefined) return [piece, role];
  }
  // A quote that nothing closes.
  return [rest, 'plain'];
}

function wordRole(word: string, isFirst: boolean): ColouredPiece['role'] {
  if (isFirst) return 'name';
  return /^\d[\w.]*$/.test(word) ? 'number' : 'value';
}

/** Block style with one key or item a line, as the configurations are written; JSON is read the same way. */
function colourYaml(text: string): readonly ColouredPiece[] {
  const match = /^(\s*(?:- )*)(?:((?:'[^']*'|"[^"]*"|[^\s:'"]+))(:)(?= |$))?(\s*)(.*)$/.exec(text);
  const [, lead = '', name = '', colon = '', space = '', value = ''] = match ?? ['', '', '', ''];
  if (match === null) return [{ text, role: 'plain' }];
  const pieces: readonly ColouredPiece[] = [
    { text: lead, role: 'punctuation' },
    { text: name, role: 'name' },
    { text: colon + space, role: 'punctuation' },
    { text: value, role: valueRole(value) },
  ];
  return pieces.filter((piece) => piece.text !== '');
}

function valueRole(value: string): ColouredPiece['role'] {
  if (/^(?:-?\d[\d.]*|true|false|null)$/.test(value)) return 'number';
  return /^[{}[\]|]+$/.test(value) ? 'punctuation' : 'value';
}
