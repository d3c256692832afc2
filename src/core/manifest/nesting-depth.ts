import { Lexer } from 'yaml';

/** Indicators that open a level each on one line: `- - ? - x`. */
const COMPACT = /(?<=^|[\r\n])[ \t]*(?:[-?:][ \t]+){16,}/g;

/**
 * An upper bound of how deep the collections of a text stand inside each other, found without recursion: the parser
 * recurses, and a stack that runs out inside it can end the whole process.
 *
 * @param enough where it stops to matter: a deeper text is reported with this depth
 */
export function nestingDepth(text: string, enough: number): number {
  const block = indentationDepth(text) + compactDepth(text);
  if (block >= enough) return enough;
  // Brackets in quotes and block text count here although they open nothing, so the lexer has the last word.
  const flow = bracketDepth(text) < enough ? 0 : flowDepth(text, enough);
  return Math.min(block + flow, enough);
}

/** Levels of ever deeper indentation. */
function indentationDepth(text: string): number {
  const open: number[] = [];
  let most = 0;
  for (const match of text.matchAll(/(?<=^|[\r\n])( *)(?=[^ \r\n])/g)) {
    const indent = match[0].length;
    while (open.length > 0 && (open.at(-1) ?? 0) >= indent) open.pop();
    open.push(indent);
    most = Math.max(most, open.length);
  }
  return most;
}

function compactDepth(text: string): number {
  let most = 0;
  for (const match of text.matchAll(COMPACT)) {
    most = Math.max(most, match[0].replace(/[ \t\r\n]/g, '').length);
  }
  return most;
}

function bracketDepth(text: string): number {
  let depth = 0;
  let most = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > most) most = depth;
    } else if ((code === 0x5d || code === 0x7d) && depth > 0) depth -= 1;
  }
  return most;
}

function flowDepth(text: string, enough: number): number {
  let depth = 0;
  let most = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') depth += 1;
    if (token === ']' || token === '}') depth -= 1;
    most = Math.max(most, depth);
    if (most >= enough) break;
  }
  return most;
}
