import { isMap, isScalar, type Node, type Pair } from 'yaml';
import type { TextRange } from '../model/index.ts';

const TEMPLATE = /\{\{.*?\}\}|\{%.*?%\}/s;

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
  const match = TEMPLATE.exec(text);
  if (match === null) return null;
  const isTemplate = hasErrors || (contents !== null && hasTemplateNode(contents, 0));
  const end = match.index + match[0].length;
  return isTemplate ? { start: match.index, end, text: match[0] } : null;
}

function hasTemplateNode(node: unknown, depth: number): boolean {
  if (depth > 100) return false;
  if (isScalar(node)) return node.type === 'PLAIN' && TEMPLATE.test(node.source ?? '');
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
  if (isScalar(value)) return typeof value.value === 'string' && TEMPLATE.test(value.value);
  if (!isMap(value)) return false;
  return ['name', 'namespace'].some((key) => {
    const field = value.get(key);
    return typeof field === 'string' && TEMPLATE.test(field);
  });
}

function hasItems(node: unknown): node is { readonly items: readonly unknown[] } {
  return typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items);
}
