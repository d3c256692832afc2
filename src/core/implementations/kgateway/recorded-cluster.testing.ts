/** TLS settings of one Envoy cluster in a form in which recorded and predicted ones compare. */
export interface ClusterTls {
  readonly mode: 'plaintext' | 'tls' | 'blocked';
  readonly sni?: string;
  readonly sans?: readonly string[];
  /** PEM text, `system`, or `none`. */
  readonly ca?: string;
  readonly certificate?: string;
  readonly versions?: readonly string[];
  readonly ciphers?: string;
  readonly curves?: readonly string[];
  readonly signatureAlgorithms?: readonly string[];
  readonly alpn?: readonly string[];
}

interface Validation {
  readonly matchTypedSubjectAltNames?: readonly {
    readonly matcher: { readonly exact: string };
    readonly sanType: string;
  }[];
  readonly trustedCa?: { readonly inlineString?: string; readonly filename?: string };
}

interface Socket {
  readonly name: string;
  readonly typedConfig: {
    readonly transportSocket?: Socket;
    readonly sni?: string;
    readonly commonTlsContext?: CommonTls;
  };
}

interface CommonTls {
  readonly tlsParams?: {
    readonly cipherSuites?: readonly string[];
    readonly ecdhCurves?: readonly string[];
    readonly signatureAlgorithms?: readonly string[];
    readonly tlsMinimumProtocolVersion?: string;
    readonly tlsMaximumProtocolVersion?: string;
  };
  readonly alpnProtocols?: readonly string[];
  readonly tlsCertificates?: readonly {
    readonly certificateChain: { readonly inlineString: string };
  }[];
  readonly validationContext?: Validation;
  readonly combinedValidationContext?: { readonly defaultValidationContext: Validation };
}

/** A recorded cluster, as far as this test reads it. */
export interface RecordedCluster {
  readonly name: string;
  readonly type?: string;
  readonly transportSocket?: Socket;
}

const VERSIONS = ['TLSv1_0', 'TLSv1_1', 'TLSv1_2', 'TLSv1_3'];

/** Reads the transport socket; proxy protocol around it is taken off. */
export function recordedClusterTls({ type, transportSocket }: RecordedCluster): ClusterTls {
  if (type === 'STATIC') return { mode: 'blocked' };
  const socket = transportSocket?.typedConfig.transportSocket ?? transportSocket;
  if (socket?.name !== 'envoy.transport_sockets.tls') return { mode: 'plaintext' };
  const common = socket.typedConfig.commonTlsContext ?? {};
  const params = common.tlsParams ?? {};
  const combined = common.combinedValidationContext;
  const validation = combined?.defaultValidationContext ?? common.validationContext ?? {};
  const bound = (name: string | undefined): number => VERSIONS.indexOf(name ?? 'TLSv1_2');
  const versions = VERSIONS.slice(
    bound(params.tlsMinimumProtocolVersion),
    bound(params.tlsMaximumProtocolVersion) + 1,
  );
  const certificate = common.tlsCertificates?.[0]?.certificateChain.inlineString;
  return defined({
    mode: 'tls',
    sni: socket.typedConfig.sni,
    sans: (validation.matchTypedSubjectAltNames ?? []).map(
      ({ matcher, sanType }) => `${sanType.toLowerCase()}:${matcher.exact}`,
    ),
    ca: combined === undefined ? (validation.trustedCa?.inlineString ?? 'none') : 'system',
    certificate,
    versions: versions.map((version) => version.replace('_', '.')),
    ciphers: params.cipherSuites?.join(':'),
    curves: params.ecdhCurves,
    signatureAlgorithms: params.signatureAlgorithms,
    alpn: common.alpnProtocols,
  });
}

/** Drops fields that are undefined, so that two sides compare. */
export function defined(value: {
  readonly [Key in keyof ClusterTls]: ClusterTls[Key] | undefined;
}): ClusterTls {
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(entries) as unknown as ClusterTls;
}
