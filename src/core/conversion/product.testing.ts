import { choiceProblems, type SetupChoices, type SetupMaterial } from '../authoring/index.ts';
import { combination, kindCount, variantCount } from '../authoring/product.testing.ts';
import { answerFor, materialFor, workspaceOf } from '../authoring/prove.testing.ts';
import { implementationInfo } from '../implementations/index.ts';
import { IMPLEMENTATION_IDS, type ImplementationId, type Workspace } from '../model/index.ts';
import { convertSetup } from './convert-setup.ts';
import type { Conversion } from './types.ts';

/** A setup as the wizard makes it, with what it was made from. */
export interface Sample {
  readonly choices: SetupChoices;
  readonly material: SetupMaterial;
  readonly workspace: Workspace;
}

/** All pairs, each way. */
export const pairs: readonly (readonly [ImplementationId, ImplementationId])[] =
  IMPLEMENTATION_IDS.flatMap((from) =>
    IMPLEMENTATION_IDS.filter((to) => to !== from).map((to) => [from, to] as const),
  );

/**
 * Choices of an implementation that nothing blocks, spread over its kinds of setup.
 *
 * @param stride takes every so manieth kind
 */
export function openChoices(
  implementation: ImplementationId,
  stride: number,
  seed = 0,
): readonly SetupChoices[] {
  const kinds = Array.from({ length: kindCount }, (_, kind) => kind);
  const open = kinds.flatMap((kind) => {
    if (combination(kind, 0).gateway.implementation !== implementation) return [];
    for (let step = 0; step < variantCount; step += 1) {
      const choices = combination(kind, (kind * 113 + seed + step * 113) % variantCount);
      if (choiceProblems(choices).every(({ severity }) => severity !== 'blocking'))
        return [choices];
    }
    return [];
  });
  return open.filter((_, index) => index % stride === seed % stride);
}

/** The workspace of choices, with its certificates. */
export async function sampleOf(choices: SetupChoices): Promise<Sample> {
  const material = await materialFor(choices);
  return { choices, material, workspace: workspaceOf(choices, material) };
}

/** Converts to the newest release, or to another one. */
export function convertTo(
  from: ImplementationId,
  to: ImplementationId,
  workspace: Workspace,
  version = implementationInfo[to].defaultVersion,
): Conversion {
  return convertSetup(workspace, { from, to, version, removeIdle: false });
}

/** What the app says of each connection: gateway, headline, answer. */
export async function verdicts(
  workspace: Workspace,
  material: SetupMaterial,
): Promise<readonly string[]> {
  const { handshakes } = await answerFor(workspace, material);
  return handshakes.map(
    ({ implementation, outcome }) =>
      `${String(implementation)}: ${outcome.headline}, ${String(outcome.client.status)}`,
  );
}
