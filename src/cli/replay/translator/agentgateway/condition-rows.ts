import type { Resolution } from '../../../../core/gateway-api/index.ts';
import { agentgatewayStatus } from '../../../../core/implementations/agentgateway/status/agentgateway-status.ts';
import { AGENTGATEWAY_CONTROLLER } from '../../../../core/implementations/agentgateway/status/controller-name.ts';
import type { Note } from '../../types.ts';
import { conditionTexts } from '../condition-texts.ts';
import type { Table } from '../tables.ts';
import type { AgentgatewayOutput } from './agentgateway-output.ts';
import { VERSION } from './version.ts';

/** Kinds whose status is outside backend TLS. */
const OTHER_KINDS = ['InferencePool', 'AgentgatewayModel'];

/** Every recorded list of conditions, by the object and what it stands under; other controllers' are theirs. */
export function recordedConditions({ status }: AgentgatewayOutput, note: Note): Table {
  const found = new Map<string, readonly string[]>();
  for (const { kind, metadata, status: own } of status) {
    const name = `${kind} ${metadata.namespace}/${metadata.name}`;
    if (OTHER_KINDS.includes(kind)) {
      note(`${name}, which is outside backend TLS`);
      continue;
    }
    if (own.conditions) found.set(name, conditionTexts(own.conditions).sort());
    const entries = [
      ...(own.ancestors ?? []).map((entry) => ({ ...entry, ref: entry.ancestorRef })),
      ...(own.parents ?? []).map((entry) => ({ ...entry, ref: entry.parentRef })),
    ];
    for (const { ref, conditions, controllerName = AGENTGATEWAY_CONTROLLER } of entries)
      if (controllerName === AGENTGATEWAY_CONTROLLER)
        found.set(
          `${name} under ${ref.namespace ?? ''}/${ref.name}`,
          conditionTexts(conditions).sort(),
        );
    for (const listener of own.listeners ?? [])
      found.set(`${name} listener ${listener.name}`, conditionTexts(listener.conditions).sort());
  }
  return found;
}

/** The predicted ones of the kinds whose status is recorded. */
export function predictedConditions(resolution: Resolution, recorded: readonly string[]): Table {
  return new Map(
    agentgatewayStatus(resolution, VERSION).flatMap(({ objectId, kind, ref, conditions }) => {
      const object = resolution.index.byId.get(objectId);
      if (object === undefined || !recorded.includes(object.kind)) return [];
      const own = `${object.kind} ${object.namespace}/${object.name}`;
      const name = {
        object: own,
        listener: `${own} listener ${ref?.sectionName ?? ''}`,
        parent: `${own} under ${ref?.namespace ?? ''}/${ref?.name ?? ''}`,
        ancestor: `${own} under ${ref?.namespace ?? ''}/${ref?.name ?? ''}`,
      }[kind];
      return [[name, conditionTexts(conditions).sort()] as const];
    }),
  );
}
