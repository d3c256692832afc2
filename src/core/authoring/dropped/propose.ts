import type { Certificate } from '../../pki/index.ts';
import { checkHost } from '../../verify/index.ts';
import type { SetupChoices } from '../types.ts';
import { authoritiesOf, leafOf, matchingKey, namesIssuer } from './material-parts.ts';
import type { DroppedMaterial, MaterialRole } from './types.ts';

const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';

/** What has been placed so far: a proposal for one role looks at the others. */
export type Placed = Readonly<Partial<Record<MaterialRole, DroppedMaterial>>>;

type Propose = (
  files: readonly DroppedMaterial[],
  choices: SetupChoices,
  placed: Placed,
) => DroppedMaterial | undefined;

/** The file that most likely is meant for a role, in an order in which each may look at those before. */
export const proposals: Readonly<Record<MaterialRole, Propose>> = {
  'server-chain': (files, choices) =>
    files
      .filter((file) => leafOf(file) !== null)
      .map((file) => ({ file, score: serverScore(leafOf(file), choices) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)[0]?.file,
  'server-key': (files, _, placed) => keyFile(files, placed['server-chain']),
  'server-ca': (files, _, placed) => issuerFile(files, placed['server-chain']),
  'client-chain': (files, choices, placed) =>
    files
      .filter((file) => file !== placed['server-chain'] && isClientLeaf(leafOf(file)))
      .sort((a, b) => serverScore(leafOf(a), choices) - serverScore(leafOf(b), choices))[0],
  'client-key': (files, _, placed) => keyFile(files, placed['client-chain']),
  'client-ca': (files, _, placed) => issuerFile(files, placed['client-chain']),
};

/** A verified name counts most; without any, only a certificate made for servers is proposed. */
function serverScore(leaf: Certificate | null, { hosts }: SetupChoices): number {
  if (leaf === null) return 0;
  const usages = leaf.extensions.extendedKeyUsage;
  if (usages !== undefined && !usages.includes(SERVER_AUTH)) return 0;
  const named = hosts.verified.some((name) => carries(leaf, name));
  return (named ? 4 : 0) + (usages === undefined ? 0 : 1);
}

/** Whether the certificate stands for a DNS name or URI. */
export function carries(leaf: Certificate, name: string): boolean {
  if (!name.includes('://')) return checkHost(leaf, name).matches;
  const names = leaf.extensions.subjectAltNames ?? [];
  return names.some(({ kind, value }) => kind === 'uri' && value === name);
}

/** RFC 5280 §4.2.1.12: without the extension any use is allowed. */
export function isClientLeaf(leaf: Certificate | null): boolean {
  const usages = leaf?.extensions.extendedKeyUsage;
  return leaf !== null && (usages?.includes(CLIENT_AUTH) ?? true);
}

/** The file of the certificate itself first. */
function keyFile(
  files: readonly DroppedMaterial[],
  chain: DroppedMaterial | undefined,
): DroppedMaterial | undefined {
  const leaf = chain === undefined ? null : leafOf(chain);
  if (chain === undefined || leaf === null) return undefined;
  return [chain, ...files].find((file) => matchingKey(file, leaf) !== null);
}

/** A file of CAs alone first: the chain's own file may carry the issuer too. */
function issuerFile(
  files: readonly DroppedMaterial[],
  chain: DroppedMaterial | undefined,
): DroppedMaterial | undefined {
  if (chain === undefined) return undefined;
  const { certificates } = chain.contents;
  const holders = files.filter((file) => namesIssuer(file, certificates));
  const alone = holders.find(
    (file) => authoritiesOf(file).length === file.contents.certificates.length,
  );
  return alone ?? holders[0];
}
