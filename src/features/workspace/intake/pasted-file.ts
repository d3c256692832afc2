import type { DroppedFile } from '../../../core/workspace/index.ts';

/** Pasted text as a file: named after what it looks like, read like any other. */
export function pastedFile(text: string): DroppedFile {
  return { path: `pasted.${pastedExtension(text)}`, bytes: new TextEncoder().encode(text) };
}

function pastedExtension(text: string): 'pem' | 'md' | 'yaml' {
  if (/^\s*-----BEGIN /.test(text)) return 'pem';
  if (/^```|<<\s*-?['"]?EOF/m.test(text)) return 'md';
  return 'yaml';
}
