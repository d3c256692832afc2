/**
 * Labels of visible characters, none empty, no dot at the end; the empty name is one. A constraint may begin with a
 * dot.
 *
 * @see Go 1.26 crypto/x509 `domainNameValid`
 */
export function isValidDomain(name: string, isConstraint: boolean): boolean {
  if (name === '') return true;
  const labels = (isConstraint ? name.replace(/^\./, '') : name).split('.');
  return labels.every((label) => /^[!-~]+$/.test(label));
}
