import type { FieldPath, Severity } from '../../model/index.ts';
import { builtInDefinitions } from '../built-in-definitions.ts';
import type { SchemaFindingCode } from '../findings.ts';
import { fieldText } from '../structural/field-text.ts';
import type {
  AdmissionObject,
  AdmissionSettings,
  GatewayApiChannel,
  GatewayApiVersion,
  StructuralSchema,
} from '../types.ts';
import { nearestName } from './nearest-name.ts';
import { schemaAt } from './schema-at.ts';

export interface UnknownField {
  readonly code: SchemaFindingCode;
  readonly severity: Severity;
  readonly params: Readonly<Record<string, string>>;
}

const RELEASES: readonly GatewayApiVersion[] = ['1.3', '1.4', '1.5', '1.6'];
const CHANNELS: readonly GatewayApiChannel[] = ['standard', 'experimental'];

/** Why a field is not known: another channel or release has it, or no CRD at all. */
export function unknownFieldCode(
  object: AdmissionObject,
  path: FieldPath,
  settings: AdmissionSettings,
): UnknownField {
  const editions = editionsWith(object, path);
  const release = settings.gatewayApi;
  if (object.kind === 'Gateway' && fieldText(path) === 'spec.backendTLS') {
    const renamed = schemaOf(object, settings, ['spec', 'tls', 'backend']);
    const params = renamed === undefined ? {} : { renamed: 'spec.tls.backend' };
    return { code: 'SCHEMA-OLD-BACKEND-TLS', severity: 'error', params };
  }
  if (editions.some((one) => one.gatewayApi === release && one.channel === 'experimental')) {
    return { code: 'SCHEMA-EXPERIMENTAL-FIELD', severity: 'error', params: { release } };
  }
  if (editions.length > 0) {
    const text = editions.map(({ gatewayApi, channel }) => `${gatewayApi} ${channel}`).join(', ');
    const params = { release, editions: text };
    return { code: 'SCHEMA-FIELD-OF-OTHER-RELEASE', severity: 'error', params };
  }
  const nearest = suggestion(object, path, settings);
  const params = nearest === undefined ? {} : { nearest };
  return { code: 'SCHEMA-UNKNOWN-FIELD', severity: 'warning', params };
}

function editionsWith(object: AdmissionObject, path: FieldPath): readonly AdmissionSettings[] {
  return RELEASES.flatMap((gatewayApi) =>
    CHANNELS.map((channel) => ({ gatewayApi, channel })).filter(
      (settings) => schemaOf(object, settings, path) !== undefined,
    ),
  );
}

function schemaOf(
  { group, kind, version }: AdmissionObject,
  settings: AdmissionSettings,
  path: FieldPath,
): StructuralSchema | undefined {
  const definitions = builtInDefinitions(group, kind, settings) ?? [];
  const definition = definitions.find((one) => one.version === version);
  return definition && schemaAt(definition.schema, path);
}

function suggestion(object: AdmissionObject, path: FieldPath, settings: AdmissionSettings) {
  const parent = schemaOf(object, settings, path.slice(0, -1));
  const name = nearestName(String(path.at(-1)), Object.keys(parent?.properties ?? {}));
  return name === undefined ? undefined : fieldText([...path.slice(0, -1), name]);
}
