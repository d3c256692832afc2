import { itemsAt, numberAt, stringAt, valueAt } from '../../../gateway-api/index.ts';
import type { RouteAttachment } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import type { ObjectStatus, PredictedCondition, StatusRef } from '../../status.ts';
import { externalNameRefusal } from '../check-backend-ref.ts';
import { NGF_CONTROLLER } from '../controller-name.ts';
import { isInvalidGateway } from '../is-invalid-gateway.ts';
import { isValidListener } from '../is-valid-listener.ts';
import { allErrors, joinFieldErrors, ruleErrors, type RuleErrors } from '../rule-errors.ts';
import { namesKindsInFull, writesParentKind } from '../versions.ts';
import type { RuleOutcome } from '../rule-outcome.ts';
import { conditionTexts } from './condition-texts.ts';
import { lastOfEachType, met, unmet } from './conditions.ts';
import type { StatusContext } from './status-context.ts';

/**
 * Conditions of routes under each of their parents. Of several refused backendRefs the last one is told.
 *
 * @see NGF status/prepare_requests.go `prepareRouteStatus`, graph/route_common.go `bindL7RouteToListeners`
 */
export function routeStatuses(context: StatusContext): readonly ObjectStatus[] {
  const { state, gateways } = context;
  const own = new Map(gateways.map((gateway) => [gateway.id, gateway]));
  const rules = new Map<string, readonly RuleOutcome[]>();
  return state.resolution.attachments.flatMap((attachment): ObjectStatus[] => {
    const gateway = own.get(attachment.gatewayId ?? '');
    const route = state.resolution.index.byId.get(attachment.routeId);
    if (gateway === undefined || route === undefined) return [];
    const parent = { context, attachment, gateway, route };
    if (isInvalidGateway(context, gateway) && !namesListener(parent)) return [];
    const outcomes = rules.get(route.id) ?? ruleOutcomes(context, route);
    rules.set(route.id, outcomes);
    return [
      {
        objectId: route.id,
        kind: 'parent',
        ref: parentRef(parent),
        controllerName: NGF_CONTROLLER,
        conditions: routeConditions(parent, outcomes),
      },
    ];
  });
}

interface Parent {
  readonly context: StatusContext;
  readonly attachment: RouteAttachment;
  readonly gateway: ManifestObject;
  readonly route: ManifestObject;
}

function ruleOutcomes({ state }: StatusContext, route: ManifestObject): readonly RuleOutcome[] {
  return itemsAt(route.value, ['spec', 'rules']).map((_, index) => state.rule(route, index));
}

function routeConditions(
  parent: Parent,
  outcomes: readonly RuleOutcome[],
): readonly PredictedCondition[] {
  const { context, route } = parent;
  const texts = conditionTexts(context.version);
  const { index } = context.state.resolution;
  const errors = outcomes.map((_, at) => ruleErrors(index, route, at, context.version));
  // Backends of a broken rule are not looked at.
  const sound = outcomes.filter((_, at) => isSound(errors[at]));
  return lastOfEachType([
    met('Accepted', 'Accepted', texts.routeAccepted),
    met('ResolvedRefs', 'ResolvedRefs', 'All references are resolved'),
    ...brokenRuleConditions(errors, parent.context.version),
    ...sound.flatMap(ruleConditions),
    ...attachmentConditions(parent, sound),
  ]);
}

function isSound(errors: RuleErrors | undefined): boolean {
  return errors === undefined || allErrors(errors).length === 0;
}

/**
 * The route is refused when no rule has sound matches and filters. Unresolved filters make a rule count as broken
 * without refusing the route by themselves.
 *
 * @see NGF graph/httproute.go `processHTTPRouteRules`
 */
