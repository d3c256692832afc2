import { enableBackend, writeManifest } from '../../authoring/index.ts';
import { controllerConfig } from '../../implementations/envoy-gateway/controller-config.ts';
import type { ConversionDraft } from '../conversion-draft.ts';
import { placeOf } from '../place.ts';

const FIELD = ['extensionApis', 'enableBackend'];

/** Envoy Gateway refuses Backends until its configuration enables them: one that is among the files, or a new one. */
export function enableBackends(draft: ConversionDraft, backendKey: string): void {
  const config = controllerConfig(draft.index);
  if (config.backendEnabled === true) return;
  if (config.object?.kind === 'EnvoyGateway') {
    if (draft.set(config.object.key, FIELD, true)) draft.map(null, placeOf(config.object, FIELD));
  } else if (config.object !== undefined) draft.lose('ENABLE-BACKEND', placeOf(config.object));
  else {
    const manifest = enableBackend();
    const { kind, name, namespace = '' } = manifest;
    const wanted = { group: '', kind, name, namespace };
    const key = draft.add(writeManifest(manifest), wanted, backendKey);
    draft.map(null, placeOf({ ...wanted, key }), 'CONTROLLER-CONFIG');
  }
}
