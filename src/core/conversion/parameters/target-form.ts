import { kgatewayFeatures } from '../../implementations/kgateway/versions.ts';
import type { JsonObject } from '../../manifest/types.ts';
import type { ImplementationId } from '../../model/index.ts';
import { groupName } from '../../tls/group-name.ts';
import type { Place } from '../types.ts';
import type { ParameterCode } from '../wording/parameter-wording.ts';
import {
  agentgatewayNames,
  besideConfigPolicyNames,
  configPolicyNames,
  envoyGatewayNames,
  noNames,
} from './read-parameters.ts';
import type { ParameterNames, TlsParameters, Written } from './types.ts';

/** A parameter that the target has no word for. */
export interface LostParameter {
  readonly code: ParameterCode;
  readonly at: Place;
  /** `TLS 1.3`, `P-521`. */
  readonly value: string;
}

/** Parameters as a block of the target says them. */
export interface TargetForm {
  readonly fields: JsonObject;
  /** Places of what `fields` says. */
  readonly carried: readonly Place[];
  readonly lost: readonly LostParameter[];
}

/** Who reads the parameters, and what holds without them. */
export interface FormContext {
  readonly to: ImplementationId;
  readonly version: string;
  /** Lowest and highest TLS version by default, before and after. */
  readonly before: readonly [string, string];
  readonly after: readonly [string, string];
  /** The gateway speaks HTTP/2 to the backend whether or not ALPN agrees on it. */
  readonly http2: boolean;
}

/** What a release calls the parameters. */
function namesOf({ to, version }: FormContext): ParameterNames {
  switch (to) {
    case 'nginx-gateway-fabric':
      return noNames;
    case 'envoy-gateway':
      return envoyGatewayNames;
    case 'kgateway': {
      const { configPolicy, signatureAlgorithms } = kgatewayFeatures(version);
      if (!configPolicy) return noNames;
      const { alpn } = besideConfigPolicyNames;
      return { ...configPolicyNames, alpn, ...(!signatureAlgorithms && { schemes: null }) };
    }
    case 'agentgateway':
      return agentgatewayNames;
    default:
      return to satisfies never;
  }
}

/** Groups of agentgateway, `keyExchangeGroups`, by the name that all share. */
const AGENTGATEWAY_GROUPS: ReadonlyMap<string, string> = new Map([
  ['X25519', 'X25519'],
  ['P-256', 'P-256'],
  ['P-384', 'P-384'],
  ['X25519MLKEM768', 'X25519_MLKEM768'],
]);

/** Says parameters in the words of the target; none come to nothing. */
export function targetForm(parameters: TlsParameters, context: FormContext): TargetForm {
  if (Object.keys(parameters).length === 0) return nothing;
  return joined([
    versionForm(parameters, context),
    cipherForm(parameters, context),
    groupForm(parameters, context),
    schemeForm(parameters, context),
    alpnForm(parameters, context),
  ]);
}

const nothing: TargetForm = { fields: {}, carried: [], lost: [] };

function joined(forms: readonly TargetForm[]): TargetForm {
  return {
    fields: Object.assign({}, ...forms.map(({ fields }) => fields)) as JsonObject,
    carried: forms.flatMap(({ carried }) => carried),
    lost: forms.flatMap(({ lost }) => lost),
  };
}

function lostAs(code: ParameterCode, at: Place, value: string): TargetForm {
  return { ...nothing, lost: [{ code, at, value }] };
}

/** Both ends are written: what is left out means another version elsewhere. A default that is lost is no field's loss. */
function versionForm(
  { min, max, ciphers, groups, schemes, alpn }: TlsParameters,
  context: FormContext,
): TargetForm {
  const { before, after } = context;
  const [low, high] = [min?.value ?? before[0], max?.value ?? before[1]];
  if (low === after[0] && high === after[1]) return nothing;
  const at = min?.at ?? max?.at;
  const value = low === high ? `TLS ${low}` : `TLS ${low} to ${high}`;
  const names = namesOf(context);
  if (names.min === null || names.max === null)
    return at === undefined ? nothing : lostAs('TLS-VERSIONS', at, value);
  if (low > high) {
    const place = at ?? (ciphers ?? groups ?? schemes ?? alpn)?.at;
    return place === undefined ? nothing : lostAs('NO-VERSION', place, `from ${low} to ${high}`);
  }
  return {
    fields: { [names.min]: low, [names.max]: high },
    carried: [min?.at, max?.at].filter((place) => place !== undefined),
    lost: [],
  };
}

/** With TLS 1.3 as the lowest version no suite of the list is ever offered, and Envoy Gateway does not admit one. */
function cipherForm({ ciphers, min }: TlsParameters, context: FormContext): TargetForm {
  if (ciphers === undefined || min?.value === '1.3') return nothing;
  return listForm(namesOf(context).ciphers, ciphers, 'CIPHER-SUITES');
}

function groupForm({ groups }: TlsParameters, context: FormContext): TargetForm {
  const name = namesOf(context).groups;
  if (groups === undefined) return nothing;
  if (name === null || context.to !== 'agentgateway') {
    const value = groups.value.map(groupName);
    return listForm(name, { ...groups, value }, 'GROUPS');
  }
  const known = groups.value.map((group) => AGENTGATEWAY_GROUPS.get(groupName(group)));
  const value = known.filter((group) => group !== undefined);
  const gone = groups.value.filter((_, index) => known[index] === undefined);
  const lost = gone.length === 0 ? nothing : lostAs('GROUPS', groups.at, gone.join(', '));
  return value.length === 0 ? lost : joined([listForm(name, { ...groups, value }, 'GROUPS'), lost]);
}

function schemeForm({ schemes }: TlsParameters, context: FormContext): TargetForm {
  if (schemes === undefined) return nothing;
  return listForm(namesOf(context).schemes, schemes, 'SIGNATURE-ALGORITHMS');
}

/** kgateway speaks HTTP/1.1 or HTTP/2 whatever ALPN agrees on: a backend that chose the other one would not understand it. */
function alpnForm({ alpn }: TlsParameters, context: FormContext): TargetForm {
  if (alpn === undefined) return nothing;
  const { to, http2 } = context;
  const name = namesOf(context).alpn;
  const value = alpn.value.join(', ');
  if (alpn.value.length === 0) {
    const isOff = to === 'nginx-gateway-fabric' || to === 'kgateway';
    if (to === 'agentgateway') return lostAs('ALPN-ON', alpn.at, 'no application protocol');
    return isOff || name === null
      ? nothing
      : { fields: { [name]: [] }, carried: [alpn.at], lost: [] };
  }
  const spoken = http2 ? 'h2' : 'http/1.1';
  if (to === 'kgateway' && name !== null && alpn.value.some((one) => one !== spoken))
    return lostAs('ALPN-NOT-SPOKEN', alpn.at, value);
  return listForm(name, alpn, 'ALPN');
}

function listForm(
  name: string | null,
  { value, at }: Written<readonly string[]>,
  code: ParameterCode,
): TargetForm {
  if (name === null) return lostAs(code, at, value.join(', '));
  return { fields: { [name]: [...value] }, carried: [at], lost: [] };
}
