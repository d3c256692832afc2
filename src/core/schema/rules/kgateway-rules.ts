import type { JsonObject } from '../../manifest/types.ts';
import { has, listRule, objectRule, textAt } from './rule.ts';

const SOURCE = 'kgateway api/v1alpha1/kgateway/backend_config_policy_types.go (v2.4)';
const SOURCES = ['secretRef', 'files', 'insecureSkipVerify', 'wellKnownCACertificates'];
const FILES = ['tlsCertificate', 'tlsKey', 'rootCA'];

const present = (it: JsonObject, fields: readonly string[]): number =>
  fields.filter((field) => has(it, field)).length;

/** `spec.tls`: presence counts, so `insecureSkipVerify: false` is one of them. */
export const oneTlsSource = objectRule(
  'oneTlsSource',
  `exactly one of the fields in [${SOURCES.join(' ')}] must be set`,
  SOURCE,
  (it) => present(it, SOURCES) === 1,
);

/** `spec.tls.files`. */
export const someTlsFile = objectRule(
  'someTlsFile',
  `at least one of the fields in [${FILES.join(' ')}] must be set`,
  SOURCE,
  (it) => present(it, FILES) > 0,
);

const TARGETS = ['/Service', 'gateway.kgateway.dev/Backend', 'networking.istio.io/Hostname'];

/** `spec.targetRefs`. */
export const knownTargets = listRule(
  'knownTargets',
  'TargetRefs must reference either a Kubernetes Service, a Backend, or an Istio Hostname',
  SOURCE,
  (refs) => refs.every((one) => TARGETS.includes(`${textAt(one, 'group')}/${textAt(one, 'kind')}`)),
);

const BACKEND_SOURCE = 'kgateway api/v1alpha1/kgateway/backend_types.go (v2.4)';
const FORMS = ['aws', 'static', 'dynamicForwardProxy', 'gcp', 'priorityGroups'];
/** Values of the deprecated `type` and the field that each asks for. */
const TYPES: readonly (readonly [type: string, field: string])[] = [
  ['AWS', 'aws'],
  ['Static', 'static'],
  ['DynamicForwardProxy', 'dynamicForwardProxy'],
  ['GCP', 'gcp'],
];

/** `spec` of a Backend. */
export const kgatewayBackendRules = [
  ...TYPES.map(([type, field]) =>
    objectRule(
      `${field}ForType`,
      `${field} backend must be specified when type is '${type}'`,
      BACKEND_SOURCE,
      (it) => it.type !== type || has(it, field),
    ),
  ),
  objectRule(
    'oneBackendForm',
    `exactly one of the fields in [${FORMS.join(' ')}] must be set`,
    BACKEND_SOURCE,
    (it) => present(it, FORMS) === 1,
  ),
];
