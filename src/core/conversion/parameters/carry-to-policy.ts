import { isObject, valueAt } from '../../gateway-api/index.ts';
import { removeItem, removeObject } from '../../manifest/index.ts';
import type { JsonObject, ManifestObject } from '../../manifest/types.ts';
import { addOwnPolicy, OWN_POLICY } from '../add-own-policy.ts';
import type { ConversionDraft } from '../conversion-draft.ts';
import { placeOf } from '../place.ts';
import type { Scope } from '../source/scope.ts';
import { agentgatewayBlock } from './agentgateway-block.ts';
import { configPolicyBlock } from './config-policy-block.ts';
import type { HeldReason } from './held.ts';
import type { NeededSecret } from './own-block.ts';
import { namesBackend, policyOfBackend, targetsOf } from './policy-of-backend.ts';
import type { TargetForm } from './target-form.ts';
import type { Tuning } from './types.ts';

/** One backend and what is to be written for it. */
interface Wanted {
  readonly backend: ManifestObject;
  readonly tuning: Tuning;
  readonly form: TargetForm;
}

/**
 * Writes parameters into a policy of kgateway's or agentgateway's own. A BackendTLSPolicy would go before it, so what that says
 * is written there too, and it goes.
 *
 * @returns why they cannot be written, or null
 */
export function carryToPolicy(
  draft: ConversionDraft,
  scope: Scope,
  to: keyof typeof OWN_POLICY,
  { backend, tuning, form }: Wanted,
): HeldReason | null {
  const found = policyOfBackend(draft, scope, backend, tuning.backend);
  if (found.kind === 'held') return found.reason;
  const own = ownPolicy(draft, to, backend);
  if (own !== undefined && targetsOf(own).length !== 1) return 'other-policy';
  const fields = to === 'kgateway' ? inConfigPolicy(form.fields) : form.fields;
  if (found.kind === 'none') {
    if (own === undefined) return null;
    for (const [name, value] of Object.entries(fields))
      draft.set(own.key, [...OWN_POLICY[to].path, name], value);
    tell(draft, to, form, own);
    return null;
  }
  const { policy, target } = found;
  const made =
    to === 'kgateway'
      ? configPolicyBlock(draft, policy)
      : agentgatewayBlock(draft, policy, [...tuning.byGateway.keys()]);
  if (!made.ok) return made.reason;
  if (made.needs !== null) addSecret(draft, made.needs);
  const block = { ...made.block, ...fields };
  const written = own ?? addOwnPolicy(draft, to, backend, block, policy.key);
  if (own !== undefined) draft.set(own.key, OWN_POLICY[to].path, block);
  takeOut(draft, policy, target);
  const place = placeOf(written, OWN_POLICY[to].path);
  if (draft.object(policy.key) === undefined) draft.replaceTold(policy.key, place);
  // A policy that the conversion made itself was never the user's.
  if (scope.resolution.index.byKey.has(policy.key))
    draft.map(placeOf(policy, ['spec', 'validation']), place, 'INSTEAD-OF-POLICY', written.kind);
  tell(draft, to, form, written);
  return null;
}

/** kgateway has ALPN beside the parameters. */
function inConfigPolicy({ alpnProtocols, ...parameters }: JsonObject): JsonObject {
  return {
    ...(Object.keys(parameters).length > 0 && { parameters }),
    ...(alpnProtocols !== undefined && { alpnProtocols }),
  };
}

/** One for this backend that is there already, with a `tls` block. */
function ownPolicy(
  draft: ConversionDraft,
  to: keyof typeof OWN_POLICY,
  backend: ManifestObject,
): ManifestObject | undefined {
  const { group, kind, path } = OWN_POLICY[to];
  return draft.index
    .ofKind(`${group}/${kind}`)
    .find(
      (one) =>
        one.namespace === backend.namespace &&
        isObject(valueAt(one.value, path)) &&
        targetsOf(one).some((ref) => namesBackend(ref, backend)),
    );
}

function addSecret(draft: ConversionDraft, { name, namespace, pem, origin }: NeededSecret): void {
  const wanted = { group: '', kind: 'Secret', namespace, name };
  const manifest = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace },
    type: 'Opaque',
    stringData: { 'ca.crt': pem },
  };
  const key = draft.add(manifest, wanted, origin.key);
  const to = placeOf({ ...wanted, key }, ['stringData', 'ca.crt']);
  draft.map(placeOf(origin), to, 'COPY-OF-CA', `${origin.kind} ${origin.name}`);
}

/** The policy as a whole, or this backend from among its targets. */
function takeOut(draft: ConversionDraft, { key }: ManifestObject, target: number): void {
  const policy = draft.object(key);
  const parsed = draft.source.parsed.find(({ file }) => file.id === policy?.fileId);
  if (policy === undefined || parsed === undefined) return;
  const isLast = targetsOf(policy).length === 1;
  const edits = isLast
    ? removeObject(parsed, policy)
    : removeItem(policy, ['spec', 'targetRefs', target]);
  draft.perform({ edits, files: [], renamed: {} });
}

function tell(
  draft: ConversionDraft,
  to: keyof typeof OWN_POLICY,
  { carried }: TargetForm,
  written: Parameters<typeof placeOf>[0],
): void {
  for (const at of carried) draft.map(at, placeOf(written, OWN_POLICY[to].path));
}
