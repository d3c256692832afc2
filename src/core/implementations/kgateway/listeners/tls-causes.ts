import type { PredictedCondition } from '../../status.ts';
import type { KgatewayFeatures } from '../versions.ts';
import { change } from './listener-conditions.ts';

/** One error in the TLS configuration of a listener, told apart as kgateway tells errors apart. */
export interface TlsCause {
  readonly kind: 'grant' | 'ca-grant' | 'secret' | 'names' | 'ca' | 'ca-kind' | 'option' | 'other';
  readonly text: string;
  /** `Kind namespace/name` of what is not there. */
  readonly missing?: string;
}

interface Reasons {
  readonly resolved: string;
  readonly accepted: string;
  /** Said instead of the errors. */
  readonly message?: string;
}

/** In the order in which kgateway asks for them. */
const REASONS: Readonly<Record<TlsCause['kind'], Reasons>> = {
  grant: {
    resolved: 'RefNotPermitted',
    accepted: 'Invalid',
    message: 'Reference not permitted by ReferenceGrant.',
  },
  'ca-grant': { resolved: 'RefNotPermitted', accepted: 'NoValidCACertificate' },
  secret: { resolved: 'InvalidCertificateRef', accepted: 'Invalid' },
  names: { resolved: 'InvalidCertificateRef', accepted: 'Invalid' },
  ca: { resolved: 'InvalidCACertificateRef', accepted: 'NoValidCACertificate' },
  'ca-kind': { resolved: 'InvalidCACertificateKind', accepted: 'NoValidCACertificate' },
  option: { resolved: 'InvalidCertificateRef', accepted: 'Invalid' },
  other: {
    resolved: 'InvalidCertificateRef',
    accepted: 'Invalid',
    message: 'Invalid certificate ref(s).',
  },
};
const ORDER = ['grant', 'ca-grant', 'secret', 'names', 'ca', 'ca-kind', 'option', 'other'] as const;

/**
 * The conditions that errors in the TLS configuration set.
 *
 * @param usable part of the configuration works, so the listener does: Accepted and Programmed stay True
 * @param features before 2.3 the listener stays accepted; since 2.4 options are no matter of references
 * @see kgateway pkg/kgateway/translator/listener/gateway_listener_translator.go `reportTLSConfigError`
 */
export function tlsChanges(
  causes: readonly TlsCause[],
  usable: boolean,
  { gatewayAncestors, namedOptions }: KgatewayFeatures,
): readonly PredictedCondition[] {
  if (causes.length === 0) return [];
  const kind = ORDER.find((one) => causes.some((cause) => cause.kind === one)) ?? 'other';
  const { resolved, accepted, message } = REASONS[kind];
  const missing = causes.find((cause) => cause.missing !== undefined)?.missing;
  const told =
    missing === undefined
      ? (message ?? causes.map(({ text }) => text).join('\n'))
      : `${missing} not found.`;
  const status = usable ? 'True' : 'False';
  const unresolved = !namedOptions || (kind !== 'names' && kind !== 'option');
  return [
    ...(unresolved ? [change('ResolvedRefs', 'False', resolved, told)] : []),
    change('Programmed', status, 'Invalid', told),
    ...(gatewayAncestors ? [change('Accepted', status, accepted, told)] : []),
  ];
}
