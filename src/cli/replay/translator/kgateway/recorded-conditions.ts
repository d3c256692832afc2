import { groups } from '../../../../core/gateway-api/index.ts';
import { outsideKind } from '../../../../core/schema/outside-kinds.ts';
import { conditionTexts } from '../condition-texts.ts';
import type { Note } from '../../types.ts';
import type { Table } from '../tables.ts';
import type { Conditions, KgatewayOutput } from './kgateway-output.ts';
import { statusName } from './status-name.ts';

/** Every recorded list of conditions by the object and, where there is one, what it stands under. */
export function recordedConditions({ statuses = {} }: KgatewayOutput, note: Note): Table {
  const found = new Map<string, readonly string[]>();
  const add = (name: string, { conditions }: Conditions): void => {
    found.set(name, conditionTexts(conditions).sort());
  };
  const fronts = [
    ['Gateway', statuses.gateways],
    ['ListenerSet', statuses.listenerSets],
  ] as const;
  for (const [kind, byName] of fronts)
    for (const [name, front] of Object.entries(byName ?? {})) {
      add(`${kind} ${name}`, front);
      for (const listener of front.listeners ?? [])
        add(`${kind} ${name} listener ${listener.name}`, listener);
    }
  const routes = [
    ['HTTPRoute', statuses.httpRoutes],
    ['GRPCRoute', statuses.grpcRoutes],
    ['TLSRoute', statuses.tlsRoutes],
    ['TCPRoute', statuses.tcpRoutes],
  ] as const;
  for (const [kind, byName] of routes)
    for (const [name, { parents }] of Object.entries(byName ?? {}))
      for (const parent of parents ?? [])
        add(statusName(`${kind} ${name}`, 'parent', parent.parentRef), parent);
  for (const [name, { ancestors }] of Object.entries(statuses.policies ?? {})) {
    const [kind = '', ...rest] = name.split('/');
    if (outsideKind(groups.kgateway, kind) !== undefined) {
      note(`${name}, which is outside backend TLS`);
      continue;
    }
    for (const ancestor of ancestors ?? [])
      add(statusName(`${kind} ${rest.join('/')}`, 'ancestor', ancestor.ancestorRef), ancestor);
  }
  for (const [name, backend] of Object.entries(statuses.backends ?? {}))
    add(`Backend ${name}`, backend);
  return found;
}
