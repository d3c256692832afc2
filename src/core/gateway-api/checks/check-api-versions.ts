import type { ManifestObject } from '../../manifest/types.ts';
import type { Severity } from '../../model/index.ts';
import { groups, kinds } from '../kinds.ts';
import { makeFinding } from '../make-finding.ts';
import type { CheckContext, GatewayApiFinding } from './check-context.ts';

interface OldVersion {
  readonly severity: Severity;
  readonly newest: string;
  readonly consequence: string;
}

const V1 = `${groups.gateway}/v1`;
const STILL_SERVED: OldVersion = {
  severity: 'note',
  newest: V1,
  consequence: 'v1beta1 is still served and means the same.',
};
const GONE: OldVersion = {
  severity: 'error',
  newest: V1,
  consequence: 'Current releases do not serve it: kubectl says "no matches for kind".',
};
const EXPERIMENTAL_ONLY: OldVersion = {
  severity: 'warning',
  newest: V1,
  consequence:
    'It is served on the experimental channel only; on the standard channel kubectl says "no matches for kind".',
};

/** Versions of the Gateway API kinds that v1.6.1 does not serve everywhere, `Kind/version`. */
const OLD_VERSIONS: ReadonlyMap<string, OldVersion> = new Map([
  ['GatewayClass/v1beta1', STILL_SERVED],
  ['Gateway/v1beta1', STILL_SERVED],
  ['HTTPRoute/v1beta1', STILL_SERVED],
  ['GatewayClass/v1alpha2', GONE],
  ['Gateway/v1alpha2', GONE],
  ['HTTPRoute/v1alpha2', GONE],
  ['GRPCRoute/v1alpha2', GONE],
  ['ReferenceGrant/v1alpha2', GONE],
  ['BackendTLSPolicy/v1alpha3', EXPERIMENTAL_ONLY],
  [
    'BackendTLSPolicy/v1alpha2',
    {
      severity: 'error',
      newest: V1,
      consequence: 'It was removed in v1.1; targetRef became targetRefs and tls became validation.',
    },
  ],
  ['TLSRoute/v1alpha2', EXPERIMENTAL_ONLY],
  ['TLSRoute/v1alpha3', EXPERIMENTAL_ONLY],
]);

/** v1.3 and v1.4 had XListenerSet on the experimental channel; v1.5 renamed it and dropped the old CRD. */
const RENAMED: OldVersion = {
  severity: 'error',
  newest: `${V1} and kind: ListenerSet`,
  consequence: 'v1.5 renamed it to ListenerSet and dropped it: kubectl says "no matches for kind".',
};

function oldVersion({ group, kind, version }: ManifestObject): OldVersion | undefined {
  if (`${group}/${kind}` === kinds.xListenerSet) return RENAMED;
  return group === groups.gateway ? OLD_VERSIONS.get(`${kind}/${version}`) : undefined;
}

/** Which versions are served, release by release: config/crd/{standard,experimental} of Gateway API. */
export function checkApiVersions({ index }: CheckContext): readonly GatewayApiFinding[] {
  return index.all.flatMap((object) => {
    const old = oldVersion(object);
    if (old === undefined || index.shadowed.has(object.id)) return [];
    const { severity, newest, consequence } = old;
    const params = { version: object.version, newest, consequence };
    return [
      makeFinding({ code: 'API-VERSION-OLD', severity, object, path: ['apiVersion'], params }),
    ];
  });
}
