import type { ManifestObject, ParsedDocument, ParsedFile } from '../manifest/types.ts';
import type { TextEdit } from '../model/index.ts';
import { applyEdits } from '../source/index.ts';
import {
  containsPrivateKey,
  containsStandIn,
  keyLeaves,
  redactPrivateKeys,
} from '../redact/index.ts';
import { createCommand } from './secret-command.ts';

/** One document as it leaves the page. */
export interface ExportDocument {
  readonly text: string;
  readonly kind: string;
  readonly name: string;
  /** `Secret default/app-tls` for each object whose key was left out. */
  readonly leftOut: readonly string[];
}

/** The document exactly as the editor shows it, private keys included. */
export function verbatimDocument(parsed: ParsedFile, document: ParsedDocument): ExportDocument {
  const objects = objectsOf(parsed, document);
  return {
    text: parsed.file.text.slice(document.range.start, document.range.end),
    kind: objects[0]?.kind ?? '',
    name: objects[0]?.name ?? '',
    leftOut: [],
  };
}

/**
 * The document without private keys. An object that holds one is replaced by comment lines with the command that
 * creates it; a key in a List item or a comment is masked where it stands. What has no key keeps every byte.
 */
export function redactDocument(parsed: ParsedFile, document: ParsedDocument): ExportDocument {
  const verbatim = verbatimDocument(parsed, document);
  if (!lacksOrHoldsKey(verbatim.text)) return verbatim;
  const holders = objectsOf(parsed, document).filter(
    (object) => keyLeaves(object.value, lacksOrHoldsKey).length > 0,
  );
  const single = document.status === 'object' ? holders[0] : undefined;
  const text =
    single === undefined
      ? maskLeaves(verbatim.text, document, holders)
      : replacement(single, verbatim.text);
  return {
    ...verbatim,
    text: redactPrivateKeys(text).text,
    leftOut: holders.map(describeObject),
  };
}

/** A Secret whose key was taken out before is as little use to a cluster as one whose key is taken out now. */
function lacksOrHoldsKey(text: string): boolean {
  return containsPrivateKey(text) || containsStandIn(text);
}

function objectsOf(parsed: ParsedFile, document: ParsedDocument): readonly ManifestObject[] {
  return parsed.objects.filter((object) => object.documentIndex === document.index);
}

/** A List item cannot become a comment, so its value says that it is missing and the API server refuses it. */
function maskLeaves(
  text: string,
  document: ParsedDocument,
  holders: readonly ManifestObject[],
): string {
  const offset = document.range.start;
  const edits: TextEdit[] = holders.flatMap((object) =>
    keyLeaves(object.value, lacksOrHoldsKey).map((path) => {
      const { start, end } = object.rangeOf(path).value;
      const tail = /\s*$/.exec(text.slice(start - offset, end - offset))?.[0] ?? '';
      const range = { start: start - offset, end: end - offset };
      return { fileId: object.fileId, range, text: `"[private key removed]"${tail}` };
    }),
  );
  return applyEdits(text, edits);
}

function replacement(object: ManifestObject, text: string): string {
  const lines = [
    `# ${describeObject(object)} is left out: it holds a private key.`,
    '# Create it from your own files:',
    `#   ${createCommand(object)}`,
    '',
  ];
  return lines.join(text.includes('\r\n') ? '\r\n' : '\n');
}

function describeObject(object: ManifestObject): string {
  return `${object.kind} ${object.namespace === '' ? '' : `${object.namespace}/`}${object.name}`;
}
