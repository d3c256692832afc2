import { parseAllDocuments } from 'yaml';
import type { Connection, Resolution } from '../../../../core/gateway-api/index.ts';
import { envoyGatewayDataPlane } from '../../../../core/implementations/envoy-gateway/envoy-gateway-data-plane.ts';
import { programEnvoyGateway } from '../../../../core/implementations/envoy-gateway/program-envoy-gateway.ts';
import { fieldsOf, rowsOf, textOf, type Fields } from '../../json.ts';
import type { Upstream } from './recorded-upstreams.ts';

/** What is predicted for one connection, read back from the configuration that is printed for it. */
export function predictedUpstream(
  connection: Connection,
  resolution: Resolution,
  version: string,
): Upstream {
  const options = { objectsFrom: 'file' } as const;
  const { upstream } = programEnvoyGateway(connection, resolution, version, options);
  if (upstream.mode === 'blocked') return upstream.blockedStatus ?? 0;
  const { lines } = envoyGatewayDataPlane(connection, resolution, version, options);
  const documents = parseAllDocuments(lines.map(({ text }) => text).join('\n'));
  const [cluster = {}, ...secrets] = documents.map((one) => fieldsOf(one.toJS()));
  const [match] = rowsOf(cluster.transportSocketMatches);
  if (match === undefined) return 'plaintext';
  const context = fieldsOf(fieldsOf(match.transportSocket).typedConfig);
  return { context: withoutServer(context), secrets: Object.fromEntries(secrets.map(secretRow)) };
}

/** The name of the cluster of an SDS server ends in a hash. */
function withoutServer(context: Fields): Fields {
  return fieldsOf(
    JSON.parse(JSON.stringify(context), (key, value: unknown) =>
      key === 'sdsConfig' && 'apiConfigSource' in fieldsOf(value) ? 'server' : value,
    ),
  );
}

function secretRow(secret: Fields): [string, string] {
  const authority = fieldsOf(fieldsOf(secret.validationContext).trustedCa);
  const chain = fieldsOf(fieldsOf(secret.tlsCertificate).certificateChain);
  const bytes = textOf(authority.inlineBytes) ?? textOf(chain.inlineBytes);
  return [textOf(secret.name) ?? '', bytes ?? ('filename' in authority ? 'system' : '')];
}
