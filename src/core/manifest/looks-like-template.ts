import { isMap, isScalar, type Node, type Pair } from 'yaml';
import type { TextRange } from '../model/index.ts';

/** Fields that no real manifest would fill with a template in quotes; elsewhere (alerts, dashboards) it is text. */
const IDENTITY = ['apiVersion', 'kind', 'metadata'];

/**
 * Tells a Helm, Go or Jinja template from a manifest that merely carries template text in a string: a template is one
 * where `{{ … }}` breaks the YAML, stands outside quotes and block text, or makes up the object's identity.
 *
 * @returns where the first template expression stands, or null
 */
export function looksLikeTemplate(
  text: string,
  contents: Node | null,
  hasErrors: boolean,
): (TextRange & { readonly text: string }) | null {
  const range = findExpression(text);
  if (range === null) return null;
  const isTemplate = hasErrors || (contents !== null && hasTemplateNode(contents, 0));
  return isTemplate ? { ...range, text: text.slice(range.start, range.end) } : null;
}

/** The first `{{ … }}` or `{% … %}`; one that is not closed is none. */
function findExpression(text: string): TextRange | null {
  const found = [
    ['{{', '}}'],
    ['{%', '%}'],
  ].flatMap(([open = '', close = '']) => {
    const start = text.indexOf(open);
    const end = start === -1 ? -1 : text.indexOf(close, start + 2);
    return end === -1 ? [] : [{ start, end: end + 2 }];
  });
  return found.sort((a, b) => a.start - b.start)[0] ?? null;
}

function hasTemplateNode(node: unknown, depth: number): boolean {
  if (depth > 100) return false;
  if (isScalar(node)) return node.type === 'PLAIN' && findExpression(node.source ?? '') !== null;
  if (isMap(node)) {
    return node.items.some((pair) => isTemplatePair(pair, depth));
  }
  return hasItems(node) && node.items.some((item) => hasTemplateNode(item, depth + 1));
}

/** `a: {{ .Values.x }}` reads as a map whose key is a map. */
function isTemplatePair(pair: Pair, depth: number): boolean {
  if (isMap(pair.key) || hasTemplateNode(pair.key, depth + 1)) return true;
  const isIdentity = depth === 0 && isScalar(pair.key) && IDENTITY.includes(String(pair.key.value));
  if (isIdentity && identityIsTemplate(pair.value)) return true;
  return hasTemplateNode(pair.value, depth + 1);
}

function identityIsTemplate(value: unknown): boolean {
  if (isScalar(value))
    return typeof value.value === 'string' && findExpression(value.value) !== null;
  if (!isMap(value)) return false;
  return ['name', 'namespace'].some((key) => {
    const field = value.get(key);
    return typeof field === 'string' && findExpression(field) !== null;
  });
}

function hasItems(node: unknown): node is { readonly items: readonly unknown[] } {
  return typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items);
}
