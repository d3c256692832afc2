import { CLIENT_CERTIFICATE_REF, makeFinding, valueAt } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldPath, Finding } from '../../model/index.ts';
import type { EnvoyGatewayFindingCode } from './findings.ts';
import type { TranslatedConnection } from './types.ts';
import type { EnvoyGatewayTraits } from './traits.ts';

interface VersionedField {
  readonly kind: 'Gateway' | 'Backend';
  readonly path: FieldPath;
  readonly trait: keyof EnvoyGatewayTraits;
  readonly since: string;
}

const FIELDS: readonly VersionedField[] = [
  { kind: 'Gateway', path: CLIENT_CERTIFICATE_REF, trait: 'gatewayBackendTls', since: '1.8' },
  {
    kind: 'Backend',
    path: ['spec', 'tls', 'clientCertificateRef'],
    trait: 'backendClientSettings',
    since: '1.6',
  },
  { kind: 'Backend', path: ['spec', 'tls', 'sni'], trait: 'backendSni', since: '1.6' },
  {
    kind: 'Backend',
    path: ['spec', 'tls', 'autoSNIFromEndpointHostname'],
    trait: 'sniFromEndpoint',
    since: '1.9',
  },
];

/** Fields of the Gateway and Backend that the chosen release does not know yet. */
export function unreadFields(
  translated: TranslatedConnection,
): readonly Finding<EnvoyGatewayFindingCode>[] {
  const { state, gateway, outcome } = translated;
  const { traits, version } = state.context;
  const objects = [gateway, outcome.backend].filter((object) => object !== undefined);
  return FIELDS.filter(({ trait }) => !traits[trait]).flatMap(({ kind, path, since }) =>
    objects.filter(isSet(kind, path)).map((object) =>
      makeFinding({
        code: 'EG-FIELD-NOT-READ',
        severity: 'error',
        object,
        path,
        params: { version, since },
        step: 5,
      }),
    ),
  );
}

function isSet(kind: string, path: FieldPath): (object: ManifestObject) => boolean {
  return (object) => object.kind === kind && valueAt(object.value, path) !== undefined;
}
