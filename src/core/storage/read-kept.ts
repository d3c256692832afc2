import type { Blob, Guide, SetAside, TextRange, Workspace, WorkspaceFile } from '../model/index.ts';
import { decodeBase64 } from '../pki/base64.ts';
import { emptyWorkspace } from '../workspace/empty-workspace.ts';
import { readAssignment, readOptions } from '../workspace/sidecar.ts';
import { KEPT_FORMAT, KEPT_VERSION } from './kept-form.ts';

/** A kept workspace, or why it cannot be read here. */
export type KeptReading =
  | { readonly ok: true; readonly workspace: Workspace; readonly removed: number }
  /** `newer`: a later version of the page wrote it; it stays as it is. */
  | { readonly ok: false; readonly reason: 'newer' | 'damaged' };

/** Reads what `keepableText` or `fullText` wrote. Entries of another form are left out; never throws. */
export function readKept(text: string): KeptReading {
  const json = parse(text);
  const version = versionOf(json);
  if (version === null || !isRecord(json) || !isRecord(json.workspace))
    return { ok: false, reason: 'damaged' };
  if (version > KEPT_VERSION) return { ok: false, reason: 'newer' };
  const removed = typeof json.removed === 'number' ? json.removed : 0;
  return { ok: true, workspace: readWorkspace(json.workspace), removed };
}

type Json = Readonly<Record<string, unknown>>;

function readWorkspace(json: Json): Workspace {
  const empty = emptyWorkspace(textOr(json.name, 'Untitled'));
  return {
    ...empty,
    files: list(json.files, readFile),
    guides: list(json.guides, readGuide),
    blobs: list(json.blobs, readBlob),
    setAside: list(json.setAside, readSetAside),
    assignments: list(json.assignments, readAssignment),
    options: { ...empty.options, ...readOptions(json.options) },
  };
}

function readGuide({ id, path, text }: Json): Guide | null {
  return isText(id) && isText(path) && isText(text) ? { id, path, text } : null;
}

function readFile(json: Json): WorkspaceFile | null {
  const guide = readGuide(json);
  if (guide === null) return null;
  const { origin, defaultNamespace } = json;
  const range = isRecord(origin) ? readRange(origin.range) : null;
  const encoding = ENCODINGS.find((one) => one === json.encoding);
  return {
    ...guide,
    ...(isRecord(origin) && isText(origin.guideId) && range !== null
      ? { origin: { guideId: origin.guideId, range } }
      : {}),
    ...(isText(defaultNamespace) ? { defaultNamespace } : {}),
    ...(encoding === undefined ? {} : { encoding }),
  };
}

const ENCODINGS = ['utf-16le', 'utf-16be', 'utf-8-with-errors'] as const;

function readBlob({ id, path, base64, unlocked }: Json): Blob | null {
  const bytes = isText(base64) ? decodeBase64(base64) : null;
  if (!isText(id) || !isText(path) || bytes === null) return null;
  return { id, path, bytes, ...(isText(unlocked) ? { unlocked } : {}) };
}

function readSetAside({ id, path, reason, code, params, guideId, range }: Json): SetAside | null {
  if (!isText(id) || !isText(path) || !isText(reason) || !isText(code)) return null;
  const where = readRange(range);
  const texts = isRecord(params) ? Object.entries(params) : [];
  return {
    id,
    path,
    reason,
    code,
    params: Object.fromEntries(
      texts.filter((entry): entry is [string, string] => isText(entry[1])),
    ),
    ...(isText(guideId) ? { guideId } : {}),
    ...(where === null ? {} : { range: where }),
  };
}

function readRange(value: unknown): TextRange | null {
  if (!isRecord(value)) return null;
  const { start, end } = value;
  return typeof start === 'number' && typeof end === 'number' ? { start, end } : null;
}

function list<Item>(value: unknown, read: (json: Json) => Item | null): readonly Item[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly unknown[]).flatMap((one) => (isRecord(one) ? (read(one) ?? []) : []));
}

function versionOf(json: unknown): number | null {
  if (!isRecord(json) || !isText(json.format)) return null;
  const [name, version] = json.format.split('/');
  return name === KEPT_FORMAT && /^\d+$/.test(version ?? '') ? Number(version) : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function textOr(value: unknown, otherwise: string): string {
  return isText(value) ? value : otherwise;
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
