import type { ConversionAnswer, ConversionQuestion } from '../core/conversion/index.ts';
import { applyObjectEdit } from '../core/edits/apply-object-edit.ts';
import type { PreparedExport } from '../core/export/index.ts';
import type { Pending, Progress } from '../workers/index.ts';
import { client, clockNow } from './analysis-bindings.ts';
import { studio } from './bindings.ts';
import { slowClient } from './slow-client.ts';

/**
 * Works out a conversion and what it changes in the verdict. Nothing is changed. The answer rejects with `Stopped` when it was
 * cancelled, and by a fault of the app.
 */
export function askConversion(
  question: ConversionQuestion,
  onProgress?: (progress: Progress) => void,
): Pending<ConversionAnswer> {
  return slowClient.ask<'convert'>({ kind: 'convert', question, now: clockNow() }, [], onProgress);
}

/** Makes a conversion as one history entry, and shows the verdict of the gateway that the files name from now on. */
export function applyConversion({ label, edits, files, renamed, options }: ConversionAnswer): void {
  studio.update({ type: 'edit-objects', label, edits, files, renamed, options });
  studio.setLens(null);
}

/** The files as converted, without private keys, for a download; the workspace stays as it is. */
export function exportConversion(
  { workspace }: ConversionQuestion,
  conversion: ConversionAnswer,
): Promise<PreparedExport> {
  const edited = applyObjectEdit(workspace, conversion);
  const converted = { ...edited, options: { ...edited.options, ...conversion.options } };
  const choice = { format: 'files', order: 'editor', keys: 'leave-out' } as const;
  const request = { kind: 'export', workspace: converted, choice, now: clockNow() } as const;
  return client().ask<'export'>(request).answer;
}
