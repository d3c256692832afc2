import { itemsAt, valueAt } from '../../../gateway-api/index.ts';
import type { Listener } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { Certificate } from '../../../pki/types.ts';
import type { AbsentSecrets } from '../../listeners/absent-secrets.ts';
import { listenerCertificateRefs } from '../../listeners/references-at.ts';
import type { PredictedCondition } from '../../status.ts';
import type { EnvoyGatewayContext } from '../context.ts';
import { certificateDomains, publicKeyAlgorithm } from './certificate-domains.ts';
import { resolveCertificateRef, type CertificateError } from './certificate-errors.ts';
import { unresolved } from './conditions.ts';
import { servedPair } from './pair-errors.ts';

/** The reason of a listener that is programmed with the certificates that can be used. */
export const PARTLY = 'PartiallyInvalidCertificateRef';

/**
 * What is wrong with the certificates of a listener that ends TLS: none can be used, or some cannot. Until 1.6 the first
 * that cannot be used fails all.
 *
 * @see Envoy Gateway internal/gatewayapi/validate.go `validateTerminateModeAndGetTLSSecrets`, tls.go
 */
export function certificateConditions(
  context: EnvoyGatewayContext,
  owner: ManifestObject,
  listener: Listener,
  absent: AbsentSecrets,
): readonly PredictedCondition[] {
  const path = ['spec', 'listeners', listener.index, 'tls', 'certificateRefs'];
  const count = itemsAt(owner.value, path).length;
  const references = listenerCertificateRefs(context.resolution, listener);
  const refs = references.map((reference) =>
    resolveCertificateRef(context, { reference, assumed: absent === 'assumed' }),
  );
  const refused = refs.flatMap((ref, at) => {
    if (ref.kind !== 'refused') return [];
    const number = references[at]?.from.path.at(-1);
    return [{ ...ref.error, numbered: `certificate refs ${String(number)}: ${ref.error.message}` }];
  });
  // Until 1.6 nothing behind the first refused one was read.
  const end = refs.findIndex(({ kind }) => kind === 'refused');
  const isCut = end >= 0 && !context.traits.partialCertificates;
  const secrets = refs
    .slice(0, isCut ? end : undefined)
    .flatMap((ref) => (ref.kind === 'pair' ? [ref.secret] : []));
  const elsewhere = refs.some(({ kind }) => kind === 'elsewhere') || references.length < count;
  const parsed = pairErrors(context, secrets);
  return context.traits.partialCertificates
    ? together(refused, secrets.length, elsewhere, parsed)
    : firstOf(refused, parsed.errors);
}

/** Without the numbers of references, which came later. */
function firstOf(
  [refused]: readonly CertificateError[],
  [parse]: readonly string[],
): readonly PredictedCondition[] {
  if (parse !== undefined) return [unresolved('InvalidCertificateRef', `Secret ${parse}.`)];
  return refused === undefined ? [] : [unresolved(refused.reason, refused.message)];
}

function together(
  refused: readonly (CertificateError & { readonly numbered: string })[],
  pairs: number,
  elsewhere: boolean,
  { served, errors: parse }: ParsedPairs,
): readonly PredictedCondition[] {
  const messages = refused.map(({ numbered }) => numbered);
  if (pairs === 0 && !elsewhere) {
    const all = refused.every(({ reason }) => reason === 'RefNotPermitted');
    const reason = all ? 'RefNotPermitted' : 'InvalidCertificateRef';
    return [unresolved(reason, `No valid secrets exist: ${messages.join('\n')}`)];
  }
  if (pairs > 0 && served === 0 && !elsewhere)
    return [unresolved('InvalidCertificateRef', `No valid secrets exist: ${parse.join('\n')}.`)];
  const some = [...messages, ...(parse.length === 0 ? [] : [parse.join('\n')])];
  return some.length === 0
    ? []
    : [unresolved(PARTLY, `Some secrets are invalid: ${some.join('\n')}`)];
}

interface ParsedPairs {
  /** How many can be served. */
  readonly served: number;
  readonly errors: readonly string[];
}

/** Two certificates of one algorithm do not share a name; the first one has it. */
function pairErrors(context: EnvoyGatewayContext, secrets: readonly ManifestObject[]): ParsedPairs {
  const taken = new Set<string>();
  const all = secrets.map((secret) => {
    const { certificate, errors } = servedPair(context, secret);
    if (certificate === undefined || certificate === null)
      return { served: certificate === null, errors };
    const shared = takeNames(certificate, taken);
    if (shared === null) return { served: true, errors };
    const { domain, algorithm } = shared;
    const message = `${secret.namespace}/${secret.name} public key algorithm must be unique, certificate domain ${domain} has a conflicting algorithm [${algorithm}]`;
    return { served: false, errors: [...errors, message] };
  });
  return {
    served: all.filter(({ served }) => served).length,
    errors: all.flatMap(({ errors }) => errors),
  };
}

/** The first name that is taken already; those before it are taken now. */
function takeNames(
  certificate: Certificate,
  taken: Set<string>,
): { readonly domain: string; readonly algorithm: string } | null {
  const algorithm = publicKeyAlgorithm(certificate);
  for (const domain of certificateDomains(certificate)) {
    const key = `${algorithm}/${domain}`;
    if (taken.has(key)) return { domain, algorithm };
    taken.add(key);
  }
  return null;
}

/** Whether the listener has certificateRefs at all. */
export function namesCertificates(owner: ManifestObject, { index }: Listener): boolean {
  return (
    itemsAt(valueAt(owner.value, ['spec', 'listeners', index]), ['tls', 'certificateRefs']).length >
    0
  );
}
