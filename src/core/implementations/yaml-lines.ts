import type { FieldRef } from '../model/index.ts';
import type { DataPlaneLine } from './data-plane.ts';
import type { Sourced } from './types.ts';

/** One key of a mapping. What stands below it comes from the same field unless it names its own. */
export interface YamlEntry {
  readonly key: string;
  readonly value: YamlValue;
  readonly from?: FieldRef;
}

/** A list item: a scalar, or a mapping whose first key stands behind the dash. */
export interface YamlItem {
  readonly value: YamlScalar | readonly YamlEntry[];
  readonly from?: FieldRef;
}

export type YamlScalar = string | number | boolean;

/** Mappings are entries with a key, lists are items without one. */
export type YamlValue =
  YamlScalar | { readonly map: readonly YamlEntry[] } | { readonly list: readonly YamlItem[] };

/** One text value with its field. */
export function textEntry(key: string, { value, from }: Sourced<string>): YamlEntry {
  return { key, value, ...(from && { from }) };
}

/** A list of text with its field. */
export function listEntry(key: string, { value, from }: Sourced<readonly string[]>): YamlEntry {
  return { key, value: { list: value.map((one) => ({ value: one })) }, ...(from && { from }) };
}

/**
 * Entries as block style YAML, two spaces a level, lists at the level of their key, as the projects' own golden
 * files have them. An empty mapping is `{}`, an empty list `[]`; text of several lines is a block scalar.
 */
export function yamlLines(
  entries: readonly YamlEntry[],
  indent = '',
  inherited?: FieldRef,
): readonly DataPlaneLine[] {
  return entries.flatMap((entry) => entryLines(entry, indent, inherited));
}

function entryLines(
  { key, value, from }: YamlEntry,
  indent: string,
  inherited: FieldRef | undefined,
): readonly DataPlaneLine[] {
  const source = from ?? inherited;
  const head = `${indent}${scalarText(key)}:`;
  if (typeof value === 'string' && isBlock(value)) return blockLines(head, value, indent, source);
  if (typeof value !== 'object') return [line(`${head} ${scalarText(value)}`, source)];
  if ('map' in value) {
    if (value.map.length === 0) return [line(`${head} {}`, source)];
    return [line(head, source), ...yamlLines(value.map, `${indent}  `, source)];
  }
  if (value.list.length === 0) return [line(`${head} []`, source)];
  return [line(head, source), ...value.list.flatMap((item) => itemLines(item, indent, source))];
}

function itemLines(
  { value, from }: YamlItem,
  indent: string,
  inherited: FieldRef | undefined,
): readonly DataPlaneLine[] {
  const source = from ?? inherited;
  if (typeof value !== 'object') return [line(`${indent}- ${scalarText(value)}`, source)];
  return yamlLines(value, `${indent}  `, source).map((entry, at) =>
    at === 0 ? { ...entry, text: `${indent}- ${entry.text.slice(indent.length + 2)}` } : entry,
  );
}

function line(text: string, from: FieldRef | undefined): DataPlaneLine {
  return from === undefined ? { text } : { text, from };
}

/** Printable lines, each ended, the first neither empty nor indented: what a plain `|` keeps as it is. */
function isBlock(value: string): boolean {
  return /^[!-~][ -~]*\n(?:[ -~]*[!-~]\n)*$/.test(value);
}

function blockLines(
  head: string,
  value: string,
  indent: string,
  source: FieldRef | undefined,
): readonly DataPlaneLine[] {
  const rows = value.slice(0, -1).split('\n');
  return [line(`${head} |`, source), ...rows.map((row) => line(`${indent}  ${row}`, source))];
}

/** Quoted where YAML 1.1 would read something else, or no scalar at all. */
function scalarText(value: YamlScalar): string {
  if (typeof value !== 'string') return String(value);
  if (/[\n\r]/.test(value)) return JSON.stringify(value);
  const isPlain =
    /^[A-Za-z/_][\w./:+-]*$/.test(value) &&
    !/^(?:true|false|yes|no|on|off|null|y|n|e[-+]?\d+)$/i.test(value) &&
    !value.endsWith(':');
  return isPlain ? value : `'${value.replaceAll("'", "''")}'`;
}
