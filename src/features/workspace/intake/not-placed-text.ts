import type { DroppedOnto, NotPlaced } from '../../../state/index.ts';

const because: Readonly<Record<NotPlaced, string>> = {
  locked: 'it is locked with a password. Unlock it on the shelf, then place it from there',
  'nothing-to-place': 'it holds neither certificates nor keys',
  'already-there': 'the same certificate stands there already',
  'not-a-ca': 'only CA certificates go there, and its first certificate is none',
  'is-a-ca':
    'a certificate of its own and the key go there, and the first certificate in the file is a CA',
  'issued-nothing-there':
    'it issued none of the certificates there, so it is no part of their chain',
  'place-is-taken': 'another file of the same drop has the place now',
  'key-without-certificate':
    'the certificate of this key stands neither there nor on the shelf. Drop both together',
  'certificate-without-key':
    'that Secret is missing, and is written only with certificate and key. Drop both together',
  'takes-none': 'it takes no certificates or keys as the manifests are now',
  'not-writable': 'the field cannot be written',
  'changed-meanwhile': 'the manifests changed while the files were read',
};

/** Why files that were dropped on an object do not stand in it, and where they are. */
export function notPlacedText(left: DroppedOnto['left'], target: string): string {
  const sentences = left.map(
    ({ path, why }) => `${path} was not placed in ${target}: ${because[why]}.`,
  );
  const where = left.length === 1 ? 'It is on the shelf.' : 'They are on the shelf.';
  return [...sentences, where].join(' ');
}
