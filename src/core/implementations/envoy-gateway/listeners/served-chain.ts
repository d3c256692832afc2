import { commonName } from './certificate-domains.ts';
import { dateError } from './date-error.ts';
import type { Certificate } from '../../../pki/types.ts';
import { goParseCertificate } from '../../../verify/go/parse-certificate.ts';
import type { GoPemBlock } from '../../../verify/go/pem.ts';
import type { EnvoyGatewayTraits } from '../traits.ts';

/** What Envoy gets of `tls.crt`. */
export type ServedChain =
  | {
      readonly ok: true;
      readonly blocks: readonly GoPemBlock[];
      /** The first one as far as it can be read. */
      readonly certificate: Certificate | null;
      /** Why other blocks are left out. */
      readonly left: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

interface Block {
  readonly block: GoPemBlock;
  readonly certificate: Certificate | null;
  readonly error: string | null;
}

/**
 * The certificates of a listener's chain as Envoy Gateway reads them on the date `at`; without one dates are not looked
 * at. Until 1.6 the first block alone was, in 1.7 and 1.8 each block stands by itself, since 1.9 one that cannot be used
 * costs the whole chain.
 *
 * @see Envoy Gateway internal/gatewayapi/tls.go: 1.6 `validateCertificates`, 1.8 `filterValidCertificates`, 1.9
 * `validateServingCertificateChain`
 */
export function servedChain(
  traits: EnvoyGatewayTraits,
  blocks: readonly GoPemBlock[],
  at: number | undefined,
): ServedChain {
  const { partialCertificates, matchesPairs, tellsDates } = traits;
  const judged = blocks
    .slice(0, partialCertificates ? undefined : 1)
    .map((block): Block => judge(block, at, tellsDates));
  const [first] = judged;
  if (first === undefined)
    return {
      ok: false,
      message: tellsDates ? 'unable to decode pem data for certificate' : 'pem decode failed',
    };
  const errors = judged.flatMap(({ error }) => (error === null ? [] : [error]));
  const used = judged.filter(({ error }) => error === null);
  const [leaf] = used;
  if (leaf === undefined || (matchesPairs && errors.length > 0))
    return { ok: false, message: (matchesPairs ? errors.slice(0, 1) : errors).join('\n') };
  return {
    ok: true,
    blocks: used.map(({ block }) => block),
    certificate: leaf.certificate,
    left: errors,
  };
}

function judge(block: GoPemBlock, at: number | undefined, tellsDates: boolean): Block {
  const parsed = goParseCertificate(block.bytes);
  if (!parsed.ok) return { block, certificate: null, error: parsed.message };
  const { certificate } = parsed;
  if (certificate === null || at === undefined) return { block, certificate, error: null };
  const error = dateError(certificate, at);
  if (error === null) return { block, certificate, error };
  const { short, since } = error;
  const told = `certificate ${commonName(certificate) ?? ''} ${since}`;
  return { block, certificate, error: tellsDates ? told : `certificate is ${short}` };
}
