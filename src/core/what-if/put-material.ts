import type { ConnectionEnds } from '../analysis/index.ts';
import type { IssuedCertificate, Material } from '../pki/index.ts';
import { certificatesIn, serverOf, trustOf } from './connection-sides.ts';
import type { Draft } from './draft.ts';

/** Puts a CA beside those that the gateway trusts; the first text of the bundle takes it. */
export function trustAlso(draft: Draft, ends: ConnectionEnds, caPem: string): void {
  const [first] = trustOf(ends);
  if (first !== undefined) draft.write(first, beside(first.pem, caPem));
}

/** A bundle with one more certificate at its end; what is no bundle of certificates is replaced. */
export function beside(bundle: string, caPem: string): string {
  if (certificatesIn(bundle).length === 0) return caPem;
  return `${bundle.replace(/\s*$/, '')}\n${caPem}`;
}

/** What the backend presents, and the key it proves it with: where they stand, else said of the backend. */
export function putServer(draft: Draft, ends: ConnectionEnds, issued: IssuedPair): void {
  writePair(draft, serverOf(ends) ?? {}, issued, true);
}

type IssuedPair = Pick<IssuedCertificate, 'certificatePem' | 'keyPem'>;

/** A certificate and its key in place of another pair. `assigns`: what has no place of its own is said of the backend. */
export function writePair(
  draft: Draft,
  { chain, key }: { readonly chain?: Material | undefined; readonly key?: Material | undefined },
  { certificatePem, keyPem }: IssuedPair,
  assigns: boolean,
): void {
  if (chain !== undefined && key !== undefined && samePlace(chain, key)) {
    if (draft.write(chain, `${certificatePem}${keyPem}`)) return;
  }
  const put = (part: 'chain' | 'key', place: Material | undefined, pem: string): void => {
    const written = place !== undefined && draft.write(place, pem);
    if (!written && assigns) draft.assign(part, pem);
  };
  put('chain', chain, certificatePem);
  put('key', key, keyPem);
}

/** What the backend trusts for the certificate of the gateway. */
export function putClientCa(draft: Draft, ends: ConnectionEnds, caPem: string): void {
  const clientCa = serverOf(ends)?.clientCa;
  if (clientCa === undefined || !draft.write(clientCa, caPem)) draft.assign('clientCa', caPem);
}

function samePlace(a: Material, b: Material): boolean {
  return JSON.stringify(a.source) === JSON.stringify(b.source);
}
