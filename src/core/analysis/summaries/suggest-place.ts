import { publicKeyMatches, type BlobContents, type Certificate } from '../../pki/index.ts';
import type { Inventory } from '../inventory/take-inventory.ts';

/** One sentence about a dropped file: what it is, and what of the workspace it belongs to, `requests` of the shelf included. */
export function suggestPlace(
  contents: BlobContents,
  inventory: Inventory,
  issuers: ReadonlyMap<string, readonly string[]>,
  requests: BlobContents['requests'],
): string {
  switch (contents.content) {
    case 'locked':
      return 'Locked with a password.';
    case 'certificate-request':
      return `Certificate request for ${contents.requests[0]?.subject ?? 'an unnamed subject'}.`;
    case 'crl':
      return `Revocation list of ${contents.crls[0]?.issuer ?? 'an unnamed issuer'}.`;
    case 'private-key':
      return keySentence(contents, inventory, requests);
    case 'certificates':
    case 'certificates-and-key':
      return certificateSentence(contents, inventory, issuers);
    case 'not-understood':
      return 'Neither a manifest nor certificates or keys were found in it.';
    default:
      return contents.content satisfies never;
  }
}

function keySentence(
  contents: BlobContents,
  inventory: Inventory,
  requests: BlobContents['requests'],
): string {
  const reading = contents.keys[0];
  if (reading?.state !== 'plain') return 'A private key that could not be read.';
  const { key } = reading;
  const partner = [...inventory.certificates.values()].find(
    ({ certificate }) => publicKeyMatches(certificate.publicKey, key) === true,
  );
  if (partner !== undefined) return `Private key of ${titleOf(partner.certificate)}.`;
  const request = requests.find(({ publicKey }) => publicKeyMatches(publicKey, key) === true);
  return request === undefined
    ? `Private key, ${key.text}. No certificate here belongs to it.`
    : `Private key of the certificate request for ${request.subject}.`;
}

function certificateSentence(
  contents: BlobContents,
  inventory: Inventory,
  issuers: ReadonlyMap<string, readonly string[]>,
): string {
  const [first] = contents.certificates;
  if (first === undefined) return 'No certificate in it could be read.';
  if (first.extensions.basicConstraints?.ca !== true) {
    const withKey = contents.content === 'certificates-and-key' ? ' with its key' : '';
    return `${kindOf(first)} of ${titleOf(first)}${withKey}, issued by ${issuerTitle(first)}.`;
  }
  const issued = [...inventory.certificates.values()].find(
    ({ certificate }) => issuers.get(certificate.fingerprint)?.includes(first.fingerprint) === true,
  );
  const place = issued?.places[0]?.label;
  return place === undefined
    ? `CA ${titleOf(first)}. It issued no certificate here.`
    : `CA. Signed ${titleOf(issued?.certificate ?? first)} in ${place}.`;
}

/** What its extended key usage says that it is for, when that is one thing alone. */
function kindOf({ extensions }: Certificate): string {
  return extensions.extendedKeyUsage?.join() === '1.3.6.1.5.5.7.3.2'
    ? 'Client certificate'
    : 'Certificate';
}

/** The most specific name a person would call the subject by. */
function titleOf({ subject }: Certificate): string {
  return nameTitle(subject.attributes) ?? subject.text;
}

function issuerTitle({ issuer }: Certificate): string {
  return nameTitle(issuer.attributes) ?? issuer.text;
}

function nameTitle(attributes: Certificate['subject']['attributes']): string | undefined {
  return (
    attributes.find(({ short }) => short === 'CN')?.value ??
    attributes.find(({ short }) => short === 'O')?.value
  );
}
