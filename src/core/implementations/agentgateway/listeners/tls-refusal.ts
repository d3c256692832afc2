/** Why the TLS of a listener does not work. */
export interface TlsRefusal {
  readonly reason: string;
  readonly message: string;
  /** It is about the CAs for clients, not about the listener's certificate. */
  readonly authority?: boolean;
}
