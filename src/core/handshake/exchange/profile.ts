import type { TlsVersion } from '../../tls/tls-version.ts';
import type { TrustLoader } from '../../verify/loading/types.ts';

/** What differs between the nginx builds whose verdicts were recorded; both ends run the same build. */
export interface NginxProfile {
  readonly id: 'ngf-tls13' | 'ngf-tls12' | 'deb-tls12' | 'deb-tls13';
  readonly nginx: string;
  readonly openssl: string;
  /** The OpenSSL release line that verification follows. */
  readonly release: '3.0' | '3.5';
  readonly trustLoader: TrustLoader;
  /** OpenSSL ≤ 3.1 prints `sslv3 alert …` where ≥ 3.2 prints `ssl/tls alert …`. */
  readonly legacyAlertPrefix: 'sslv3' | 'ssl/tls';
  /** ML-DSA certificates came with OpenSSL 3.5. */
  readonly postQuantumSignatures: boolean;
  readonly gatewayVersions: readonly TlsVersion[];
  readonly backendVersions: readonly TlsVersion[];
  /** nginx before 1.23 logs an `unrecognized_name` alert as critical. */
  readonly unrecognizedNameLevel: 'error' | 'crit';
  /** What a plain-HTTP nginx logs after the TLS record that it took for a request line. */
  readonly plainBackendLogsReset: boolean;
}

const NGF = {
  nginx: '1.31.3',
  openssl: '3.5.7',
  release: '3.5',
  trustLoader: 'pem-read-bio',
  legacyAlertPrefix: 'ssl/tls',
  postQuantumSignatures: true,
  gatewayVersions: ['TLSv1.2', 'TLSv1.3'],
  unrecognizedNameLevel: 'error',
  plainBackendLogsReset: true,
} as const;

const DEBIAN = {
  nginx: '1.22.1',
  openssl: '3.0.19',
  release: '3.0',
  trustLoader: 'load-verify-locations',
  legacyAlertPrefix: 'sslv3',
  postQuantumSignatures: false,
  unrecognizedNameLevel: 'crit',
  plainBackendLogsReset: false,
} as const;

/** The four recorded profiles; `ngf-tls13` is the nginx of NGINX Gateway Fabric 2.6. */
export const NGINX_PROFILES: Readonly<Record<NginxProfile['id'], NginxProfile>> = {
  'ngf-tls13': { ...NGF, id: 'ngf-tls13', backendVersions: ['TLSv1.2', 'TLSv1.3'] },
  'ngf-tls12': { ...NGF, id: 'ngf-tls12', backendVersions: ['TLSv1.2'] },
  'deb-tls12': {
    ...DEBIAN,
    id: 'deb-tls12',
    gatewayVersions: ['TLSv1', 'TLSv1.1', 'TLSv1.2'],
    backendVersions: ['TLSv1', 'TLSv1.1', 'TLSv1.2'],
  },
  'deb-tls13': {
    ...DEBIAN,
    id: 'deb-tls13',
    gatewayVersions: ['TLSv1.2', 'TLSv1.3'],
    backendVersions: ['TLSv1.2', 'TLSv1.3'],
  },
};
