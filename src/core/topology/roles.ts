import { rememberByIdentity } from '../gateway-api/remember-by-identity.ts';
import type { Reference } from '../gateway-api/types.ts';
import type { Material } from '../pki/types.ts';
import { carriesIdentity } from './carries-identity.ts';
import type { TopologyInput } from './input.ts';

/** What a ConfigMap or Secret is used for. */
export type IdentityRole =
  'trust' | 'presented' | 'client-certificate' | 'client-ca' | 'listener-certificate';

type Roles = ReadonlyMap<string, IdentityRole>;

/** An object with two roles stands where the first of these puts it. */
const PRIORITY: readonly IdentityRole[] = [
  'trust',
  'presented',
  'client-certificate',
  'client-ca',
  'listener-certificate',
];

/** Id of the object that a piece of PEM text stands in; undefined for dropped files and system roots. */
export function objectOfMaterial(material: Material | undefined): string | undefined {
  return material?.source.kind === 'field' ? material.source.field.objectId : undefined;
}

function roleOfReference(reference: Reference): IdentityRole | null {
  switch (reference.kind) {
    case 'caCertificateRef':
      return 'trust';
    case 'clientCertificateRef':
      return 'client-certificate';
    case 'listenerCertificateRef':
      return 'listener-certificate';
    default:
      return null;
  }
}

/** A use that only guesses from the kind, taken when nothing better is known. */
function fallbackRole(reference: Reference): IdentityRole | null {
  if (reference.kind === 'secretRef') return 'trust';
  if (reference.kind !== 'volume' && reference.kind !== 'env') return null;
  return reference.target.kind === 'ConfigMap' ? 'client-ca' : 'presented';
}

/**
 * Uses of each ConfigMap and Secret: first what the data planes really read (programmed settings,
 * workload configuration) and what fields say, then what a mount suggests.
 * Returns the deciding role by object key.
 */
export const identityRoles = rememberByIdentity((input: TopologyInput): Roles => {
  const { index, references } = input.resolution;
  const uses = new Map<string, Set<IdentityRole>>();
  const addKey = (key: string, role: IdentityRole): void => {
    const known = uses.get(key);
    if (known) known.add(role);
    else uses.set(key, new Set([role]));
  };
  const addObject = (objectId: string | undefined, role: IdentityRole): void => {
    const object = objectId === undefined ? undefined : index.byId.get(objectId);
    if (object) addKey(object.key, role);
  };
  for (const upstream of input.programmed.values()) {
    const trust = upstream?.trust;
    if (trust?.kind === 'bundle') addObject(objectOfMaterial(trust.material), 'trust');
    addObject(objectOfMaterial(upstream?.clientCertificate?.chain), 'client-certificate');
  }
  for (const backend of input.backends.values()) {
    for (const server of backend.servers) {
      addObject(objectOfMaterial(server.chain), 'presented');
      addObject(objectOfMaterial(server.clientCa), 'client-ca');
    }
  }
  for (const reference of references) {
    const role = roleOfReference(reference);
    if (role) addKey(reference.target.key, role);
  }
  for (const reference of references) {
    const role = uses.has(reference.target.key) ? null : fallbackRole(reference);
    const target = index.byKey.get(reference.target.key);
    if (role && target && carriesIdentity(target)) addKey(target.key, role);
  }
  return decide(uses);
});

function decide(uses: ReadonlyMap<string, ReadonlySet<IdentityRole>>): Roles {
  const decided = new Map<string, IdentityRole>();
  for (const [key, roles] of uses) {
    const role = PRIORITY.find((candidate) => roles.has(candidate));
    if (role) decided.set(key, role);
  }
  return decided;
}
