import type { Certificate, DistinguishedName } from '../../pki/types.ts';
import type { IssuerCandidate, IssuerRejection } from '../../verify/types.ts';
import { keyIdText, shortName } from '../text/certificate-names.ts';
import { joined } from '../../words/index.ts';

type Pair = Pick<IssuerCandidate, 'candidate' | 'of'>;

const REASONS: Readonly<Record<IssuerRejection, string>> = {
  'subject-differs': 'subject differs from the issuer name',
  'key-id-differs': 'key ID differs',
  'serial-differs': 'serial number differs from the one the certificate names',
  'invalid-extension': 'an extension cannot be read',
  'key-undecodable': 'its public key cannot be read',
  'algorithm-differs': 'its key is of another type than the signature',
  'key-usage': 'its key usage does not include certificate signing',
  'not-preferred': 'another certificate of the same name was preferred',
  'not-identical': 'same name, but it is another certificate',
  'signature-invalid': 'its key does not verify the signature',
  'signature-unsupported': 'its signature could not be checked here',
  'not-trusted-here': 'nothing that is trusted vouches for it',
  'depth-exceeded': 'the path is longer than the verify depth allows',
  unreadable: 'the library cannot read it',
  'already-in-path': 'it stands in the path already',
  'not-a-ca': 'it is not a CA certificate',
  'path-length-exceeded': 'its path length constraint is exceeded',
  'not-valid-now': 'it is not valid at this time',
  'purpose-differs': 'its extended key usage does not allow this purpose',
  'name-not-permitted': 'its name constraints do not permit a name below it',
  'critical-extension': 'it has a critical extension that the library does not know',
  'algorithm-refused': 'the library does not accept this signature algorithm or key',
  'no-way-on': 'no path leads on from it to a trusted certificate',
  'search-limit': 'the search had reached its limit',
};

/** Why a certificate was not taken as an issuer, with both sides of the comparison where there are two. */
export function rejectionText(reason: IssuerRejection, pair: Pair): string {
  const sides = comparedSides(reason, pair);
  return sides === null ? REASONS[reason] : `${REASONS[reason]} (${sides})`;
}

function comparedSides(reason: IssuerRejection, { candidate, of }: Pair): string | null {
  const { extensions, publicKey } = candidate;
  switch (reason) {
    case 'subject-differs':
      return differingNames(candidate.subject, of.issuer);
    case 'key-id-differs':
      return differing(shortKeyId(extensions.subjectKeyId), wantedKeyId(of));
    case 'serial-differs':
      return differing(candidate.serial, of.extensions.authorityKeyId?.serial);
    case 'algorithm-differs':
      return differing(publicKey.text, of.signatureText);
    case 'key-usage':
      return joined(extensions.keyUsage ?? []) || null;
    case 'path-length-exceeded':
      return lengthText(extensions.basicConstraints?.pathLength);
    default:
      return null;
  }
}

function wantedKeyId({ extensions }: Certificate): string | undefined {
  return shortKeyId(extensions.authorityKeyId?.keyId);
}

function differing(found: string | undefined, wanted: string | undefined): string | null {
  return found === undefined || wanted === undefined ? null : `${found}, not ${wanted}`;
}

/** The short names where they differ, the whole ones else; of names that read alike the encoding differs. */
function differingNames(found: DistinguishedName, wanted: DistinguishedName): string {
  const [short, other] = [shortName(found), shortName(wanted)];
  if (short !== other) return `${short}, not ${other}`;
  return found.text === wanted.text
    ? `both are ${found.text}, in different encodings`
    : `${found.text}, not ${wanted.text}`;
}

/** The first octets are enough to tell two apart. */
function shortKeyId(hex: string | undefined): string | undefined {
  const text = keyIdText(hex);
  return text !== undefined && text.length > 11 ? `${text.slice(0, 11)}…` : text;
}

function lengthText(pathLength: number | undefined): string | null {
  return pathLength === undefined ? null : `pathLenConstraint ${String(pathLength)}`;
}
