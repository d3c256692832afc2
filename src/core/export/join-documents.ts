const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Joins document texts into one multi-document stream. Each text keeps its bytes, except that a byte order mark is
 * dropped after the first and a missing final line break is added: both would change how the next document is read.
 */
export function joinDocuments(texts: readonly string[]): string {
  const parts = texts.filter((text) => text.trim() !== '');
  return parts
    .map((text, i) => {
      const body = i === 0 ? text : text.replace(BYTE_ORDER_MARK, '');
      const separator = i === 0 || startsDocument(body) ? '' : '---\n';
      return separator + (i < parts.length - 1 && !body.endsWith('\n') ? `${body}\n` : body);
    })
    .join('');
}

function startsDocument(text: string): boolean {
  return /^---(?:[ \t\r\n]|$)/.test(text) || text.startsWith('%');
}
