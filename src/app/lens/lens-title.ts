import type { ImplementationVerdict } from '../../core/analysis/types.ts';
import { count } from '../../views/index.ts';

/** What a tab of the verdict strip stands for: Gateways of these files, or the files as if it ran them. */
export function lensTitle({ name, gateways }: ImplementationVerdict): string {
  return gateways.length === 0
    ? `The same files, simulated on ${name}`
    : `${name} runs ${count(gateways.length, 'Gateway')} of these files`;
}
