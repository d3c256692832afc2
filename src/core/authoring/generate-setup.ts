import { clientSeat } from './client-seat.ts';
import { writeManifest, type Manifest } from './manifest.ts';
import { backendManifests } from './manifests/backend-manifests.ts';
import { certManagerManifests } from './manifests/cert-manager-manifests.ts';
import { gatewayManifests } from './manifests/gateway-manifests.ts';
import { identityManifests, namespaceManifests } from './manifests/identity-manifests.ts';
import { policyManifest } from './manifests/policy-manifest.ts';
import { grantManifests, routeManifests } from './manifests/route-manifests.ts';
import { setupAssignments } from './setup-assignments.ts';
import { madeAssignments } from './made-assignments.ts';
import type { GeneratedSetup, SetupChoices, SetupFile, SetupMaterial } from './types.ts';
import { documents } from './yaml-text.ts';

type Draft = readonly [path: string, manifests: readonly Manifest[]];

/**
 * Writes the manifests of a setup. Choices with a blocking problem ({@link choiceProblems}) give manifests that do
 * not work; absent material leaves its objects out.
 *
 * Files with private keys hold nothing else, so that they can stay out of a repository.
 */
export function generateSetup(choices: SetupChoices, material: SetupMaterial): GeneratedSetup {
  const certManager = choices.authority === 'cert-manager';
  const held = identityManifests(choices, material);
  const drafts: readonly Draft[] = certManager
    ? [['certificates.yaml', certManagerManifests(choices)], ...traffic(choices, [])]
    : [...identityFiles(choices, held.gateway, held.backend), ...traffic(choices, held.authority)];
  const all: readonly Draft[] = [['namespaces.yaml', namespaceManifests(choices)], ...drafts];
  const made = [...held.gateway, ...held.backend, ...held.authority];
  const said = setupAssignments(choices, material);
  const stands = madeAssignments(choices, material, certManager ? made : []);
  return {
    files: written(choices.layout === 'one-file' ? joined(all) : all),
    standIns: certManager ? written([['written-by-cert-manager.yaml', made]]) : [],
    assignments: [...said.assignments, ...stands.assignments],
    blobs: [...said.blobs, ...stands.blobs],
    options: { versions: { [choices.gateway.implementation]: choices.gateway.version } },
  };
}

function identityFiles(
  choices: SetupChoices,
  gateway: readonly Manifest[],
  backend: readonly Manifest[],
): readonly Draft[] {
  const { name } = choices.backend;
  const keys = backend.filter(({ kind }) => kind === 'Secret');
  const trust = backend.filter(({ kind }) => kind !== 'Secret');
  return [
    [`${choices.gatewayName}-identity.yaml`, clientSeat(choices) === null ? [] : gateway],
    [`${name}-identity.yaml`, keys],
    [`${name}-clients.yaml`, trust],
  ];
}

function traffic(choices: SetupChoices, authority: readonly Manifest[]): readonly Draft[] {
  const { name } = choices.backend;
  return [
    [`${choices.gatewayName}.yaml`, gatewayManifests(choices)],
    [`${name}.yaml`, backendManifests(choices)],
    [`${name}-tls.yaml`, [...authority, policyManifest(choices)]],
    [`${name}-route.yaml`, [...grantManifests(choices), ...routeManifests(choices)]],
  ];
}

function joined(drafts: readonly Draft[]): readonly Draft[] {
  return [['setup.yaml', drafts.flatMap(([, manifests]) => manifests)]];
}

function written(drafts: readonly Draft[]): readonly SetupFile[] {
  return drafts
    .filter(([, manifests]) => manifests.length > 0)
    .map(([path, manifests]) => ({ path, text: documents(...manifests.map(writeManifest)) }));
}
