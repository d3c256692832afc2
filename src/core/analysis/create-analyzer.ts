import type { Workspace } from '../model/index.ts';
import { createSignatureChecker } from '../verify/index.ts';
import { analyzeWith } from './analyze.ts';
import { createMemory } from './memory/memory.ts';
import type { Analysis, AnalyzeOptions } from './types.ts';

/** Workspace in, everything there is to show out. Pure: time, crypto and roots come in through `options`. */
export type Analyzer = (workspace: Workspace, options: AnalyzeOptions) => Promise<Analysis>;

/**
 * An analyzer with memory: per document (parse), per text (certificates and keys), per signature and per connection, so
 * that an edit costs what it touches. Warm and cold answers are equal.
 */
export function createAnalyzer(): Analyzer {
  const memory = createMemory(createSignatureChecker);
  return (workspace, options) => analyzeWith(workspace, options, memory);
}
