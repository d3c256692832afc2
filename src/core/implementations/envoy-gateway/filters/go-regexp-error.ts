/**
 * Go's error for the mistakes that patterns taken over from PCRE have: lookahead, back-references, a repetition of
 * nothing. Other mistakes are not found.
 *
 * @returns `error parsing regexp: …`, or null
 * @see Go regexp/syntax/parse.go
 */
export function goRegexpError(pattern: string): string | null {
  let canRepeat = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const rest = pattern.slice(at);
    const character = pattern.charAt(at);
    if (character === '\\') {
      const reference = /^\\[1-9]/.exec(rest)?.[0];
      if (reference !== undefined) return told('invalid escape sequence', reference);
      at += 1;
    } else if (character === '[') at += classLength(rest) - 1;
    else if (/^[*+?]/.test(rest) && !canRepeat)
      return told('missing argument to repetition operator', character);
    else if (/^\(\?[=!]/.test(rest))
      return told('invalid or unsupported Perl syntax', rest.slice(0, 3));
    else if (rest.startsWith('(?')) at += groupLength(rest) - 1;
    canRepeat = !'(|'.includes(character);
  }
  return null;
}

function told(error: string, part: string): string {
  return `error parsing regexp: ${error}: \`${part}\``;
}

/** `[…]`; a `]` in the first place belongs to it. The rest of the pattern when it has no end. */
function classLength(text: string): number {
  return /^\[\^?\]?(?:\\[^]|[^\]\\])*\]/.exec(text)?.[0].length ?? text.length;
}

/** The head of `(?:`, `(?i)`, `(?P<name>`. */
function groupLength(text: string): number {
  return /^\(\?(?:P?<[^>]*>|[a-zA-Z-]*[:)]?)/.exec(text)?.[0].length ?? 1;
}
