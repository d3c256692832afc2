import type { UpstreamTls } from '../../../../core/implementations/types.ts';
import { fieldsOf, rowsOf, textOf, type Fields } from '../../json.ts';

const VERSIONS = ['TLSv1_0', 'TLSv1_1', 'TLSv1_2', 'TLSv1_3'];

/** SNI, names, CA, client certificate and protocol settings of a recorded cluster; proxy protocol is taken off. */
export function recordedSettings({ transportSocket }: Fields): unknown {
  const outer = fieldsOf(transportSocket);
  const wrapped = fieldsOf(outer.typedConfig).transportSocket;
  const socket = wrapped === undefined ? outer : fieldsOf(wrapped);
  if (socket.name !== 'envoy.transport_sockets.tls') return { mode: 'plaintext' };
  const config = fieldsOf(socket.typedConfig);
  const common = fieldsOf(config.commonTlsContext);
  const params = fieldsOf(common.tlsParams);
  const combined = common.combinedValidationContext;
  const validation =
    combined === undefined
      ? fieldsOf(common.validationContext)
      : fieldsOf(fieldsOf(combined).defaultValidationContext);
  const [pair] = rowsOf(common.tlsCertificates);
  return {
    mode: 'tls',
    sni: config.sni ?? null,
    sans: rowsOf(validation.matchTypedSubjectAltNames).map(
      ({ matcher, sanType }) =>
        `${(textOf(sanType) ?? '').toLowerCase()}:${textOf(fieldsOf(matcher).exact) ?? ''}`,
    ),
    ca: combined === undefined ? (fieldsOf(validation.trustedCa).inlineString ?? 'none') : 'system',
    certificate: fieldsOf(pair?.certificateChain).inlineString ?? null,
    versions: versionsOf(params),
    ciphers: params.cipherSuites ?? null,
    curves: params.ecdhCurves ?? null,
    signatureAlgorithms: params.signatureAlgorithms ?? null,
    alpn: common.alpnProtocols ?? null,
  };
}

/** Both ends are TLS 1.2 where nothing is written. */
function versionsOf(params: Fields): readonly string[] {
  const bound = (name: unknown): number => VERSIONS.indexOf(textOf(name) ?? 'TLSv1_2');
  return VERSIONS.slice(
    bound(params.tlsMinimumProtocolVersion),
    bound(params.tlsMaximumProtocolVersion) + 1,
  ).map((version) => version.replace('_', '.'));
}

/** The same of what is predicted. */
export function predictedSettings(upstream: UpstreamTls): unknown {
  const { mode, sni, sanMatchers, trust, clientCertificate } = upstream;
  if (mode !== 'tls') return { mode };
  return {
    mode,
    sni: sni?.value ?? null,
    sans: (sanMatchers ?? []).map(({ value }) => `${value.san}:${value.value}`),
    ca: trust?.kind === 'bundle' ? trust.material.pem : (trust?.kind ?? 'none'),
    certificate: clientCertificate?.chain.pem ?? null,
    versions: upstream.versions,
    ciphers: upstream.ciphers?.split(':') ?? null,
    curves: upstream.curves?.value ?? null,
    signatureAlgorithms: upstream.signatureAlgorithms?.value ?? null,
    alpn: upstream.alpn?.value ?? null,
  };
}
