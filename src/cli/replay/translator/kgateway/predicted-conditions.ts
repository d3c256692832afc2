import { kgatewayStatus } from '../../../../core/implementations/kgateway/status/kgateway-status.ts';
import type { ManifestObject } from '../../../../core/manifest/types.ts';
import { conditionTexts } from '../condition-texts.ts';
import { resolveFor } from '../resolve-for.ts';
import type { Table } from '../tables.ts';
import { statusName } from './status-name.ts';

/** Every predicted list of conditions, named as the recorded ones are. */
export function predictedConditions(objects: readonly ManifestObject[], version: string): Table {
  const resolution = resolveFor('kgateway', objects);
  return new Map(
    kgatewayStatus(resolution, version).map(({ objectId, kind, ref, conditions }) => {
      const object = resolution.index.byId.get(objectId);
      // Both kinds of set are recorded in one list.
      const set = object?.kind === 'XListenerSet' ? 'ListenerSet' : (object?.kind ?? '');
      const name = `${set} ${object?.namespace ?? ''}/${object?.name ?? ''}`;
      return [statusName(name, kind, ref), conditionTexts(conditions).sort()];
    }),
  );
}
