const quoted = /[rRbB]{0,2}(?:"""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')/g;

const comprehension =
  /\.(?:all|exists|exists_one|existsOne|map|filter|transformList|transformMap)\s*\($/;

/** The names that an expression calls, without its string literals and comments. */
export function calledNames(expression: string): readonly string[] {
  const names = bare(expression).matchAll(/([A-Za-z_]\w*)\s*\(/g);
  return [...new Set(Array.from(names, (match) => match[1] ?? ''))];
}

/** Whether an expression reads `oldSelf`: the server runs such a rule on update only. */
export function usesOldSelf(expression: string): boolean {
  return /(?<![.\w])oldSelf\b/.test(bare(expression));
}

/** How many comprehensions (`all`, `map`, …) stand inside each other at most. */
export function comprehensionDepth(expression: string): number {
  const plain = bare(expression);
  const open: boolean[] = [];
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < plain.length; at++) {
    if (plain[at] === '(') {
      const loops = comprehension.test(plain.slice(Math.max(0, at - 24), at + 1));
      open.push(loops);
      if (loops) deepest = Math.max(deepest, ++depth);
    } else if (plain[at] === ')' && open.pop() === true) depth--;
  }
  return deepest;
}

/** The longest list that the text itself can hold, and how often it joins lists or texts. */
export function literalSize(expression: string): number {
  return bare(expression).split(',').length;
}

export function joins(expression: string): number {
  return bare(expression).split('+').length - 1;
}

function bare(expression: string): string {
  return expression.replace(quoted, "''").replace(/\/\/.*$/gm, '');
}
