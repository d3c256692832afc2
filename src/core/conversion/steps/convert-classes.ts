import { renameObject } from '../../edits/index.ts';
import { groups, objectKey, stringAt } from '../../gateway-api/index.ts';
import type { ImplementationId } from '../../model/index.ts';
import type { ConversionDraft } from '../conversion-draft.ts';
import { placeOf } from '../place.ts';
import type { Scope } from '../source/scope.ts';

/** The class that the installation or the documentation of each makes, and who it says runs it. */
const CLASSES: Readonly<
  Record<ImplementationId, { readonly name: string; readonly controller: string }>
> = {
  'nginx-gateway-fabric': {
    name: 'nginx',
    controller: 'gateway.nginx.org/nginx-gateway-controller',
  },
  'envoy-gateway': { name: 'eg', controller: 'gateway.envoyproxy.io/gatewayclass-controller' },
  kgateway: { name: 'kgateway', controller: 'kgateway.dev/kgateway' },
  agentgateway: { name: 'agentgateway', controller: 'agentgateway.dev/agentgateway' },
};

const CLASS_NAME = ['spec', 'gatewayClassName'];
const CONTROLLER = ['spec', 'controllerName'];

/** Key of the GatewayClass that a Gateway names. */
export function classKeyOf(draft: ConversionDraft, gatewayKey: string): string {
  const name = stringAt(draft.object(gatewayKey)?.value, CLASS_NAME) ?? '';
  return objectKey(groups.gateway, 'GatewayClass', '', name);
}

/**
 * Hands the Gateways to the target: by the controller of their class where it is among the files, which takes the target's
 * usual name where it had the usual one, else by the name of the target's class.
 */
export function convertClasses(draft: ConversionDraft, { gateways }: Scope): void {
  for (const key of gateways) {
    const classKey = classKeyOf(draft, key);
    if (draft.object(classKey) === undefined) nameClass(draft, key);
    else handOver(draft, classKey);
  }
}

/** Several Gateways share a class: the second finds it handed over. */
function handOver(draft: ConversionDraft, classKey: string): void {
  const { from, to } = draft.request;
  const { name, controller } = CLASSES[to];
  const before = draft.object(classKey);
  if (before === undefined) return;
  if (stringAt(before.value, CONTROLLER) !== controller) {
    draft.set(classKey, CONTROLLER, controller);
    const at = placeOf(before, CONTROLLER);
    draft.map(at, at, 'NEW-VALUE', controller);
  }
  if (before.name !== CLASSES[from].name) return;
  const outcome = renameObject(draft.source, classKey, name);
  if (outcome.kind === 'refused') return;
  draft.perform(outcome.edit);
  draft.map(
    placeOf(before, ['metadata', 'name']),
    placeOf({ ...before, name, key: outcome.edit.selects ?? classKey }, ['metadata', 'name']),
  );
}

function nameClass(draft: ConversionDraft, gatewayKey: string): void {
  const { to } = draft.request;
  const { name, controller } = CLASSES[to];
  const gateway = draft.object(gatewayKey);
  if (gateway === undefined || !draft.set(gatewayKey, CLASS_NAME, name)) return;
  const at = placeOf(gateway, CLASS_NAME);
  if (to !== 'envoy-gateway') {
    draft.map(at, at, 'CLASS-OF-INSTALLATION', name);
    return;
  }
  draft.map(at, at, 'NEW-VALUE', name);
  const wanted = { group: groups.gateway, kind: 'GatewayClass', namespace: '', name };
  if (draft.object(objectKey(wanted.group, wanted.kind, '', name)) !== undefined) return;
  const manifest = {
    apiVersion: `${groups.gateway}/v1`,
    kind: 'GatewayClass',
    metadata: { name },
    spec: { controllerName: controller },
  };
  const key = draft.add(manifest, wanted, gatewayKey);
  draft.map(null, placeOf({ ...wanted, key }));
}
