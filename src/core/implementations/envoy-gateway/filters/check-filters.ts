import { stringAt, valueAt } from '../../../gateway-api/index.ts';
import type { JsonValue, ManifestObject } from '../../../manifest/types.ts';
import type { FieldPath } from '../../../model/index.ts';
import type { BackendOutcome, EnvoyGatewayState } from '../types.ts';
import { answer500, joinErrors, notAccepted, type FilterError } from './filter-error.ts';
import { startFilters, type FilterProgress } from './filter-progress.ts';
import { followExtension } from './follow-extension.ts';
import { hostnameError } from './hostname-error.ts';
import { modifyHeaders } from './modify-headers.ts';
import { rewriteUrl } from './rewrite-url.ts';

/** What the filters of a rule or backendRef come to. */
export interface FilterOutcome {
  /** At most one for each type of condition. */
  readonly errors: readonly FilterError[];
  /** Status with which the filters answer in the backends' place. */
  readonly response?: number;
  readonly mirrors: readonly BackendOutcome[];
}

/** Whose filters they are. */
export interface FilterOwner {
  readonly state: EnvoyGatewayState;
  readonly gateway: ManifestObject;
  readonly route: ManifestObject;
  /** Of the list. */
  readonly path: FieldPath;
}

const MIRROR_WITH = 'RequestMirror filter cannot be used when the rule also configures a';

/**
 * Goes through filters in order, until one answers by itself. Filters of GRPCRoutes that Envoy Gateway took up late
 * (extensions) are passed over in silence.
 *
 * @see internal/gatewayapi/filters.go `ProcessHTTPFilters`, `ProcessGRPCFilters`
 */
export function checkFilters(owner: FilterOwner, filters: readonly JsonValue[]): FilterOutcome {
  const progress = startFilters();
  const mirrors: BackendOutcome[] = [];
  const errors = filters.flatMap((filter, at): FilterError[] => {
    if (progress.directResponse !== undefined) return [];
    if (stringAt(filter, ['type']) !== 'RequestMirror') return applyFilter(owner, filter, progress);
    const path = [...owner.path, at, 'requestMirror', 'backendRef'];
    const mirror = owner.state.mirror(owner.gateway, owner.route, path);
    if (mirror === undefined) return [];
    mirrors.push(mirror);
    const error = mirrorError(mirror);
    if (error === null) progress.mirrors += 1;
    return error === null ? [] : [error];
  });
  const joined = joinErrors([...errors, ...mirrorConflicts(progress)]);
  const response = progress.directResponse;
  return { errors: joined, mirrors, ...(response !== undefined && { response }) };
}

function applyFilter(
  { state, route }: FilterOwner,
  filter: JsonValue,
  progress: FilterProgress,
): FilterError[] {
  const type = stringAt(filter, ['type']) ?? '';
  switch (type) {
    case 'RequestHeaderModifier':
      return modifyHeaders('Request', valueAt(filter, ['requestHeaderModifier']), progress.request);
    case 'ResponseHeaderModifier':
      return modifyHeaders(
        'Response',
        valueAt(filter, ['responseHeaderModifier']),
        progress.response,
      );
    case 'URLRewrite':
      return rewriteUrl('core', valueAt(filter, ['urlRewrite']), progress);
    case 'RequestRedirect':
      return redirect(valueAt(filter, ['requestRedirect']), progress);
    case 'ExtensionRef':
      return route.kind === 'GRPCRoute' || state.context.config.hasExtensionServer
        ? []
        : followExtension(state.context.resolution.index, route, filter, progress);
    case 'CORS':
      return [];
    default:
      return answer500(
        progress,
        notAccepted(`invalid filter ${type}: unsupported filter type ${type}`),
      );
  }
}

/** @see internal/gatewayapi/filters.go `processRedirectFilter` */
function redirect(value: JsonValue | undefined, progress: FilterProgress): FilterError[] {
  if (progress.redirects)
    return [
      notAccepted('cannot configure multiple requestRedirect filters for a single HTTPRouteRule'),
    ];
  const hostname = stringAt(value, ['hostname']);
  const refused = hostname === undefined ? null : hostnameError(hostname);
  if (refused !== null) return [notAccepted(refused)];
  progress.redirects = true;
  return [];
}

/** Where a backend is named wrongly the filter is told of, where its TLS is wrong only the cause. */
function mirrorError({ backend, refusal }: BackendOutcome): FilterError | null {
  if (refusal === undefined) return null;
  const { reason, message } = refusal;
  const isEmpty = reason === 'EndpointsNotFound';
  const place = 'failed to validate the RequestMirror filter';
  return {
    type: isEmpty ? 'BackendsAvailable' : 'ResolvedRefs',
    reason,
    message: backend === undefined || isEmpty ? `${place}: ${message}` : message,
  };
}

function mirrorConflicts({ mirrors, directResponse, redirects }: FilterProgress): FilterError[] {
  if (mirrors === 0) return [];
  const others = [
    ...(directResponse === undefined ? [] : ['DirectResponse']),
    ...(redirects && directResponse === undefined ? ['RequestRedirect'] : []),
  ];
  return others.map((other) =>
    notAccepted(`${MIRROR_WITH} ${other} filter`, 'IncompatibleFilters'),
  );
}
