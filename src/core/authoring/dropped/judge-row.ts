import type { SetupChoices } from '../types.ts';
import { authoritiesOf, keysOf, leafOf, matchingKey, namesIssuer } from './material-parts.ts';
import { carries, isClientLeaf, type Placed } from './propose.ts';
import type { DroppedMaterial, MaterialRole, MaterialRow } from './types.ts';

type Judged = Pick<MaterialRow, 'state' | 'says'>;
type Judge = (file: DroppedMaterial, placed: Placed, choices: SetupChoices) => Judged;

/** What a file in a role comes to, in one sentence. */
export const judges: Readonly<Record<MaterialRole, Judge>> = {
  'server-chain': (file, _, { hosts }) => {
    const leaf = leafOf(file);
    if (leaf === null) return wrong('It holds no certificate but those of CAs.');
    const missing = hosts.verified.filter((name) => !carries(leaf, name));
    return missing.length === hosts.verified.length && missing[0] !== undefined
      ? doubtful(`${leaf.subject.text} does not carry ${missing[0]}, which the gateway verifies.`)
      : fits(`${leaf.subject.text}, issued by ${leaf.issuer.text}.`);
  },
  'server-key': (file, placed) => judgeKey(file, placed['server-chain']),
  'server-ca': (file, placed) => judgeCa(file, placed['server-chain']),
  'client-chain': (file) => {
    const leaf = leafOf(file);
    if (leaf === null) return wrong('It holds no certificate but those of CAs.');
    return isClientLeaf(leaf)
      ? fits(`${leaf.subject.text}, issued by ${leaf.issuer.text}.`)
      : doubtful(`${leaf.subject.text} is not made for TLS clients (no clientAuth).`);
  },
  'client-key': (file, placed) => judgeKey(file, placed['client-chain']),
  'client-ca': (file, placed) => judgeCa(file, placed['client-chain']),
};

const fits = (says: string): Judged => ({ state: 'fits', says });
const doubtful = (says: string): Judged => ({ state: 'doubtful', says });
const wrong = (says: string): Judged => ({ state: 'wrong', says });

function judgeKey(file: DroppedMaterial, chain: DroppedMaterial | undefined): Judged {
  const leaf = chain === undefined ? null : leafOf(chain);
  if (leaf === null) return wrong('There is no certificate yet that it could belong to.');
  const key = matchingKey(file, leaf);
  if (key !== null) return fits(`${key.text}. Key matches the certificate.`);
  return keysOf(file).length === 0
    ? wrong('It holds no private key that is not encrypted.')
    : wrong(`Its key does not belong to ${leaf.subject.text}.`);
}

function judgeCa(file: DroppedMaterial, chain: DroppedMaterial | undefined): Judged {
  const [first] = authoritiesOf(file);
  if (first === undefined) return wrong('It holds no CA certificate.');
  if (chain === undefined) return fits(`${first.subject.text}.`);
  return namesIssuer(file, chain.contents.certificates)
    ? fits(`${first.subject.text}. Issued ${chain.path}.`)
    : doubtful(`${first.subject.text} did not issue ${chain.path}.`);
}

/** What an empty row says. */
export const missingWords: Readonly<Record<MaterialRole, string>> = {
  'server-chain': 'Choose a file with the certificate that the backend presents.',
  'server-key': 'Choose the file with the private key of that certificate.',
  'server-ca': 'Choose the file with the CA that issued the certificate of the backend.',
  'client-chain': 'Choose a file with the certificate that the gateway presents.',
  'client-key': 'Choose the file with the private key of that certificate.',
  'client-ca': 'Choose the file with the CA that issued the certificate of the gateway.',
};
