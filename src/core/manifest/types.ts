import type { FieldPath, Finding, TextRange, WorkspaceFile } from '../model/index.ts';
import type { ManifestFindingCode } from './findings.ts';

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export type JsonObject = { readonly [key: string]: JsonValue };

/** Where a field stands in the text. `pair` covers key, colon and value with its comment-free extent. */
export interface FieldRange {
  readonly key?: TextRange;
  readonly value: TextRange;
  readonly pair?: TextRange;
}

/** One Kubernetes object as it stands in a file; `items` of a List are objects of their own. */
export interface ManifestObject {
  /** Unique per occurrence: `fileId#document` or `fileId#document.item`. */
  readonly id: string;
  /** `group/Kind/namespace/name`: equal for two definitions of the same object. */
  readonly key: string;
  readonly apiVersion: string;
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly name: string;
  /** Effective namespace; empty for cluster-scoped kinds. */
  readonly namespace: string;
  readonly fileId: string;
  readonly documentIndex: number;
  readonly range: TextRange;
  readonly value: JsonObject;
  /** Range of a field; the nearest existing ancestor's range when the field itself is absent. */
  readonly rangeOf: (path: FieldPath) => FieldRange;
}

export interface ParsedFile {
  readonly file: WorkspaceFile;
  readonly documents: readonly ParsedDocument[];
  readonly objects: readonly ManifestObject[];
  readonly findings: readonly Finding<ManifestFindingCode>[];
}

/** One `---`-separated document: its exact text span, separators not included. */
export interface ParsedDocument {
  readonly index: number;
  readonly range: TextRange;
  readonly status: 'object' | 'list' | 'empty' | 'not-kubernetes' | 'syntax-error' | 'template';
}
