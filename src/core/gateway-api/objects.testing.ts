import { existsSync, readFileSync } from 'node:fs';
import { parseFile } from '../manifest/index.ts';
import type { ManifestObject } from '../manifest/types.ts';

/** Parses YAML text into manifest objects, as the workspace does. */
export function objectsFrom(
  text: string,
  defaultNamespace = 'default',
  fileId = 'file',
): readonly ManifestObject[] {
  return parseFile({ id: fileId, path: `${fileId}.yaml`, text }, { defaultNamespace }).objects;
}

/**
 * The objects of a file of the shared material, every heredoc of a guide being a file of its own.
 * Null where the material is absent, which the caller prints as the reason for skipping.
 */
export function sharedObjects(path: string): readonly ManifestObject[] | null {
  const url = new URL(`../../../../shared/${path}`, import.meta.url);
  if (!existsSync(url)) return null;
  const text = readFileSync(url, 'utf8');
  if (path.endsWith('.yaml')) return objectsFrom(text);
  return [...text.matchAll(/<<EOF[^\n]*\n([\s\S]*?)\n[ \t]*EOF/g)].flatMap((match, index) =>
    objectsFrom(dedent(match[1] ?? ''), 'default', `guide-${index}`),
  );
}

function dedent(text: string): string {
  const lines = text.split('\n');
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const margin = Math.min(...indents);
  return lines.map((line) => line.slice(margin)).join('\n');
}
