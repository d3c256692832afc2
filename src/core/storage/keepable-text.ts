import type { TextRange, Workspace } from '../model/index.ts';
import {
  redactBlob,
  redactFile,
  redactPrivateKeys,
  standInEdits,
  standInsIn,
  type PublicText,
} from '../redact/index.ts';
import { applyEdits, mapRange } from '../source/index.ts';
import { keptForm } from './kept-form.ts';

/** A workspace in the form in which it may be stored. */
export interface KeptText {
  readonly text: PublicText;
  readonly name: PublicText;
  /** How many places hold a stand-in instead of a private key. */
  readonly removed: number;
}

/**
 * The text of a workspace for storage: every private key, wherever it stands, has become a stand-in. What remains goes through
 * the redactor once more as a whole; a key that it finds then is masked.
 *
 * @param redact `redactFile`, or one that remembers
 */
export function keepableText(workspace: Workspace, redact = redactFile): KeptText {
  const edits = new Map(workspace.guides.map(({ id, text }) => [id, standInEdits(text, id)]));
  const inGuide = (range: TextRange, guideId = '') => mapRange(range, edits.get(guideId) ?? []);
  const kept: Workspace = {
    ...workspace,
    guides: workspace.guides.map((guide) => ({
      ...guide,
      text: applyEdits(guide.text, edits.get(guide.id) ?? []),
    })),
    files: workspace.files.map((file) => ({
      ...file,
      text: redact(file).text,
      ...(file.origin && {
        origin: { ...file.origin, range: inGuide(file.origin.range, file.origin.guideId) },
      }),
    })),
    blobs: workspace.blobs.map(({ unlocked, ...blob }) => ({
      ...blob,
      bytes: redactBlob(unlocked === undefined ? blob : { ...blob, unlocked }) ?? blob.bytes,
    })),
    setAside: workspace.setAside.map((item) =>
      item.range === undefined ? item : { ...item, range: inGuide(item.range, item.guideId) },
    ),
  };
  const removed = countStandIns(kept);
  return {
    text: redactPrivateKeys(keptForm(kept, removed)).text,
    name: redactPrivateKeys(workspace.name).text,
    removed,
  };
}

/** Files and objects that lack a key: what the user is asked to drop again. */
function countStandIns({ files, blobs }: Workspace): number {
  const texts = [
    ...files.map(({ text }) => text),
    ...blobs.map(({ bytes }) => new TextDecoder('latin1').decode(bytes)),
  ];
  return texts.reduce((sum, text) => sum + standInsIn(text), 0);
}
