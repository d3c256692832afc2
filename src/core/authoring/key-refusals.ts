import { IMPLEMENTATION_IDS, type ImplementationId } from '../model/index.ts';
import type { KeyAlgorithm } from '../pki/index.ts';
import { defaultChoices } from './default-choices.ts';
import { keyRefusal } from './problems/key-problems.ts';

/** A gateway that does not take a kind of key, in its newest release. */
export interface KeyRefusal {
  readonly implementation: ImplementationId;
  readonly fact: string;
  readonly source: string;
}

/** The warning beside a kind of key: which supported gateways do not take it; empty when all do. */
export function keyRefusals(algorithm: KeyAlgorithm): readonly KeyRefusal[] {
  return IMPLEMENTATION_IDS.flatMap((implementation) => {
    const refusal = keyRefusal(defaultChoices(implementation), algorithm);
    return refusal === null ? [] : [{ implementation, ...refusal }];
  });
}
