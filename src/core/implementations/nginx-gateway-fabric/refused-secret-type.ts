/**
 * The Secret type that a condition names as unsupported, or null when it is about something else.
 *
 * @see NGF state/resolver/secrets.go
 */
export function refusedSecretType(message: string): string | null {
  return /unsupported secret type "([^"]*)"$/.exec(message)?.[1] ?? null;
}
