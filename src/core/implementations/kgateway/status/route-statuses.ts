import {
  itemsAt,
  numberAt,
  stringAt,
  valueAt,
  type ObjectIndex,
} from '../../../gateway-api/index.ts';
import type { RouteAttachment } from '../../../gateway-api/types.ts';
import type { JsonValue, ManifestObject } from '../../../manifest/types.ts';
import type { ObjectStatus, PredictedCondition, StatusRef } from '../../status.ts';
import type { CheckedBackendRef } from '../check-backend-ref.ts';
import type { KgatewayState } from '../kgateway-state.ts';
import { change } from '../listeners/listener-conditions.ts';
import { unresolvedExtensions } from '../unresolved-extensions.ts';
import { KGATEWAY_CONTROLLER } from './controller-name.ts';
import { isStream, parentReport, type ParentReport } from './parent-report.ts';
import type { Routing } from './routed-backends.ts';

/**
 * Conditions of every route under every Gateway that kgateway runs. They stay True when a policy of the
 * backend is broken: only traffic shows it. A parent that does not translate the route writes nothing.
 */
export function routeStatuses(
  state: KgatewayState,
  { attachments, backendRefs }: Routing,
): readonly ObjectStatus[] {
  const { index } = state.resolution;
  const reported = attachments.flatMap((attachment): Reported[] => {
    const route = index.byId.get(attachment.routeId);
    if (route === undefined) return [];
    if (attachment.reason !== undefined) return [{ route, attachment, report: 'told' }];
    return [{ route, attachment, report: parentReport(state, route, attachment) }];
  });
  const streams = new Set(reported.filter(isToldStream).map(parentsOf));
  return reported.flatMap((one): ObjectStatus[] => {
    const { route, attachment } = one;
    const all = streams.has(parentsOf(one));
    const conditions = all
      ? conditionsOf(state, { ...one, report: 'told' }, backendRefs, undefined)
      : conditionsOf(state, one, backendRefs, attachment.reason);
    if (conditions === null) return [];
    const ref = parentRef(route, attachment);
    return [
      {
        objectId: route.id,
        kind: 'parent',
        ref,
        controllerName: KGATEWAY_CONTROLLER,
        conditions,
      },
    ];
  });
}

interface Reported {
  readonly route: ManifestObject;
  readonly attachment: RouteAttachment;
  readonly report: ParentReport;
}

function isToldStream({ route, attachment, report }: Reported): boolean {
  return report === 'told' && attachment.reason === undefined && isStream(route);
}

/** All parentRefs of a TLSRoute or TCPRoute under one Gateway are told what one of them is told. */
function parentsOf({ route, attachment }: Reported): string {
  return `${route.id}|${attachment.gatewayId ?? ''}`;
}

/** @param reason why the parent does not take the route */
function conditionsOf(
  { resolution: { index }, features }: KgatewayState,
  { route, report }: Reported,
  backendRefs: Routing['backendRefs'],
  reason: RouteAttachment['reason'],
): readonly PredictedCondition[] | null {
  if (report === 'untold' || (report === 'lost' && !features.programmedRoutes)) return null;
  if (report === 'lost') return [ACCEPTED, RESOLVED, LOST];
  const resolved = resolvedRefs(backendRefs.get(route.id) ?? []);
  if (reason !== undefined) return [change('Accepted', 'False', reason, ''), resolved];
  const accepted = isStream(route) ? { ...ACCEPTED, message: '' } : ACCEPTED;
  const replaced = features.replacedRules ? replacement(index, route) : null;
  if (!features.programmedRoutes)
    return replaced === null
      ? [accepted, resolved]
      : [change('Accepted', 'False', 'RouteRuleReplaced', replaced), resolved];
  const programmed =
    replaced === null
      ? PROGRAMMED
      : change('kgateway.dev/Programmed', 'False', 'RouteRuleReplaced', replaced);
  return [accepted, resolved, programmed];
}

function resolvedRefs(refs: readonly CheckedBackendRef[]): PredictedCondition {
  const refused = refs.find(({ ok }) => !ok);
  return refused === undefined || refused.ok
    ? RESOLVED
    : change('ResolvedRefs', 'False', refused.reason, refused.message);
}

const ACCEPTED = change('Accepted', 'True', 'Accepted', 'Successfully accepted Route');
const RESOLVED = change(
  'ResolvedRefs',
  'True',
  'ResolvedRefs',
  'Successfully resolved all references',
);
const PROGRAMMED = change(
  'kgateway.dev/Programmed',
  'True',
  'Programmed',
  'Successfully programmed Route',
);
/** Of several TCPRoutes of a listener the oldest is used. */
const LOST = change('kgateway.dev/Programmed', 'False', 'Conflicted', '');

/** One message for all rules: the last one that is replaced tells its last match. */
function replacement(index: ObjectIndex, route: ManifestObject): string | null {
  const rules = itemsAt(route.value, ['spec', 'rules']);
  const replaced = rules.flatMap((rule, at) => {
    const text = unresolvedExtensions(index, route, at);
    const match = Math.max(itemsAt(rule, ['matches']).length - 1, 0);
    return text === null ? [] : [`Replaced Rule (${match}): ${leadsNowhere(rule)}${text}`];
  });
  return replaced.at(-1) ?? null;
}

/** A rule without backends and redirect is told so first. */
function leadsNowhere(rule: JsonValue): string {
  const redirects = itemsAt(rule, ['filters']).some(
    (filter) => stringAt(filter, ['type']) === 'RequestRedirect',
  );
  return redirects || itemsAt(rule, ['backendRefs']).length > 0 ? '' : 'no action specified\n';
}

/** The parentRef as written, group and kind as the API server fills them in. */
function parentRef(route: ManifestObject, { parent }: RouteAttachment): StatusRef {
  const written = valueAt(route.value, parent.from.path);
  const namespace = stringAt(written, ['namespace']);
  const sectionName = stringAt(written, ['sectionName']);
  const port = numberAt(written, ['port']);
  return {
    group: parent.target.group,
    kind: parent.target.kind,
    ...(namespace === undefined ? {} : { namespace }),
    name: parent.target.name,
    ...(sectionName === undefined ? {} : { sectionName }),
    ...(port === undefined ? {} : { port }),
  };
}
