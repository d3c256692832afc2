/**
 * Go's error for the mistakes that patterns taken over from PCRE or typed in haste have: lookahead, back-references,
 * repetitions of nothing or of a repetition, brackets and parentheses without their other half. Others are not found.
 *
 * @returns `error parsing regexp: …`, or null
 * @see Go regexp/syntax/parse.go
 */
export function goRegexpError(pattern: string): string | null {
  if (pattern.includes('\\Q')) return null;
  let canRepeat = false;
  let repeated = -1;
  let depth = 0;
  for (let at = 0; at < pattern.length;) {
    const rest = pattern.slice(at);
    const token = tokenOf(rest);
    const error = tokenError(rest, token, canRepeat);
    if (error !== null) return error;
    if (token === '(' && rest.startsWith('(?')) return null;
    if (isRepetition(token)) {
      if (repeated >= 0)
        return told(
          'invalid nested repetition operator',
          pattern.slice(repeated, at + token.length),
        );
      repeated = at;
    } else repeated = -1;
    if (opensGroup(token)) depth += 1;
    if (token === ')' && --depth < 0) return told('unexpected )', pattern);
    if (!isFlags(token)) canRepeat = !opensGroup(token) && token !== '|';
    at += token.length;
  }
  return depth > 0 ? told('missing closing )', pattern) : null;
}

/** One escape, class, head of a group, repetition (with the `?` that makes it lazy) or character. */
function tokenOf(rest: string): string {
  const token =
    /^(?:\\[^]|\[\^?\]?(?:\\[^]|[^\]\\])*\]|\(\?(?:P?<[^>]*>|[a-zA-Z-]*[:)])|[*+?]\??|\{\d+(?:,\d*)?\}\??)/;
  return token.exec(rest)?.[0] ?? rest.charAt(0);
}

function tokenError(rest: string, token: string, canRepeat: boolean): string | null {
  if (token === '\\') return told('trailing backslash at end of expression', '');
  if (token === '[') return told('missing closing ]', rest);
  if (/^\\[1-9]$/.test(token)) return told('invalid escape sequence', token);
  if (isRepetition(token) && !canRepeat)
    return told('missing argument to repetition operator', token);
  const look = /^\(\?[=!]/.exec(rest)?.[0];
  return look === undefined ? null : told('invalid or unsupported Perl syntax', look);
}

function isRepetition(token: string): boolean {
  return /^(?:[*+?]|\{\d)/.test(token);
}

function opensGroup(token: string): boolean {
  return token.startsWith('(') && !isFlags(token);
}

/** `(?i)` opens no group. */
function isFlags(token: string): boolean {
  return token.startsWith('(?') && token.endsWith(')');
}

function told(error: string, part: string): string {
  return `error parsing regexp: ${error}: \`${part}\``;
}
