import { implementationNames } from '../../../views/index.ts';
import type { SetupChoices } from '../../../core/authoring/index.ts';

/** What the history entry of a setup is called. */
export function setupLabel({ backend, gateway }: SetupChoices): string {
  return `New setup: ${backend.name} on ${implementationNames[gateway.implementation]}`;
}
