import type { FieldPath } from '../../model/index.ts';
import type { TlsParameters } from '../parameters/types.ts';
import type { Place } from '../types.ts';

/** TLS settings in a kind of the implementation's own, told in the terms that all of them share. */
export interface OwnTls {
  /** Key of the object that they stand in, and the block in it. */
  readonly owner: string;
  readonly path: FieldPath;
  /** Keys of the backends that they hold for. */
  readonly targets: readonly string[];
  readonly name: AskedName;
  /** Names of which the certificate has to carry one; none: `checksName` says whether the SNI counts. */
  readonly altNames: readonly string[];
  /** Any name would be taken. */
  readonly checksName: boolean;
  readonly authority: Authority;
  /** Secret with the client certificate, in the namespace of the owner. */
  readonly client: { readonly name: string; readonly at: Place } | null;
  readonly parameters: TlsParameters;
  /** Fields about TLS that no other implementation has. */
  readonly others: readonly Place[];
  /** A BackendTLSPolicy of the same backend goes before them, or they before it. */
  readonly besidePolicy: 'policy-wins' | 'own-wins';
}

/** The name that the gateway asks for. */
export type AskedName =
  | { readonly kind: 'written'; readonly value: string }
  /** The host that is called: that of the backend. */
  | { readonly kind: 'host' }
  /** The host of each request. */
  | { readonly kind: 'request' }
  | { readonly kind: 'none' };

/** What the certificate of the backend has to lead to. */
export type Authority =
  | { readonly kind: 'refs'; readonly refs: readonly AuthorityRef[] }
  | { readonly kind: 'system' }
  /** A file of the proxy. */
  | { readonly kind: 'file'; readonly path: string }
  /** Nothing is checked. */
  | { readonly kind: 'unchecked' };

export interface AuthorityRef {
  readonly kind: string;
  readonly name: string;
}
