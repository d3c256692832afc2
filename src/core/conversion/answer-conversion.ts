import type { Workspace } from '../model/index.ts';
import type { WhatIfContext } from '../what-if/index.ts';
import { convertSetup } from './convert-setup.ts';
import { fileDiffs, type FileDiff } from './file-diffs.ts';
import type { Conversion, ConversionRequest } from './types.ts';
import { outcomeChanges, type OutcomeChanges } from './outcome-changes.ts';

/** Which workspace is to be converted, and to what. */
export interface ConversionQuestion {
  readonly workspace: Workspace;
  readonly request: ConversionRequest;
}

/** A conversion with all there is to know before it is applied. */
export interface ConversionAnswer extends Omit<Conversion, 'workspace'>, OutcomeChanges {
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
  const outcome = await outcomeChanges(workspace, conversion, context);
  const { workspace: converted, ...rest } = conversion;
  return { ...rest, ...outcome, diffs: fileDiffs(workspace.files, converted.files) };
}
