import { isObject, valueAt } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { ConversionDraft } from '../conversion-draft.ts';
import { placeOf } from '../place.ts';
import type { TargetForm } from './target-form.ts';

const TLS = ['spec', 'tls'];

/** Writes parameters into `Backend.spec.tls` of Envoy Gateway, where they go before those of the Gateway. */
export function carryToBackend(
  draft: ConversionDraft,
  backend: ManifestObject,
  { fields, carried }: TargetForm,
): void {
  if (isObject(valueAt(backend.value, TLS)))
    for (const [name, value] of Object.entries(fields))
      draft.set(backend.key, [...TLS, name], value);
  else draft.set(backend.key, TLS, fields);
  for (const at of carried) draft.map(at, placeOf(backend, TLS));
}
