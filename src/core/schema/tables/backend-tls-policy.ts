import {
  oneTrustSource,
  someTrustSource,
  subjectAltNameRules,
  targetSectionsAllOrNone,
  targetSectionsUnique,
} from '../rules/backend-tls-rules.ts';
import type { StructuralSchema } from '../types.ts';
import type { Edition } from './edition.ts';
import { atomic, choice, obj } from './notation.ts';
import {
  absoluteUri,
  group,
  hostname,
  kind,
  localObjectReference,
  objectName,
  options,
  policyStatus,
  preciseHostname,
  sectionName,
  wellKnownCaCertificates,
} from './shared-types.ts';

/**
 * BackendTLSPolicy v1 and v1alpha3, which are the same schema. Source: gateway-api
 * `apis/v1/backendtlspolicy_types.go`; the enum of well-known CAs became a pattern in v1.5.
 */
export function backendTlsPolicy(edition: Edition): StructuralSchema {
  const target = obj({ 'group!': group, 'kind!': kind, 'name!': objectName, sectionName });
  return obj({
    'spec!': obj({
      options,
      'targetRefs!': atomic(target, {
        minItems: 1,
        maxItems: 16,
        rules: [targetSectionsAllOrNone, targetSectionsUnique],
      }),
      'validation!': backendTlsValidation(edition),
    }),
    status: policyStatus,
  });
}

/** What the gateway demands of a backend's certificate; XBackend has the same. */
export function backendTlsValidation(edition: Edition): StructuralSchema {
  const altName = obj(
    { hostname, 'type!': choice(['Hostname', 'URI']), uri: absoluteUri },
    { rules: subjectAltNameRules },
  );
  return obj(
    {
      caCertificateRefs: atomic(localObjectReference, { maxItems: 8 }),
      'hostname!': preciseHostname,
      subjectAltNames: atomic(altName, { maxItems: 5 }),
      wellKnownCACertificates: edition.since('1.5') ? wellKnownCaCertificates : choice(['System']),
    },
    { rules: [oneTrustSource, someTrustSource] },
  );
}
