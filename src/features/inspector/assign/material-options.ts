import type { Analysis } from '../../../core/analysis/types.ts';
import type { MaterialRef } from '../../../core/model/index.ts';
import type { SelectOption } from '../../../ui/index.ts';

export const NOTHING = 'nothing';

/** Places of the workspace that hold certificates, as choices; the value is the reference as JSON. */
export function certificateOptions(analysis: Analysis): readonly SelectOption<string>[] {
  const places = analysis.certificates.flatMap((certificate) =>
    certificate.places.map((place) => ({ place, title: certificate.title })),
  );
  const options = places.flatMap(({ place, title }) => {
    const ref = refOf(analysis, place);
    return ref === null ? [] : [{ value: JSON.stringify(ref), label: `${place.label} (${title})` }];
  });
  return unique(options);
}

/** Places that hold a private key, as choices. */
export function keyOptions(analysis: Analysis): readonly SelectOption<string>[] {
  const objects = analysis.objects
    .filter(({ hasPrivateKey, shadowed }) => hasPrivateKey && !shadowed)
    .map((object) => ({
      value: JSON.stringify({ kind: 'object', objectKey: object.key, dataKey: 'tls.key' }),
      label: `${object.kind} ${object.namespace}/${object.name}, tls.key`,
    }));
  const blobs = analysis.blobs
    .filter(({ hasPrivateKey }) => hasPrivateKey)
    .map((blob) => ({
      value: JSON.stringify({ kind: 'blob', blobId: blob.id }),
      label: blob.path,
    }));
  return unique([...objects, ...blobs]);
}

/** The reference behind a choice. */
export function parseRef(value: string): MaterialRef | undefined {
  return value === NOTHING ? undefined : (JSON.parse(value) as MaterialRef);
}

/** The choice of a reference; nothing when there is none. */
export function choiceOf(ref: MaterialRef | undefined): string {
  if (ref === undefined) return NOTHING;
  return ref.kind === 'blob'
    ? JSON.stringify({ kind: 'blob', blobId: ref.blobId })
    : JSON.stringify({ kind: 'object', objectKey: ref.objectKey, dataKey: ref.dataKey });
}

type Place = Analysis['certificates'][number]['places'][number];

function refOf(analysis: Analysis, place: Place): MaterialRef | null {
  if (place.kind === 'blob') return { kind: 'blob', blobId: place.ownerId };
  const object = analysis.objects.find(({ id }) => id === place.ownerId);
  const dataKey = place.field?.path[1];
  return object === undefined || typeof dataKey !== 'string'
    ? null
    : { kind: 'object', objectKey: object.key, dataKey };
}

function unique(options: readonly { value: string; label: string }[]) {
  return [...new Map(options.map((option) => [option.value, option])).values()];
}
