import type { ConnectionEnds } from '../../analysis/index.ts';
import type { UpstreamTls } from '../../implementations/index.ts';
import { serverOf } from '../connection-sides.ts';
import { FAULT_IDS, type FaultId, type FaultOffer } from './types.ts';

const words: Readonly<Record<FaultId, Pick<FaultOffer, 'title' | 'does'>>> = {
  'wrong-ca': {
    title: 'Wrong CA',
    does: 'The gateway trusts the CA of another team instead.',
  },
  expired: {
    title: 'Expired certificate',
    does: 'The backend presents a certificate that ended the day before.',
  },
  'not-yet-valid': {
    title: 'Not yet valid',
    does: 'The backend presents a certificate that begins in 30 days.',
  },
  'missing-intermediate': {
    title: 'Missing intermediate',
    does: 'The backend sends its own certificate without the CA that issued it.',
  },
  'wrong-host-name': {
    title: 'Wrong host name',
    does: 'The certificate of the backend names another host.',
  },
  'no-client-certificate': {
    title: 'No client certificate',
    does: 'The gateway no longer names a certificate to present.',
  },
  'wrong-client-ca': {
    title: 'Wrong client CA',
    does: 'The backend trusts another CA for the certificate of the gateway.',
  },
  'policy-deleted': {
    title: 'Policy deleted',
    does: 'The policy that turns on TLS to the backend is gone.',
  },
};

/** Every fault, each with the reason where it makes no sense for this connection through this gateway. */
export function faultMenu(ends: ConnectionEnds): readonly FaultOffer[] {
  return FAULT_IDS.map((id) => ({ id, ...words[id], refusal: faultRefusal(id, ends) }));
}

/** Title of a fault. */
export function faultTitle(id: FaultId): string {
  return words[id].title;
}

/** Why a fault cannot be tried on a connection; null when it can. */
export function faultRefusal(id: FaultId, ends: ConnectionEnds): string | null {
  const { upstream } = ends;
  if (upstream === null) return 'The gateway of this connection is not known.';
  switch (id) {
    case 'policy-deleted':
      return upstream.policy === undefined ? 'No policy holds for this connection.' : null;
    case 'no-client-certificate':
      return (
        noTls(upstream) ??
        (upstream.clientCertificate === undefined
          ? 'One-way TLS: the gateway presents no certificate.'
          : null)
      );
    case 'wrong-client-ca':
      return (
        noTls(upstream) ??
        ((serverOf(ends)?.verifyClient ?? 'off') === 'off'
          ? 'One-way TLS: the backend asks for no client certificate.'
          : null)
      );
    case 'wrong-ca':
      return noTls(upstream) ?? noBundle(upstream);
    case 'expired':
    case 'not-yet-valid':
    case 'missing-intermediate':
    case 'wrong-host-name':
      return noTls(upstream) ?? (upstream.trust?.kind === 'none' ? null : noBundle(upstream));
    default:
      return id satisfies never;
  }
}

function noTls({ mode }: UpstreamTls): string | null {
  switch (mode) {
    case 'plaintext':
      return 'The gateway speaks plain HTTP here: there is no certificate to break.';
    case 'blocked':
      return 'The gateway opens no connection here, so no certificate is looked at.';
    case 'tls':
      return null;
    default:
      return mode satisfies never;
  }
}

/** A new CA has to be put among those that the gateway trusts. */
function noBundle({ trust }: UpstreamTls): string | null {
  if (trust === undefined) return 'What the gateway trusts is not known.';
  switch (trust.kind) {
    case 'bundle':
      return null;
    case 'system':
      return "The gateway trusts the system's list of CAs, which no manifest holds.";
    case 'file':
      return 'The gateway trusts a file of its own, which no manifest holds.';
    case 'none':
      return 'The gateway takes any certificate: no CA is looked at.';
    default:
      return trust satisfies never;
  }
}
