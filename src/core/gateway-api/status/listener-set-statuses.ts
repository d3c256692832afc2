import type { ManifestObject } from '../../manifest/types.ts';
import type { ObjectStatus } from '../status.ts';
import type { ListenerSetAttachment } from '../types.ts';
import { condition } from './condition.ts';
import type { StatusContext } from './context.ts';
import { listenerStatus } from './listener-status.ts';
import { listenerVerdict } from './listener-verdict.ts';

/** What the Gateway API says of one ListenerSet. */
export interface ListenerSetVerdict {
  readonly accepted: boolean;
  readonly statuses: readonly ObjectStatus[];
}

/**
 * Conditions of the ListenerSets that name a Gateway, and of their listeners (GEP-1713, listenerset_types.go):
 * NotAllowed, ParentNotAccepted, ListenersNotValid when no listener of it is valid, else Accepted.
 *
 * @param parentAccepted whether the Gateway itself is accepted
 */
export function listenerSetStatuses(
  context: StatusContext,
  gateway: ManifestObject,
  parentAccepted: boolean,
): readonly ListenerSetVerdict[] {
  return context.merged.listenerSets
    .filter(({ gatewayId }) => gatewayId === gateway.id)
    .flatMap((attachment) => {
      const set = context.resolution.index.byId.get(attachment.listenerSetId);
      return set === undefined
        ? []
        : [setVerdict(context, gateway, set, attachment, parentAccepted)];
    });
}

function setVerdict(
  context: StatusContext,
  gateway: ManifestObject,
  set: ManifestObject,
  { allowed, listeners }: ListenerSetAttachment,
  parentAccepted: boolean,
): ListenerSetVerdict {
  const verdicts = listeners.map((listener) => listenerVerdict(context, gateway, set, listener));
  const refused = refusalOf(
    allowed !== 'no',
    parentAccepted,
    verdicts.some(({ valid }) => valid),
  );
  const accepted = refused === undefined;
  return {
    accepted,
    statuses: [
      {
        objectId: set.id,
        kind: 'object',
        conditions: [
          condition('Accepted', accepted, refused ?? 'Accepted'),
          condition('Programmed', accepted, refused ?? 'Programmed'),
        ],
      },
      ...verdicts.map((verdict) => listenerStatus(context, set, verdict)),
    ],
  };
}

function refusalOf(
  allowed: boolean,
  parentAccepted: boolean,
  someValid: boolean,
): string | undefined {
  if (!allowed) return 'NotAllowed';
  if (!parentAccepted) return 'ParentNotAccepted';
  return someValid ? undefined : 'ListenersNotValid';
}
