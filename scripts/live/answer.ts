/** One end-to-end answer: what the client gets and what both ends log. */
export interface Answer {
  readonly status: number | null;
  readonly gateway: string | null;
  readonly backend: string | null;
}
