import type { Finding } from '../../model/index.ts';
import type { HandshakeFindingCode } from '../findings.ts';
import type { StepContext } from '../steps/draft.ts';
import { anchorFindings } from './anchor-findings.ts';
import { certificateFindings } from './certificate-findings.ts';
import { chainFindings } from './chain-findings.ts';
import { connectionFindings } from './connection-findings.ts';
import { fileFindings } from './file-findings.ts';
import { nameFindings } from './name-findings.ts';
import { sidesOf } from './side.ts';

/**
 * Everything that one handshake shows to be wrong, whether or not it decides: what nginx would not log because it
 * leaves before is said too. Findings carry the step, both sides of the comparison, the object to blame and, in
 * `params`, the fingerprints that a repair needs.
 */
export function handshakeFindings(context: StepContext): readonly Finding<HandshakeFindingCode>[] {
  const sides = sidesOf(context);
  return [
    ...fileFindings(context),
    ...connectionFindings(context),
    ...sides.flatMap((side) => [
      ...chainFindings(context, side),
      ...anchorFindings(context, side),
      ...certificateFindings(context, side),
      ...nameFindings(context, side),
    ]),
  ];
}
