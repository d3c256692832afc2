import { dataKeys, readDataValue, type DataValue } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/index.ts';
import type { FieldRef, TextEdit } from '../../model/index.ts';
import { setScalar } from '../../manifest/index.ts';
import { encodeBase64 } from '../../pki/index.ts';

/** The Secret or ConfigMap value that `field` names, else the first of `usual` that the object has. */
export function dataValueOf(
  object: ManifestObject,
  field: FieldRef | undefined,
  usual: readonly string[],
): DataValue | undefined {
  const named = field?.objectId === object.id ? field.path[1] : undefined;
  const keys = dataKeys(object);
  const key =
    typeof named === 'string' && keys.includes(named)
      ? named
      : usual.find((name) => keys.includes(name));
  return key === undefined ? undefined : readDataValue(object, key);
}

/** Writes `pem` in place of `value`, in the encoding that the field has. */
export function writeDataValue(
  object: ManifestObject,
  value: DataValue,
  pem: string,
): readonly TextEdit[] {
  const text = pem.endsWith('\n') ? pem : `${pem}\n`;
  const written = value.encoding === 'base64' ? encodeBase64(new TextEncoder().encode(text)) : text;
  return setScalar(object, value.field.path, written);
}
