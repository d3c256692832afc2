import { clientOffer } from '../../handshake/index.ts';
import type { UpstreamTls } from '../../implementations/types.ts';
import type { Material } from '../../pki/types.ts';
import type { OfferAspect } from '../types.ts';

/** One thing that a gateway says in a handshake, or holds the backend to. */
export interface Said {
  /** Equal where the same is meant. */
  readonly meant: string;
  /** As it is told. */
  readonly shown: readonly string[];
}

/** All that a handshake hangs on at the side of the gateway. */
export type ConnectionOffer = Readonly<Record<OfferAspect, Said>>;

const NOTHING: Said = { meant: '', shown: [] };

/** What a gateway offers and checks; without TLS only that there is none. */
export function connectionOffer(upstream: UpstreamTls): ConnectionOffer {
  const { mode } = upstream;
  if (mode !== 'tls') return { ...empty, tls: list([mode === 'blocked' ? 'none' : 'plain']) };
  const offer = clientOffer(upstream);
  const older = offer.versions.some((version) => version !== 'TLSv1.3');
  const suites = [
    ...(offer.versions.includes('TLSv1.3') ? offer.suites13 : []),
    ...(older ? offer.suites12.map(({ name }) => name) : []),
  ];
  return {
    tls: list(['TLS']),
    versions: list(offer.versions.map((version) => version.replace('TLSv', 'TLS '))),
    suites: list(suites),
    groups: list(offer.groups),
    schemes: list(offer.schemes),
    alpn: list(offer.alpn ?? []),
    'server-name': list(upstream.sni === undefined ? [] : [upstream.sni.value]),
    'checked-names': list(checkedNames(upstream)),
    trust: trusted(upstream),
    'client-certificate':
      upstream.clientCertificate === undefined
        ? NOTHING
        : material(upstream.clientCertificate.chain),
  };
}

const empty: ConnectionOffer = {
  tls: NOTHING,
  versions: NOTHING,
  suites: NOTHING,
  groups: NOTHING,
  schemes: NOTHING,
  alpn: NOTHING,
  'server-name': NOTHING,
  'checked-names': NOTHING,
  trust: NOTHING,
  'client-certificate': NOTHING,
};

function list(shown: readonly string[]): Said {
  return { meant: shown.join(), shown };
}

/** Without verification no name is looked at. */
function checkedNames({ trust, sanMatchers = [], verifyNames }: UpstreamTls): readonly string[] {
  if (trust?.kind === 'none') return [];
  return sanMatchers.length > 0
    ? sanMatchers.map(({ value }) => value.value)
    : verifyNames.map(({ value }) => value);
}

function trusted({ trust }: UpstreamTls): Said {
  switch (trust?.kind) {
    case undefined:
      return NOTHING;
    case 'none':
      return list(['any certificate']);
    case 'system':
      return list(['CAs of the system']);
    case 'file':
      return list([`file ${trust.path}`]);
    case 'bundle':
      return material(trust.material);
    default:
      return trust satisfies never;
  }
}

/** The same certificates are the same wherever they stand, and in whatever order. */
function material({ pem, source }: Material): Said {
  const blocks = pem.match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/g) ?? [pem];
  const meant = blocks.map((block) => block.replace(/\s+/g, '')).sort();
  return { meant: meant.join(), shown: [source.label] };
}
