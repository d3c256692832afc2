import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { parseFile } from '../../manifest/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { CelEngine } from './cel/cel-engine.ts';
import type { CelLibrary } from './cel/cel-library.ts';
import { celEngineLoader } from './cel/load-cel-engine.ts';

const shared = new URL('../../../../../shared/', import.meta.url);

/** Address of something in the folder that is shared beside the repository, or null where it is absent. */
export function sharedUrl(path: string): URL | null {
  const url = new URL(path, shared);
  return existsSync(url) ? url : null;
}

export function objectsIn(url: URL): readonly ManifestObject[] {
  const text = readFileSync(url, 'utf8');
  return parseFile({ id: url.pathname, path: url.pathname, text }, { defaultNamespace: 'default' })
    .objects;
}

export function crdsIn(folder: URL): readonly ManifestObject[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => objectsIn(new URL(name, folder)))
    .filter(({ kind }) => kind === 'CustomResourceDefinition');
}

/** The engine on the package, or null where it is not installed. */
export const loadEngine: () => Promise<CelEngine | null> = celEngineLoader(() => {
  const name = '@bufbuild/cel';
  return import(/* @vite-ignore */ name) as Promise<CelLibrary>;
});

/** An engine that takes every text and says yes: for what does not depend on rules. */
export const consentingEngine: CelEngine = {
  compile: () => ({ ok: true, program: { evaluate: () => ({ ok: true, value: true }) } }),
  literal: (_type, text) => ({ celType: 'foreign', value: text }),
};