function brokenRuleConditions(
  errors: readonly RuleErrors[],
  version: string,
): readonly PredictedCondition[] {
  const invalid = errors.flatMap(({ matches, filters }) => [...matches, ...filters]);
  const unresolved = errors.flatMap((one) => one.unresolved);
  const text = joinFieldErrors(invalid);
  const lost = joinFieldErrors(unresolved);
  const broken = errors.some(isSound)
    ? met('PartiallyInvalid', 'UnsupportedValue', `Dropped Rule(s): ${text}`)
    : unmet('Accepted', 'UnsupportedValue', `All rules are invalid: ${text}`);
  const message = namesKindsInFull(version) ? lost.charAt(0).toUpperCase() + lost.slice(1) : lost;
  return [
    ...(invalid.length > 0 ? [broken] : []),
    ...(unresolved.length > 0 ? [unmet('ResolvedRefs', 'InvalidFilter', message)] : []),
  ];
}

function ruleConditions({ backends, mismatch }: RuleOutcome): readonly PredictedCondition[] {
  const refused = [...backends.values()].flatMap(({ refusal }) =>
    refusal === undefined ? [] : [unmet('ResolvedRefs', refusal.reason, refusal.message)],
  );
  return mismatch === undefined
    ? refused
    : [...refused, unmet('ResolvedRefs', 'UnsupportedValue', mismatch)];
}

/** What one Gateway has against the route: its listeners, or backends that it alone cannot reach. */
function attachmentConditions(
  parent: Parent,
  outcomes: readonly RuleOutcome[],
): readonly PredictedCondition[] {
  const { context, gateway } = parent;
  const { state, version } = context;
  const reason = isInvalidGateway(context, gateway) ? 'NoMatchingParent' : refusalOf(parent);
  const { notAttached } = conditionTexts(version);
  if (reason === 'NoMatchingParent')
    return [unmet('Accepted', reason, notAttached.NoMatchingParent)];
  const { index, references } = state.resolution;
  const external = outcomes
    .flatMap(({ backends }) => [...backends.values()])
    .flatMap(({ service, refusal }) => {
      if (service === undefined || refusal?.reason === 'BackendNotFound') return [];
      const message = externalNameRefusal(index, references, gateway, service);
      return message === null ? [] : [unmet('ResolvedRefs', 'UnsupportedValue', message)];
    });
  return reason === undefined
    ? external
    : [...external, unmet('Accepted', reason, notAttached[reason])];
}

/** A route is bound to invalid listeners too; at least one has to be valid. */
function refusalOf({ context, attachment }: Parent) {
  const { reason, listeners } = attachment;
  const { state, version } = context;
  const isBound = listeners.some(({ listener }) =>
    isValidListener(state, version, listener, 'missing'),
  );
  return reason ?? (isBound ? undefined : 'InvalidListener');
}

function namesListener({ attachment, route }: Parent): boolean {
  const written = valueAt(route.value, attachment.parent.from.path);
  return (
    stringAt(written, ['sectionName']) !== undefined || numberAt(written, ['port']) !== undefined
  );
}

/**
 * Without sectionName and port the controller makes one parent of each listener and joins them again, if there are
 * several: a Gateway's only listener then stands as sectionName. Group and port are never written.
 *
 * @see NGF graph/route_common.go `buildSectionNameRefs`; status/prepare_requests.go `removeDuplicateIndexParentRefs`
 */
function parentRef(parent: Parent): StatusRef {
  const { context, attachment, route } = parent;
  const { kind, namespace, name, objectId } = attachment.parent.target;
  const owner = context.state.resolution.index.byId.get(objectId ?? '');
  const written = valueAt(route.value, attachment.parent.from.path);
  const [only, ...others] = itemsAt(owner?.value, ['spec', 'listeners']);
  const implied = namesListener(parent) || others.length > 0 ? undefined : stringAt(only, ['name']);
  const sectionName = stringAt(written, ['sectionName']) ?? implied;
  return {
    ...(writesParentKind(context.version) ? { kind } : {}),
    namespace,
    name,
    ...(sectionName === undefined ? {} : { sectionName }),
  };
}
