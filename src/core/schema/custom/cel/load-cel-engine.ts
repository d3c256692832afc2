import type { CelEngine } from './cel-engine.ts';
import type { CelLibrary } from './cel-library.ts';
import { makeCelEngine } from './make-cel-engine.ts';

/**
 * The engine that `load` brings, once for all callers. Null where the package cannot be loaded: rules are then
 * reported as not evaluated.
 *
 * @param load a dynamic import of the package
 */
export function celEngineLoader(load: () => Promise<CelLibrary>): () => Promise<CelEngine | null> {
  let engine: Promise<CelEngine | null> | null = null;
  return () =>
    (engine ??= load().then(
      (library) => makeCelEngine(library),
      () => null,
    ));
}
