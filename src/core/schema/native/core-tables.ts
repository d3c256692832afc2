import { anyObject, anything, bool, int32, list, map, obj, str } from '../tables/notation.ts';
import type { StructuralSchema } from '../types.ts';

/** Fields of Go types in `k8s.io/api`, as strict decoding knows them. Limits are checked elsewhere. */
const intOrString: StructuralSchema = { intOrString: true };
const selector = obj({ matchExpressions: list(anyObject), matchLabels: map(str()) });

const servicePort = obj({
  appProtocol: str(),
  name: str(),
  nodePort: int32(),
  port: int32(),
  protocol: { type: 'string', default: 'TCP' },
  targetPort: intOrString,
});

/** core/v1 ServiceSpec of Kubernetes 1.34. */
export const service = obj({
  spec: obj({
    allocateLoadBalancerNodePorts: bool,
    clusterIP: str(),
    clusterIPs: list(str()),
    externalIPs: list(str()),
    externalName: str(),
    externalTrafficPolicy: str(),
    healthCheckNodePort: int32(),
    internalTrafficPolicy: str(),
    ipFamilies: list(str()),
    ipFamilyPolicy: str(),
    loadBalancerClass: str(),
    loadBalancerIP: str(),
    loadBalancerSourceRanges: list(str()),
    ports: list(servicePort),
    publishNotReadyAddresses: bool,
    selector: map(str()),
    sessionAffinity: str(),
    sessionAffinityConfig: anyObject,
    trafficDistribution: str(),
    type: { type: 'string', default: 'ClusterIP' },
  }),
  status: anyObject,
});

/** core/v1 Secret. */
export const secret = obj({
  data: map(str()),
  immutable: bool,
  stringData: map(str()),
  type: { type: 'string', default: 'Opaque' },
});

/** core/v1 ConfigMap. */
export const configMap = obj({ binaryData: map(str()), data: map(str()), immutable: bool });

/** core/v1 Namespace. */
export const namespaceObject = obj({ spec: anyObject, status: anyObject });

/** core/v1 Pod; its spec is taken as it is, but for what `pod-errors.ts` looks at. */
export const pod = obj({ spec: anyObject, status: anyObject });

const template = obj({ metadata: anyObject, spec: anyObject });

/** apps/v1 Deployment. */
export const deployment = obj({
  spec: obj({
    minReadySeconds: int32(),
    paused: bool,
    progressDeadlineSeconds: int32(),
    replicas: int32(),
    revisionHistoryLimit: int32(),
    selector,
    strategy: anyObject,
    template,
  }),
  status: anyObject,
});

/** apps/v1 DaemonSet. */
export const daemonSet = obj({
  spec: obj({
    minReadySeconds: int32(),
    revisionHistoryLimit: int32(),
    selector,
    template,
    updateStrategy: anyObject,
  }),
  status: anyObject,
});

/** apps/v1 StatefulSet. */
export const statefulSet = obj({
  spec: obj({
    minReadySeconds: int32(),
    ordinals: anyObject,
    persistentVolumeClaimRetentionPolicy: anyObject,
    podManagementPolicy: str(),
    replicas: int32(),
    revisionHistoryLimit: int32(),
    selector,
    serviceName: str(),
    template,
    updateStrategy: anyObject,
    volumeClaimTemplates: list(anything),
  }),
  status: anyObject,
});
