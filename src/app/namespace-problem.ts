/**
 * What keeps a text from being a namespace name, or null. RFC 1123 label, as the API server checks it:
 * lower case letters, digits and `-`, 63 at most, a letter or digit at both ends.
 */
export function namespaceProblem(name: string): string | null {
  if (name === '') return 'A namespace has a name.';
  if (name.length > 63) return 'A namespace has 63 characters at most.';
  if (!/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name)) {
    return 'Only lower case letters, digits and "-", with a letter or digit at both ends.';
  }
  return null;
}
