import { isAlias, isScalar, isSeq, type Alias, type ParsedNode, type Scalar } from 'yaml';
import type { TextRange } from '../model/index.ts';
import { LIMITS } from '../source/index.ts';
import type { ManifestFindingCode } from './findings.ts';
import type { DocumentProblem } from './document-problem.ts';
import { taggedValue } from './tagged-value.ts';
import type { JsonValue } from './types.ts';

/** The node that each alias of a document stands for. */
export type AliasTargets = ReadonlyMap<Alias, ParsedNode>;

export interface JsonReading {
  readonly value: JsonValue;
  readonly problems: readonly DocumentProblem[];
  readonly aliases: AliasTargets;
}

/** A converted node: aliases share values, so their size is counted instead of copied. */
interface Converted {
  readonly value: JsonValue;
  readonly size: number;
}

interface Context {
  readonly problems: DocumentProblem[];
  readonly aliases: Map<Alias, ParsedNode>;
  readonly anchors: Map<
    string,
    { readonly node: ParsedNode; readonly converted: Converted | null }
  >;
  aliasNodes: number;
}

/** Beyond these a document is not one with mistakes but something else. */
const MOST_PROBLEMS = 100;

const NOTHING: Converted = { value: null, size: 1 };

/**
 * Turns a syntax tree into the JSON that kubectl sends: the last of two equal keys wins, keys become strings, `<<`
 * merges, aliases are resolved within bounds. `error` problems are those where kubectl refuses the document.
 *
 * Source: sigs.k8s.io/yaml `YAMLToJSON`, go-yaml v2 decode.go (`alias`, `merge`).
 */
export function toJson(root: ParsedNode): JsonReading {
  const context: Context = { problems: [], aliases: new Map(), anchors: new Map(), aliasNodes: 0 };
  const { value } = convert(root, context, 0);
  return { value, problems: context.problems, aliases: context.aliases };
}

function convert(node: ParsedNode | null, context: Context, depth: number): Converted {
  if (node === null) return NOTHING;
  if (depth > LIMITS.yamlDepth) {
    report(context, 'MANIFEST-DEPTH', rangeOf(node), { limit: String(LIMITS.yamlDepth) });
    return NOTHING;
  }
  if (isAlias(node)) return convertAlias(node, context);
  const anchor = node.anchor;
  if (anchor !== undefined) context.anchors.set(anchor, { node, converted: null });
  const converted = convertValue(node, context, depth);
  if (anchor !== undefined) context.anchors.set(anchor, { node, converted });
  return converted;
}

function convertValue(
  node: Exclude<ParsedNode, Alias.Parsed>,
  context: Context,
  depth: number,
): Converted {
  if (isScalar(node)) return { value: scalarValue(node, context), size: 1 };
  if (isSeq(node)) {
    const items = node.items.map((item) => convert(item, context, depth + 1));
    return { value: items.map((item) => item.value), size: sum(items) };
  }
  return convertMap(node, context, depth);
}

type MapNode = Extract<ParsedNode, { readonly items: { readonly key: unknown }[] }>;

function convertMap(node: MapNode, context: Context, depth: number): Converted {
  const own = new Map<string, Converted>();
  const keys = new Map<string, ParsedNode>();
  const merges: ParsedNode[] = [];
  for (const { key, value } of node.items) {
    if (isMergeKey(key)) {
      merges.push(value ?? key);
      continue;
    }
    const name = keyName(key, context);
    if (name === null) continue;
    const earlier = keys.get(name);
    if (earlier !== undefined) reportDuplicate(context, name, earlier, key);
    keys.set(name, key);
    own.set(name, convert(value, context, depth + 1));
  }
  const merged = new Map<string, JsonValue>();
  let size = sum([...own.values()]);
  for (const merge of merges) {
    const { value, size: added } = convert(merge, context, depth + 1);
    size += added;
    const parts = mergeParts(value);
    if (parts === null) reportMerge(context, merge);
    for (const part of parts ?? []) {
      for (const [name, field] of Object.entries(part)) merged.set(name, field);
    }
  }
  for (const [name, { value }] of own) merged.set(name, value);
  return { value: Object.fromEntries(merged), size };
}

