const symbols: Readonly<Record<string, string>> = {
  __: '__underscores__',
  '.': '__dot__',
  '-': '__dash__',
  '/': '__slash__',
};

/** Keywords of CEL's grammar: a field of this name is `__name__` in a rule. */
const reserved = new Set(
  (
    'true false null in as break const continue else for function if import let loop package ' +
    'namespace return var void while'
  ).split(' '),
);

/**
 * A field's name as rules write it, or null where no rule can name it.
 *
 * @see k8s.io/apiserver pkg/cel/escaping.go
 */
export function escapeName(name: string): string | null {
  if (reserved.has(name)) return `__${name}__`;
  const escaped = name.replace(/__|[./-]/g, (one) => symbols[one] ?? one);
  return /^[A-Za-z_]\w*$/.test(escaped) ? escaped : null;
}
