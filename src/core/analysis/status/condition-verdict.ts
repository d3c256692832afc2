import type { Verdict } from '../../topology/types.ts';
import type { RealCondition } from './types.ts';

/** Types that are good news when they are False, with how bad they are when True. */
const BAD_WHEN_TRUE: Readonly<Record<string, 'error' | 'warning'>> = {
  Conflicted: 'error',
  Aggregated: 'warning',
  InsecureFrontendValidationMode: 'warning',
  OverlappingTLSConfig: 'warning',
  Overridden: 'warning',
  PartiallyInvalid: 'warning',
};

/** True with one of these: something was left out all the same. */
const HALF_TRUE: ReadonlySet<string> = new Set([
  'InvalidParameters',
  'ListenersNotValid',
  'PartiallyValid',
  'UnsupportedField',
]);

/**
 * How good a condition is for the traffic.
 *
 * Gateway API conditions are good when True, a few types when False. `Invalid` is Envoy Gateway's refused Backend,
 * whose type and reason are swapped: its status False is no good news.
 */
export function conditionVerdict({
  type,
  status,
  reason,
}: Pick<RealCondition, 'type' | 'status' | 'reason'>): Verdict {
  // Tells whether there are ListenerSets, which is no trouble either way.
  if (type === 'AttachedListenerSets') return 'ok';
  if (status !== 'True' && status !== 'False') return 'unknown';
  const holds = status === 'True';
  if (Object.hasOwn(BAD_WHEN_TRUE, type)) return holds ? (BAD_WHEN_TRUE[type] ?? 'ok') : 'ok';
  if (type === 'Invalid') return 'error';
  if (!holds) return type === 'SupportedVersion' ? 'warning' : 'error';
  return HALF_TRUE.has(reason) ? 'warning' : 'ok';
}
