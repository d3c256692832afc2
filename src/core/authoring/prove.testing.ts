import { createAnalyzer, type AnalyzeOptions, type Answer } from '../analysis/index.ts';
import type { Workspace } from '../model/index.ts';
import { testCrypto } from '../pki/issuing/chain.testing.ts';
import { emptyWorkspace } from '../workspace/index.ts';
import { generateSetup } from './generate-setup.ts';
import { issueMaterial } from './issue-material.ts';
import type { CertificateChoice, SetupChoices, SetupMaterial } from './types.ts';

export const NOW = Date.UTC(2026, 10, 20, 12);
const analyze = createAnalyzer();
const issued = new Map<string, Promise<SetupMaterial>>();

/**
 * Material for a combination, issued once for all that need the same: always for both sides, of which one-way TLS
 * takes one. Dropped files have EC P-256 keys.
 */
export function materialFor(choices: SetupChoices): Promise<SetupMaterial> {
  const { authority, hosts } = choices;
  const certificates: CertificateChoice =
    choices.certificates.kind === 'issued'
      ? choices.certificates
      : { kind: 'issued', keyAlgorithm: 'EC P-256' };
  const key = JSON.stringify([certificates, authority === 'cert-manager', hosts.verified]);
  const known = issued.get(key);
  if (known !== undefined) return known;
  const both: SetupChoices = { ...choices, mode: 'mutual', certificates };
  const made = issueMaterial(both, { now: NOW, crypto: testCrypto });
  issued.set(key, made);
  return made;
}

/** The workspace that a setup opens as, with what cert-manager will write. */
export function workspaceOf(choices: SetupChoices, material: SetupMaterial): Workspace {
  const setup = generateSetup(choices, material);
  const empty = emptyWorkspace('New setup');
  return {
    ...empty,
    files: [...setup.files, ...setup.standIns].map((file) => ({ id: file.path, ...file })),
    blobs: setup.blobs,
    assignments: setup.assignments,
    options: { ...empty.options, versions: setup.options.versions },
  };
}

/** Ends an analysis when the answer is there: the comparison with other gateways is not asked for. */
class Answered extends Error {}

/** What the app makes of a combination. The dropped certificate counts as one of a public CA. */
export async function answerOf(choices: SetupChoices): Promise<Answer> {
  const material = await materialFor(choices);
  return answerFor(workspaceOf(choices, material), material);
}

/** What the app makes of a workspace; the CA of the material counts as one of the system. */
export async function answerFor(workspace: Workspace, material: SetupMaterial): Promise<Answer> {
  let answer: Answer | undefined;
  const options: AnalyzeOptions = {
    now: NOW,
    crypto: testCrypto,
    systemRoots: () => Promise.resolve(material.serverCa?.text ?? ''),
    onAnswer: (given) => (answer = given),
    checkpoint: () =>
      answer === undefined ? Promise.resolve() : Promise.reject(new Answered('enough')),
  };
  try {
    return await analyze(workspace, options);
  } catch (error) {
    if (answer !== undefined && error instanceof Answered) return answer;
    throw error;
  }
}

/** Why a combination does not pass; empty when all steps do and nothing loud is found but what was announced. */
export async function complaints(
  choices: SetupChoices,
  announced: readonly string[],
): Promise<readonly string[]> {
  const { handshakes, findings } = await answerOf(choices);
  const { implementation, version } = choices.gateway;
  const expected = `${implementation} ${version}: All ${choices.mode === 'mutual' ? '11' : '8'} steps pass, 200`;
  const played = handshakes.map(
    ({ implementation: own, version: release, outcome }) =>
      `${String(own)} ${release}: ${outcome.headline}, ${String(outcome.client.status)}`,
  );
  return [
    ...(played.length === 1 && played[0] === expected ? [] : [`played: ${played.join('; ')}`]),
    ...findings
      .filter(({ severity, code }) => severity !== 'note' && !announced.includes(code))
      .map(({ severity, code, detail }) => `${severity} ${code}: ${detail}`),
  ];
}
