/** True when the path has a glob character, as nginx's `include` asks (`strpbrk(path, "*?[")`). */
export function isGlob(path: string): boolean {
  return /[*?[]/.test(path);
}

/**
 * Paths that match a glob(3) pattern, sorted as glob(3) sorts them: `*` and `?` never match `/` nor a
 * leading dot.
 */
export function matchGlob(pattern: string, paths: readonly string[]): readonly string[] {
  const expression = toExpression(pattern);
  return paths.filter((path) => expression.test(path)).sort();
}

function toExpression(pattern: string): RegExp {
  const source = pattern.replace(
    /\[(!?)([^\]]*)\]|[*?]|[^*?[]/g,
    (token, not: string | undefined, set: string | undefined, at: number) => {
      const guard = at === 0 || pattern.charAt(at - 1) === '/' ? '(?![.])' : '';
      if (set !== undefined)
        return `${guard}[${not === '!' ? '^' : ''}${set.replace(/[\\^]/g, '\\$&')}]`;
      if (token === '*') return `${guard}[^/]*`;
      if (token === '?') return `${guard}[^/]`;
      return token.replace(/[.+^${}()|\\]/g, '\\$&');
    },
  );
  try {
    return new RegExp(`^${source}$`);
  } catch {
    return /^$(?!)/;
  }
}
