import { itemsAt, numberAt, podTemplatePath, stringAt, valueAt } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { Certificate } from '../../pki/index.ts';
import { formatDate } from '../../words/index.ts';

/**
 * The one fact that decides about an object, for its node and its row: a port, a path, what its certificates lack.
 * Empty when there is none worth a word. `certificates` are those that stand in the object, in order.
 */
export function decidingFact(
  object: ManifestObject,
  certificates: readonly Certificate[],
  at: number,
): string {
  switch (object.kind) {
    case 'Gateway':
      return listenersFact(object);
    case 'HTTPRoute':
    case 'GRPCRoute':
      return routeFact(object);
    case 'Service':
      return portsFact(object);
    case 'Secret':
    case 'ConfigMap':
      return certificatesFact(certificates, at);
    case 'BackendTLSPolicy':
      return stringAt(object.value, ['spec', 'validation', 'hostname']) ?? '';
    default:
      return imageFact(object);
  }
}

function listenersFact({ value }: ManifestObject): string {
  const listeners = itemsAt(value, ['spec', 'listeners']);
  const [first] = listeners;
  if (first === undefined) return 'no listener';
  if (listeners.length > 1) return `${String(listeners.length)} listeners`;
  return `${stringAt(first, ['name']) ?? ''} :${String(numberAt(first, ['port']) ?? '')}`;
}

function routeFact({ value }: ManifestObject): string {
  const rules = itemsAt(value, ['spec', 'rules']);
  if (rules.length > 1) return `${String(rules.length)} rules`;
  return stringAt(rules[0], ['matches', 0, 'path', 'value']) ?? '/';
}

function portsFact({ value }: ManifestObject): string {
  const ports = itemsAt(value, ['spec', 'ports']).map((port) => numberAt(port, ['port']));
  return ports.length === 0 ? 'no port' : `:${ports.join(', :')}`;
}

function imageFact(object: ManifestObject): string {
  const path = podTemplatePath(object);
  if (path === undefined) return '';
  const image = stringAt(valueAt(object.value, [...path, 'spec', 'containers', 0]), ['image']);
  return image === undefined ? '' : shortImage(image);
}

/** `registry/team/nginx:1.29@sha256:…` → `nginx`. */
function shortImage(image: string): string {
  const name = image.split('@')[0]?.split('/').at(-1) ?? image;
  return name.split(':')[0] ?? name;
}

function certificatesFact(certificates: readonly Certificate[], at: number): string {
  const [leaf] = certificates;
  if (leaf === undefined) return '';
  const expired = certificates.find(
    ({ notAfter }) => notAfter.epoch !== null && notAfter.epoch <= at,
  );
  if (expired !== undefined) return `expired ${formatDate(expired.notAfter.epoch)}`;
  const early = certificates.find(
    ({ notBefore }) => notBefore.epoch !== null && notBefore.epoch > at,
  );
  if (early !== undefined) return `not valid before ${formatDate(early.notBefore.epoch)}`;
  if (isCa(leaf)) return certificates.length === 1 ? '1 CA' : `${String(certificates.length)} CAs`;
  return hasDnsName(leaf) ? `valid to ${formatDate(leaf.notAfter.epoch)}` : 'no SAN';
}

function isCa({ extensions }: Certificate): boolean {
  return extensions.basicConstraints?.ca === true;
}

function hasDnsName({ extensions }: Certificate): boolean {
  return (extensions.subjectAltNames ?? []).some(({ kind }) => kind === 'dns');
}
