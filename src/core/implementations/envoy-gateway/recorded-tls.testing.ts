import type { Connection, Resolution } from '../../gateway-api/index.ts';
import { programEnvoyGateway, translate } from './program-envoy-gateway.ts';
import type { PeerCase } from './peer-case.testing.ts';
import { writtenMaximum, writtenMinimum } from './tls-parameters.ts';
import type { Authority, PresentedCertificate, TlsSettings } from './tls-settings.ts';
import { traitsOf } from './traits.ts';

interface RecordedTls {
  readonly sni?: string;
  readonly subjectAltNames?: readonly { readonly hostname?: string; readonly uri?: string }[];
  readonly caCertificate?: {
    readonly name: string;
    readonly certificate?: string;
    readonly sds?: unknown;
  };
  readonly useSystemTrustStore?: boolean;
  readonly insecureSkipVerify?: boolean;
  readonly autoSNIFromEndpointHostname?: boolean;
  readonly clientCertificates?: readonly {
    readonly name: string;
    readonly certificate?: string;
    readonly sds?: unknown;
  }[];
  readonly minVersion?: string;
  readonly maxVersion?: string;
  readonly ciphers?: readonly string[];
  readonly ecdhCurves?: readonly string[];
  readonly signatureAlgorithms?: readonly string[];
  readonly alpnProtocols?: readonly string[] | null;
}

interface RecordedSetting {
  readonly name: string;
  readonly endpoints?: readonly unknown[];
  readonly isDynamicResolver?: boolean;
  readonly weight?: number;
  readonly tls?: RecordedTls;
}

interface RecordedListener {
  readonly name: string;
  readonly routes?: readonly {
    readonly name: string;
    readonly directResponse?: { readonly statusCode: number };
    readonly destination?: { readonly settings?: readonly RecordedSetting[] };
  }[];
}

/** What was recorded for one connection: the status of a direct response, plaintext, or TLS settings. */
export type Recorded = number | 'plaintext' | object;

/** The recorded fate of every route backend, by `gateway listener backend`. */
export function recordedTls({ output }: PeerCase): ReadonlyMap<string, Recorded> {
  const found = new Map<string, Recorded>();
  const gateways = (output.xdsIR ?? {}) as Record<string, { http?: readonly RecordedListener[] }>;
  for (const { http } of Object.values(gateways))
    for (const { name: listener, routes } of http ?? [])
      for (const { name, directResponse, destination } of routes ?? []) {
        const rule = name.split('/match/')[0] ?? '';
        if (directResponse !== undefined)
          found.set(`${listener} ${rule}`, directResponse.statusCode);
        for (const setting of destination?.settings ?? [])
          found.set(`${listener} ${setting.name}`, fateOf(setting));
      }
  return found;
}

/** A setting without endpoints stands for a refused backendRef: its share of requests gets 500. */
function fateOf({ endpoints, isDynamicResolver, tls }: RecordedSetting): Recorded {
  if (endpoints === undefined && isDynamicResolver !== true) return 500;
  return tls === undefined ? 'plaintext' : normalised(tls);
}

function normalised(tls: RecordedTls): object {
  return {
    sni: tls.sni,
    names: (tls.subjectAltNames ?? []).map(({ hostname, uri }) => hostname ?? uri),
    ca: tls.caCertificate && {
      name: tls.caCertificate.name,
      text: decoded(tls.caCertificate.certificate),
      system: tls.useSystemTrustStore === true,
      sds: tls.caCertificate.sds,
    },
    skips: tls.insecureSkipVerify === true,
    fromEndpoint: tls.autoSNIFromEndpointHostname === true,
    client: (tls.clientCertificates ?? []).map(({ name, certificate, sds }) => ({
      name,
      text: decoded(certificate),
      sds,
    })),
    parameters: [
      tls.minVersion,
      tls.maxVersion,
      tls.ciphers,
      tls.ecdhCurves,
      tls.signatureAlgorithms,
      tls.alpnProtocols ?? undefined,
    ],
  };
}

function decoded(text: string | undefined): string | undefined {
  return text === undefined ? undefined : Buffer.from(text, 'base64').toString('latin1');
}

/** The same of what is predicted, in the same form. */
export function predictedTls(
  connection: Connection,
  resolution: Resolution,
  version: string,
): Recorded {
  const options = { objectsFrom: 'file' } as const;
  const { upstream } = programEnvoyGateway(connection, resolution, version, options);
  if (upstream.mode === 'blocked') return upstream.blockedStatus ?? 0;
  if (upstream.mode === 'plaintext') return 'plaintext';
  const tls = translate(connection, resolution, version, options)?.outcome.tls;
  return tls ? intermediate(tls, version) : 'plaintext';
}

function intermediate({ validation, client }: TlsSettings, version: string): object {
  const { certificate } = client;
  return {
    sni: validation.sni?.value,
    names: validation.subjectAltNames.map(({ value }) => value.value),
    ca: validation.authority && authority(validation.authority),
    skips: validation.skipVerify !== undefined,
    fromEndpoint: validation.sniFromEndpoint !== undefined,
    client: certificate === undefined ? [] : [presented(certificate)],
    parameters: [
      writtenMinimum(client),
      writtenMaximum(client, traitsOf(version)),
      client.ciphers?.value,
      client.ecdhCurves?.value,
      client.signatureAlgorithms?.value,
      client.alpnProtocols?.value,
    ],
  };
}

function authority(found: Authority): object {
  const { kind, secretName: name } = found;
  return {
    name,
    text: kind === 'inline' ? found.material.pem : undefined,
    system: kind === 'system',
    sds: kind === 'sds' ? found.sds : undefined,
  };
}

function presented(found: PresentedCertificate): object {
  if (found.kind === 'sds') return { name: '', text: undefined, sds: found.sds };
  return { name: found.secretName, text: found.certificate.chain.pem, sds: undefined };
}

/** The keys under which a connection's fate is recorded: its backend, and its rule as a whole. */
export function recordedKeys(
  { gatewayId, routeId, listener, ruleIndex, backendRefIndex }: Connection,
  { index }: Resolution,
): readonly string[] {
  const gateway = index.byId.get(gatewayId);
  const route = index.byId.get(routeId);
  if (gateway === undefined || route === undefined) return [];
  const place = `${gateway.namespace}/${gateway.name}/${listener.name}`;
  const rule = `${route.kind.toLowerCase()}/${route.namespace}/${route.name}/rule/${ruleIndex}`;
  return [`${place} ${rule}/backend/${backendRefIndex}`, `${place} ${rule}`];
}
