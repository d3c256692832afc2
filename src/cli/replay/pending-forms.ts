import { isFields, parseJson, rowsOf, textOf } from './json.ts';
import { pendingCase } from './pending-case.ts';
import type { FormReader, ReplayCase, ReplayFile } from './types.ts';

/**
 * Forms that are recognised and cannot be played yet. Each of their cases counts as failed: a case that was not
 * checked has not passed.
 */
export const pendingForms: readonly FormReader[] = [
  peerVerdicts,
  translatorPair,
  conformanceManifest,
];

/** Verdicts of BoringSSL (`verify`, `handshake`) or rustls-webpki (`verify`). */
function peerVerdicts({ text }: ReplayFile): readonly ReplayCase[] | null {
  const document = parseJson(text);
  if (!isFields(document)) return null;
  const tables = ['verify', 'handshake'].filter((name) => rowsOf(document[name]).length > 0);
  if (tables.length === 0) return null;
  return tables.flatMap((table) =>
    rowsOf(document[table]).map((row) => pendingCase(`${table}: ${textOf(row.name) ?? ''}`, table)),
  );
}

/** `x.in.yaml` with `x.out.yaml` beside it. */
function translatorPair({ path }: ReplayFile, all: readonly ReplayFile[]) {
  const match = /^(.*)\.(in|out)\.ya?ml$/.exec(path);
  if (match?.[1] === undefined) return null;
  const stem = match[1];
  const hasInput = all.some((file) => file.path.startsWith(`${stem}.in.`));
  if (match[2] === 'out' && hasInput) return [];
  return [pendingCase(stem, 'translation')];
}

/** Manifests whose expected conditions stand in the conformance suite; CRDs are no cases. */
function conformanceManifest({ path, text }: ReplayFile) {
  if (!/\.ya?ml$/.test(path) || !/^(?:apiVersion|kind):/m.test(text)) return null;
  const isDefinition = /^kind:\s*CustomResourceDefinition\s*$/m.test(text);
  return isDefinition ? [] : [pendingCase(path, 'manifest')];
}
