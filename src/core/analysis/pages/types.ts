/** What a finding means in general, apart from the instance at hand: the page of its code. Plain text, full sentences. */
export interface FindingPage {
  /** What is wrong, without names of this workspace. */
  readonly title: string;
  /** What the check looks at, and what it means when it speaks. */
  readonly what: string;
  /** What the client, the gateway or the person at kubectl sees because of it. */
  readonly why: string;
  /** What to do: verb, thing, place. */
  readonly fix: string;
}
