import { groups } from '../../gateway-api/index.ts';
import { traitsOf } from '../../implementations/envoy-gateway/traits.ts';
import { HTTP2_PROTOCOLS } from '../../implementations/kgateway/cluster-entries.ts';
import type { ConversionDraft } from '../conversion-draft.ts';
import type { Scope } from '../source/scope.ts';
import { sourceVersion } from '../source/source-version.ts';
import { targetTraits } from '../target-traits.ts';
import type { Place } from '../types.ts';
import { carryToBackend } from './carry-to-backend.ts';
import { carryToGateway } from './carry-to-gateway.ts';
import { carryToPolicy } from './carry-to-policy.ts';
import { heldWords, type HeldReason } from './held.ts';
import { targetForm, type TargetForm } from './target-form.ts';
import type { Tuning } from './types.ts';

/** What was read before anything changed, and where backends went. */
export interface CarriedFrom {
  readonly tunings: readonly Tuning[];
  /** Places of parameters for all backends of a Gateway. */
  readonly wide: readonly Place[];
  /** New keys of backends by old. */
  readonly moved: ReadonlyMap<string, string>;
}

/** One backend with its parameters in the words of the target, by Gateway. */
interface Formed {
  readonly key: string;
  readonly tuning: Tuning;
  readonly forms: ReadonlyMap<string, TargetForm>;
}

/** Writes TLS parameters where the target has fields for them and the effect is the same; all others are told as lost. */
export function carryParameters(
  draft: ConversionDraft,
  scope: Scope,
  { tunings, wide, moved }: CarriedFrom,
): void {
  if (tunings.length === 0) for (const at of wide) hold(draft, at, 'no-backend');
  const all = tunings.map((tuning) => formed(draft, scope, tuning, moved));
  for (const { forms } of all) tellLost(draft, forms);
  const { to } = draft.request;
  switch (to) {
    case 'nginx-gateway-fabric':
      return;
    case 'envoy-gateway':
      carryToEnvoyGateway(draft, scope, all);
      return;
    case 'kgateway':
    case 'agentgateway':
      for (const one of all) carryOne(draft, scope, to, one);
      return;
    default:
      to satisfies never;
  }
}

function formed(
  draft: ConversionDraft,
  scope: Scope,
  tuning: Tuning,
  moved: ReadonlyMap<string, string>,
): Formed {
  const { from, to, version } = draft.request;
  const context = {
    to,
    version,
    before: targetTraits(from, sourceVersion(draft)).versions,
    after: draft.target.versions,
    http2: speaksHttp2(scope, tuning.backend),
  };
  const forms = [...tuning.byGateway].map(
    ([gateway, parameters]) => [gateway, targetForm(parameters, context)] as const,
  );
  return { key: moved.get(tuning.backend) ?? tuning.backend, tuning, forms: new Map(forms) };
}

function speaksHttp2({ resolution }: Scope, backendKey: string): boolean {
  return resolution.connections.some(
    ({ backend }) =>
      backend.target.key === backendKey &&
      backend.kind === 'service' &&
      HTTP2_PROTOCOLS.has(backend.appProtocol ?? ''),
  );
}

function tellLost(draft: ConversionDraft, forms: Formed['forms']): void {
  const target = draft.target.title;
  for (const { lost } of forms.values())
    for (const { code, at, value } of lost) draft.lose(code, at, { target, value });
}

function hold(draft: ConversionDraft, at: Place, reason: HeldReason): void {
  draft.lose('PARAMETERS-HELD', at, { target: draft.target.title, value: heldWords[reason] });
}

function holdAll(draft: ConversionDraft, { carried }: TargetForm, reason: HeldReason | null): void {
  if (reason !== null) for (const at of carried) hold(draft, at, reason);
}

/** Policies of the target's own hold whichever Gateway the request came through. */
function carryOne(
  draft: ConversionDraft,
  scope: Scope,
  to: 'kgateway' | 'agentgateway',
  { key, tuning, forms }: Formed,
): void {
  const backend = draft.object(key);
  const one = soleForm(forms);
  if (backend === undefined) return;
  if (one === null) for (const form of forms.values()) holdAll(draft, form, 'gateways-differ');
  else if (!isEmpty(one))
    holdAll(draft, one, carryToPolicy(draft, scope, to, { backend, tuning, form: one }));
}

/** Into each Backend that is one of Envoy Gateway's, and for Services into the EnvoyProxy of the Gateway. */
function carryToEnvoyGateway(draft: ConversionDraft, scope: Scope, all: readonly Formed[]): void {
  for (const gateway of scope.gateways) {
    const reached = all.filter(({ forms }) => forms.has(gateway));
    const forms = new Map(
      reached.flatMap(({ key, forms: own }) => {
        const form = own.get(gateway);
        return form === undefined ? [] : [[key, form] as const];
      }),
    );
    const one = soleForm(forms);
    const services = reached.filter((formed) => !isOwnBackend(draft, formed));
    if (one !== null && !isEmpty(one) && services.length > 0)
      holdAll(draft, one, carryToGateway(draft, gateway, one));
    else if (one === null)
      for (const { key } of services) {
        const form = forms.get(key);
        if (form !== undefined) holdAll(draft, form, 'backends-differ');
      }
  }
  for (const formed of all) if (isOwnBackend(draft, formed)) carryOwn(draft, formed);
}

/** Releases before 1.6 read no parameters there. */
function isOwnBackend(draft: ConversionDraft, { key }: Formed): boolean {
  const { to, version } = draft.request;
  const isRead = to === 'envoy-gateway' && traitsOf(version).backendClientSettings;
  return isRead && draft.object(key)?.group === groups.envoyGateway;
}

function carryOwn(draft: ConversionDraft, { key, forms }: Formed): void {
  const backend = draft.object(key);
  const one = soleForm(forms);
  if (backend === undefined) return;
  if (one === null) for (const form of forms.values()) holdAll(draft, form, 'gateways-differ');
  else if (!isEmpty(one)) carryToBackend(draft, backend, one);
}

/** The form that all have in common; null when they differ. */
function soleForm(forms: ReadonlyMap<string, TargetForm>): TargetForm | null {
  const [first, ...others] = forms.values();
  if (first === undefined) return null;
  const words = JSON.stringify(first.fields);
  return others.every(({ fields }) => JSON.stringify(fields) === words) ? first : null;
}

function isEmpty({ fields }: TargetForm): boolean {
  return Object.keys(fields).length === 0;
}
