/**
 * Puts a flow collection on one line without moving a character: line ends and comments inside it become spaces.
 * Quoted texts stay as they are.
 *
 * @param start offset of its opening bracket
 * @returns the text as it was when the brackets do not close
 */
export function flattenFlow(text: string, start: number): string {
  const chars: string[] = [];
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const char = text[at] ?? '';
    const quoted = char === '"' || char === "'" ? quotedLength(text, at, char) : 0;
    const comment = char === '#' && /\s/.test(text[at - 1] ?? '') ? commentLength(text, at) : 0;
    if (quoted > 0) chars.push(text.slice(at, at + quoted));
    else if (comment > 0) chars.push(' '.repeat(comment));
    else chars.push(char === '\n' || char === '\r' || char === '\t' ? ' ' : char);
    at += Math.max(quoted, comment, 1);
    if (char === '[' || char === '{') depth += 1;
    if (char === ']' || char === '}') depth -= 1;
    if (depth === 0) return text.slice(0, start) + chars.join('') + text.slice(at);
  }
  return text;
}

/** Length of a quoted text with its quotes; 0 when the quote stands inside a word or is not closed. */
function quotedLength(text: string, at: number, mark: string): number {
  if (!/[\s,:[{]/.test(text[at - 1] ?? ' ')) return 0;
  for (let end = at + 1; end < text.length; end += 1) {
    if (mark === '"' && text[end] === '\\') end += 1;
    else if (text[end] === mark) {
      if (mark === '"' || text[end + 1] !== mark) return end + 1 - at;
      end += 1;
    }
  }
  return 0;
}

function commentLength(text: string, at: number): number {
  return /[\r\n]|$/.exec(text.slice(at))?.index ?? 0;
}
