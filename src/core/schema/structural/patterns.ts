const compiled = new Map<string, RegExp | null>();

/**
 * Asks a pattern as Go's `regexp.MatchString` does: unanchored, `$` is the end of the text only. The patterns of the
 * built-in tables mean the same in RE2 and in JavaScript; one that JavaScript cannot read matches everything.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  let regex = compiled.get(pattern);
  if (regex === undefined) {
    regex = compile(pattern);
    compiled.set(pattern, regex);
  }
  return regex?.test(text) ?? true;
}

function compile(pattern: string): RegExp | null {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(pattern, flags);
    } catch {
      // Escapes such as `\_` are refused with the `u` flag only.
    }
  }
  return null;
}
