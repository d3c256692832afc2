import type { GoRequest } from '../types.ts';
import { GoError } from './go-error.ts';

export const incompatibleUsage = new GoError(
  'IncompatibleUsage',
  'x509: certificate specifies an incompatible key usage',
);

export const invalidPolicies = new GoError('NoValidChains', noValidChains('invalid policies'));

/**
 * The one error when every chain to a root was given up, each for an error of its own: since Go 1.26 a name that is
 * not allowed comes first; chains with bad policies are counted, those that do not allow the usage only beside them.
 *
 * @see Go 1.24 and 1.26 src/crypto/x509/verify.go `Certificate.Verify`
 */
export function whyNoChain(
  errors: readonly GoError[],
  release: NonNullable<GoRequest['release']>,
): GoError {
  const constrained = errors.find(({ name }) => name === 'CANotAuthorizedForThisName');
  if (constrained) return constrained;
  const unusable = errors.filter((error) => error === incompatibleUsage).length;
  const unsound = errors.filter((error) => error === invalidPolicies).length;
  if (unsound === 0) return incompatibleUsage;
  if (release === '1.24' && unusable === 0)
    return new GoError(
      'NoValidChains',
      noValidChains('all candidate chains have invalid policies'),
    );
  const chains = release === '1.24' ? 'chains' : 'candidate chains';
  const details = [
    ...(unusable > 0 ? [`${String(unusable)} ${chains} with incompatible key usage`] : []),
    `${String(unsound)} ${chains} with invalid policies`,
  ];
  return new GoError('NoValidChains', noValidChains(details.join(', ')));
}

function noValidChains(detail: string): string {
  return `x509: no valid chains built: ${detail}`;
}
