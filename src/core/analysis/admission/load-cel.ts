import type { CelLibrary } from '../../schema/custom/cel/cel-library.ts';
import { celEngineLoader } from '../../schema/custom/cel/load-cel-engine.ts';

/** The engine for rules of users' CRDs; its package is loaded when the first CRD is there. */
export const loadCel = celEngineLoader(async () => {
  const library: unknown = await import('@bufbuild/cel');
  // The contract names the part that is used, with its own opaque types for what only travels through.
  return library as CelLibrary;
});
