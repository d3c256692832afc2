import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import { itemsAt, numberAt, stringAt, valueAt } from '../json.ts';
import type { Listener } from '../types.ts';
import type { StatusContext } from './context.ts';
import { authorityProblem } from './reference-problems.ts';

const FRONTEND = ['spec', 'tls', 'frontend'];

/** What is wrong with the CAs that clients of one listener are verified with. */
export interface FrontendVerdict {
  /** Reason of the first reference that is not resolved. */
  readonly problem?: string;
  /** None of them can be used: no client could ever be verified. */
  readonly noneValid: boolean;
}

/**
 * `Gateway.spec.tls.frontend` for one listener (gateway_types.go L736-807): `perPort` where its port has an entry,
 * else `default`; HTTPS listeners only.
 */
export function frontendVerdict(
  { resolution, referencesAt }: StatusContext,
  gateway: ManifestObject,
  listener: Listener,
): FrontendVerdict {
  if (listener.protocol !== 'HTTPS') return { noneValid: false };
  const problems = referencesAt(gateway.id, frontendPath(gateway, listener.port))
    .filter(({ kind }) => kind === 'caCertificateRef')
    .map((reference) => authorityProblem(resolution.index, reference, 'InvalidCACertificateKind'));
  const problem = problems.find((reason) => reason !== undefined);
  const noneValid = problems.length > 0 && problems.every((reason) => reason !== undefined);
  return problem === undefined ? { noneValid } : { problem, noneValid };
}

function frontendPath(gateway: ManifestObject, port: number): FieldPath {
  const at = itemsAt(gateway.value, [...FRONTEND, 'perPort']).findIndex(
    (entry) => numberAt(entry, ['port']) === port,
  );
  return at < 0 ? [...FRONTEND, 'default'] : [...FRONTEND, 'perPort', at];
}

/** Condition InsecureFrontendValidationMode: some port lets clients in without a valid certificate. */
export function letsAnyClientIn(gateway: ManifestObject): boolean {
  const configurations = [
    valueAt(gateway.value, [...FRONTEND, 'default']),
    ...itemsAt(gateway.value, [...FRONTEND, 'perPort']).map((entry) => valueAt(entry, ['tls'])),
  ];
  return configurations.some(
    (tls) => stringAt(tls, ['validation', 'mode']) === 'AllowInsecureFallback',
  );
}
