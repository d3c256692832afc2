import type { Workspace } from '../model/index.ts';
import type { WhatIfContext } from '../what-if/index.ts';
import { convertSetup } from './convert-setup.ts';
import { fileDiffs, type FileDiff } from './file-diffs.ts';
import type { Conversion, ConversionRequest } from './types.ts';
import { verdictChanges, type VerdictChange } from './verdict-changes.ts';

/** Which workspace is to be converted, and to what. */
export interface ConversionQuestion {
  readonly workspace: Workspace;
  readonly request: ConversionRequest;
}

/** A conversion with all there is to know before it is applied. */
export interface ConversionAnswer extends Omit<Conversion, 'workspace'> {
  readonly verdicts: readonly VerdictChange[];
  readonly diffs: readonly FileDiff[];
}

/**
 * Converts a copy of the workspace and asks the analysis about both.
 *
 * @throws (rejects) what `checkpoint` does
 */
export async function answerConversion(
  { workspace, request }: ConversionQuestion,
  context: WhatIfContext,
): Promise<ConversionAnswer> {
  const conversion = convertSetup(workspace, request);
  const verdicts = await verdictChanges(workspace, conversion, context);
  const { workspace: converted, ...rest } = conversion;
  return { ...rest, verdicts, diffs: fileDiffs(workspace.files, converted.files) };
}
