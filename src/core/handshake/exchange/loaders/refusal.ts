import type { LoadFailure } from '../../../verify/loading/index.ts';
import type { Refusal } from '../sides.ts';
import type { BlockPair, Loaded } from './types.ts';

/** A refusal of a process that gives up at start. */
export function refused(
  failure: LoadFailure,
  more: Partial<Omit<Refusal, 'failure'>> = {},
): Extract<Loaded<never>, { state: 'refused' }> {
  return { state: 'refused', failure, isQuoted: true, log: null, stops: 'yes', ...more };
}

/** A refusal in our words, where what the program says is not known. */
export function refusedInOurWords(failure: LoadFailure): Loaded<never> {
  return refused({ ...failure, text: troubleOf(failure) }, { isQuoted: false });
}

/** What is wrong with a file, in no program's words. */
export function troubleOf({ reason, path }: LoadFailure): string {
  switch (reason) {
    case 'no-certificate':
      return `no PEM certificate stands in ${path}`;
    case 'damaged-block':
      return `a PEM block in ${path} is damaged`;
    case 'not-a-certificate':
      return `a PEM block in ${path} holds no certificate`;
    case 'no-private-key':
      return `no private key in PEM stands in ${path}`;
    case 'private-key-encrypted':
      return `the private key in ${path} is encrypted`;
    case 'key-values-mismatch':
      return `the private key in ${path} is not that of the certificate`;
    case 'ee-key-too-small':
    case 'ca-key-too-small':
      return `a key in ${path} is small`;
    case 'ca-md-too-weak':
      return `a signature in ${path} has a weak digest`;
    case 'no-client-ca':
      return `no client CA stands in ${path}`;
    default:
      return reason satisfies never;
  }
}

/** The key is of another type than the certificate: a failure that some programs find at start and others do not. */
export function otherType({ certificate, key }: BlockPair, text?: string): LoadFailure {
  const { path } = key ?? certificate;
  const failure = { reason: 'key-values-mismatch', path, text: '' } as const;
  return { ...failure, text: text ?? troubleOf(failure) };
}

/** What is wrong, and what is not known of it. */
export function unclear(failure: LoadFailure, what: string): Loaded<never> {
  const trouble = troubleOf(failure);
  const sentence = trouble.charAt(0).toUpperCase() + trouble.slice(1);
  return { state: 'unclear', why: `${sentence}. It is not known ${what}.` };
}
