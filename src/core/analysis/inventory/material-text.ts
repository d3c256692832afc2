import {
  dataKeys,
  isMade,
  readDataValue,
  type DataValue,
  type ObjectIndex,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { Blob, FieldRef } from '../../model/index.ts';
import { holdsCertificateStandIn, KEY_STAND_IN } from '../../pki/index.ts';

/** One text of the workspace in which certificates or keys may stand. */
export interface MaterialText {
  readonly owner:
    | { readonly kind: 'object'; readonly object: ManifestObject; readonly value: DataValue }
    | { readonly kind: 'blob'; readonly blob: Blob };
  readonly ownerId: string;
  /** `Secret default/app-tls, tls.crt` or the file name. */
  readonly label: string;
  readonly field?: FieldRef;
  readonly text: string;
}

const CERTIFICATE_KEYS = /(?:^|\.)(?:crt|cert|pem|cer|ca-bundle)$/;
/** `tls.key`, and what certbot and others call it: `key.pem`, `privkey.pem`, `server-key.pem`; not `public-key.pem`. */
const PRIVATE_KEYS = /(?:^|\.)key$|^(?!.*pub).*(?:^|[-_.])(?:priv(?:ate)?[-_]?)?key\.pem$/;

/** What the name of a data key promises. Other keys hold anything, configuration files for one. */
export function expectedContent(key: string): 'certificate' | 'private-key' | 'any' {
  if (PRIVATE_KEYS.test(key)) return 'private-key';
  return CERTIFICATE_KEYS.test(key) ? 'certificate' : 'any';
}

/** What stands for certificates and keys that only a controller knows is nothing that the workspace has. */
function isStandIn(object: ManifestObject, { text }: DataValue): boolean {
  return isMade(object) && (holdsCertificateStandIn(text) || text.trim() === KEY_STAND_IN);
}

/** Every value of every Secret and ConfigMap that is in force, in file order. */
export function objectTexts(index: ObjectIndex): readonly MaterialText[] {
  return [...index.ofKind('/Secret'), ...index.ofKind('/ConfigMap')].flatMap((object) =>
    dataKeys(object).flatMap((key) => {
      const value = readDataValue(object, key);
      if (value === undefined || isStandIn(object, value)) return [];
      return [
        {
          owner: { kind: 'object' as const, object, value },
          ownerId: object.id,
          label: `${object.kind} ${object.namespace}/${object.name}, ${key}`,
          field: value.field,
          text: value.text,
        },
      ];
    }),
  );
}
