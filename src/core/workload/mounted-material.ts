import type { FieldRef } from '../model/index.ts';
import type { Material } from '../pki/types.ts';
import type { PodFiles } from './pod-files.ts';

/** A file that a process opens at start. */
export type MountedMaterial =
  | { readonly kind: 'read'; readonly material: Material; readonly field: FieldRef }
  /** The volume that is mounted there has no such file: the process gives up. */
  | { readonly kind: 'absent'; readonly volume: string }
  /** `why` is a sentence. */
  | { readonly kind: 'unknown'; readonly why: string };

/** The text of a mounted file with its origin. `what` names it in the process's own terms: `ssl_certificate /tls/tls.crt`. */
export function mountedMaterial(files: PodFiles, path: string, what: string): MountedMaterial {
  const found = files.read(path);
  switch (found.kind) {
    case 'file': {
      const { object, value } = found.file;
      const label = `${object.kind} ${object.name}, ${value.key}`;
      if (value.refused)
        return { kind: 'unknown', why: `${label}: the API server does not take it as it stands.` };
      const source = { kind: 'field', field: value.field, label } as const;
      return {
        kind: 'read',
        field: value.field,
        material: { pem: value.text, source, path: found.file.path },
      };
    }
    case 'absent':
      return { kind: 'absent', volume: found.volume };
    case 'missing-object':
      return unreadable(what, `${found.object} is not among the files`);
    case 'not-shown':
      return unreadable(what, `it comes from ${found.from}`);
    default:
      return found satisfies never;
  }
}

function unreadable(what: string, why: string): MountedMaterial {
  return { kind: 'unknown', why: `${what} cannot be read: ${why}.` };
}
