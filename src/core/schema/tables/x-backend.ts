import {
  clientCertificateForItsMode,
  externalHostnameForItsType,
  hostnameOutsideCluster,
  portNameIsLabel,
} from '../rules/x-backend-rules.ts';
import type { StructuralSchema } from '../types.ts';
import { backendTlsValidation } from './backend-tls-policy.ts';
import type { Edition } from './edition.ts';
import { atomic, choice, obj, str } from './notation.ts';
import {
  conditions,
  controllerName,
  parentReference,
  port,
  preciseHostname,
  secretReference,
} from './shared-types.ts';

/** XBackend v1alpha1, experimental channel of v1.6. Source: `apisx/v1alpha1/xbackend_types.go`. */
export function xBackend(edition: Edition): StructuralSchema {
  const tls = obj(
    {
      clientCertificateRef: secretReference,
      'mode!': choice(['None', 'ServerOnly', 'ClientAndServer']),
      validation: backendTlsValidation(edition),
    },
    { rules: [clientCertificateForItsMode] },
  );
  const spec = obj(
    {
      externalHostname: obj({
        'hostname!': { ...preciseHostname, rules: [hostnameOutsideCluster] },
      }),
      'port!': obj({ name: str({ maxLength: 63, rules: [portNameIsLabel] }), 'port!': port }),
      protocol: choice(['TCP', 'HTTP', 'HTTP2', 'HTTP11', 'H2C', 'MCP']),
      tls,
      'type!': choice(['ExternalHostname']),
    },
    { rules: [externalHostnameForItsType] },
  );
  const parent = obj({
    conditions: conditions({}),
    'controllerName!': controllerName,
    'parentRef!': parentReference,
  });
  return obj({ 'spec!': spec, status: obj({ parents: atomic(parent, { maxItems: 32 }) }) });
}