/** Of several merged maps the first wins (go-yaml walks them from the last). Null when something else is to be merged. */
function mergeParts(value: JsonValue): readonly Readonly<Record<string, JsonValue>>[] | null {
  const parts = isList(value) ? value.toReversed() : [value];
  const maps = parts.filter(isRecord);
  return maps.length === parts.length ? maps : null;
}

function reportMerge(context: Context, node: ParsedNode): void {
  const message = 'map merge requires map or sequence of maps as the value';
  report(context, 'MANIFEST-SYNTAX', rangeOf(node), { message, others: '0' });
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isRecord(value: JsonValue): value is Readonly<Record<string, JsonValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a plain `<<` key. */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.source === '<<';
}

function convertAlias(node: Alias.Parsed, context: Context): Converted {
  const anchor = context.anchors.get(node.source);
  const converted = anchor?.converted ?? null;
  if (anchor === undefined || converted === null) {
    const reason = anchor === undefined ? 'undefined' : 'inside-itself';
    report(context, 'MANIFEST-ALIAS-UNRESOLVED', rangeOf(node), { alias: node.source, reason });
    return NOTHING;
  }
  context.aliases.set(node, anchor.node);
  const before = context.aliasNodes;
  context.aliasNodes += converted.size;
  if (before <= LIMITS.aliasNodes && context.aliasNodes > LIMITS.aliasNodes) {
    report(context, 'MANIFEST-ALIAS-LIMIT', rangeOf(node), { limit: String(LIMITS.aliasNodes) });
  }
  return converted;
}

function scalarValue(node: Scalar.Parsed, context: Context): JsonValue {
  const { value, tag } = node;
  const tagged = tag === undefined ? null : taggedValue(tag, node.source);
  if (tagged === 'refused') {
    const message = `cannot decode \`${node.source}\` as a !!${tag?.split(':').at(-1) ?? ''}`;
    report(context, 'MANIFEST-SYNTAX', rangeOf(node), { message, others: '0' });
    return null;
  }
  if (tagged !== null) return tagged.value;
  if (typeof value === 'number' && !Number.isFinite(value)) {
    report(context, 'MANIFEST-NOT-JSON', rangeOf(node), { value: node.source });
    return null;
  }
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') {
    return value;
  }
  return value === null || value === undefined ? null : node.source;
}

/**
 * The JSON name of a key: `n:` is the key `false`, `1:` the key `1`.
 * Null (and a finding) for keys that have no JSON form: a map, a list, null.
 */
function keyName(key: ParsedNode, context: Context): string | null {
  const node = isAlias(key) ? (context.anchors.get(key.source)?.node ?? key) : key;
  const name = fieldName(node);
  if (name === null) report(context, 'MANIFEST-MAP-KEY', rangeOf(key), {});
  return name;
}

/** The JSON name that a key node stands for, or null when it has none. */
export function fieldName(key: unknown): string | null {
  if (!isScalar(key)) return null;
  const { value } = key;
  if (typeof value === 'string') return value;
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : null;
}

function reportDuplicate(
  context: Context,
  name: string,
  earlier: ParsedNode,
  later: ParsedNode,
): void {
  if (context.problems.length >= MOST_PROBLEMS) return;
  context.problems.push({
    code: 'MANIFEST-DUPLICATE-KEY',
    severity: 'warning',
    range: rangeOf(earlier),
    related: rangeOf(later),
    params: { key: name },
  });
}

function report(
  context: Context,
  code: ManifestFindingCode,
  range: TextRange,
  params: Readonly<Record<string, string>>,
): void {
  // One alias bomb or one endless nesting is told once, not a thousand times.
  if (context.problems.some((problem) => problem.code === code && code !== 'MANIFEST-MAP-KEY')) {
    return;
  }
  context.problems.push({ code, severity: 'error', range, params });
}

function rangeOf(node: ParsedNode): TextRange {
  return { start: node.range[0], end: node.range[1] };
}

function sum(items: readonly Converted[]): number {
  return items.reduce((total, item) => total + item.size, 1);
}
