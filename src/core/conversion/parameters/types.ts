import type { Place } from '../types.ts';

/** A value as it is written, and where. */
export interface Written<T> {
  readonly value: T;
  readonly at: Place;
}

/** TLS parameters that are written down, in terms that all implementations share; what is absent is left to a default. */
export interface TlsParameters {
  /** `1.2` */
  readonly min?: Written<string>;
  readonly max?: Written<string>;
  readonly ciphers?: Written<readonly string[]>;
  readonly groups?: Written<readonly string[]>;
  readonly schemes?: Written<readonly string[]>;
  /** Empty: ALPN is off. */
  readonly alpn?: Written<readonly string[]>;
}

/** What an implementation calls each of them; null where it has no field. */
export type ParameterNames = Readonly<Record<keyof TlsParameters, string | null>>;

/** The parameters of the connections to one backend. */
export interface Tuning {
  /** Key of the backend. */
  readonly backend: string;
  /** By key of the Gateway through which it is reached. */
  readonly byGateway: ReadonlyMap<string, TlsParameters>;
}
