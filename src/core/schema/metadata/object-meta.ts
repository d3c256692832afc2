import { anyObject, int32, list, map, obj, str } from '../tables/notation.ts';

const time = str({ format: 'date-time' });

/** metav1.ObjectMeta of Kubernetes 1.34; `clusterName` went in 1.24. Its checks stand in `metadata-errors.ts`. */
export const objectMeta = obj({
  annotations: map(str()),
  creationTimestamp: time,
  deletionGracePeriodSeconds: int32(),
  deletionTimestamp: time,
  finalizers: list(str()),
  generateName: str(),
  generation: { type: 'integer' },
  labels: map(str({ maxLength: 63 })),
  managedFields: list(anyObject),
  name: str({ maxLength: 253 }),
  namespace: str({ maxLength: 63 }),
  ownerReferences: list(anyObject),
  resourceVersion: str(),
  selfLink: str(),
  uid: str(),
});
