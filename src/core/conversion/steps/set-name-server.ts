import {
  groups,
  isObject,
  itemsAt,
  kinds,
  objectKey,
  stringAt,
  valueAt,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { ConversionDraft } from '../conversion-draft.ts';
import { freeName } from '../free-name.ts';
import { placeOf } from '../place.ts';

const REF = ['spec', 'infrastructure', 'parametersRef'];
const RESOLVER = ['spec', 'dnsResolver'];
const KIND = 'NginxProxy';
/** `serviceSubnet` of kubeadm, tenth address. */
const KUBEADM = '10.96.0.10';

/** nginx finds an ExternalName Service with the name server that the NginxProxy of the Gateway names. */
export function setNameServer(draft: ConversionDraft, gateways: ReadonlySet<string>): void {
  for (const key of gateways) {
    const gateway = draft.object(key);
    if (gateway === undefined) continue;
    const attached = attachedProxy(draft, gateway);
    if (attached !== undefined && isObject(valueAt(attached.value, RESOLVER))) continue;
    const address = nameServer(draft);
    if (attached !== undefined) {
      draft.set(attached.key, RESOLVER, resolver(address));
      draft.map(null, placeOf(attached, RESOLVER), 'NAME-SERVER-ASSUMED', address);
    } else attach(draft, gateway, address);
  }
}

function attachedProxy(
  draft: ConversionDraft,
  { value, namespace }: ManifestObject,
): ManifestObject | undefined {
  const name = stringAt(value, [...REF, 'name']) ?? '';
  if (stringAt(value, [...REF, 'kind']) !== KIND) return undefined;
  return draft.object(objectKey(groups.nginxGateway, KIND, namespace, name));
}

/** One that stands there from before is used again. */
function attach(draft: ConversionDraft, gateway: ManifestObject, address: string): void {
  const { namespace } = gateway;
  const group = groups.nginxGateway;
  const idle = draft.index
    .ofKind(`${group}/${KIND}`)
    .find((one) => one.namespace === namespace && isObject(valueAt(one.value, RESOLVER)));
  const name = idle?.name ?? addProxy(draft, gateway, address);
  draft.set(gateway.key, REF, { group, kind: KIND, name });
  draft.map(null, placeOf(gateway, REF));
}

function addProxy(draft: ConversionDraft, gateway: ManifestObject, address: string): string {
  const { namespace } = gateway;
  const group = groups.nginxGateway;
  const wanted = { group, kind: KIND, namespace, name: `${gateway.name}-proxy` };
  const name = freeName(draft, wanted);
  const manifest = {
    apiVersion: `${group}/v1alpha2`,
    kind: KIND,
    metadata: { name: name.name, namespace },
    spec: { dnsResolver: resolver(address) },
  };
  const key = draft.add(manifest, name, gateway.key);
  draft.map(null, placeOf({ ...name, key }, RESOLVER), 'NAME-SERVER-ASSUMED', address);
  return name.name;
}

function resolver(address: string) {
  return { addresses: [{ type: 'IPAddress', value: address }] };
}

/** The cluster's DNS Service where it is among the files. */
function nameServer({ index }: ConversionDraft): string {
  const dns = index
    .ofKind(kinds.service)
    .find(({ namespace, name }) => namespace === 'kube-system' && name === 'kube-dns');
  const listed = itemsAt(dns?.value, ['spec', 'clusterIPs'])[0];
  const address = stringAt(dns?.value, ['spec', 'clusterIP']) ?? listed;
  return typeof address === 'string' && address !== 'None' ? address : KUBEADM;
}
