import type { SchemaFindingCode } from '../../schema/index.ts';
import { addRequiredField } from '../makers/add-required-field.ts';
import { moveBackendTls } from '../makers/move-backend-tls.ts';
import { onObject } from '../makers/on-object.ts';
import { removeField } from '../makers/remove-field.ts';
import { removeRepeatedItem } from '../makers/remove-repeated-item.ts';
import { removeUnknownField } from '../makers/remove-unknown-field.ts';
import { useServedVersion } from '../makers/use-served-version.ts';
import { writeOtherType } from '../makers/write-other-type.ts';
import { writeSupportedValue } from '../makers/write-supported-value.ts';
import type { FixMaker } from '../types.ts';

const DROPPED = 'The API server drops it anyway.';

/** Repairs of what the API server refuses or drops. */
export const schemaMakers = {
  'SCHEMA-DEPRECATED-VERSION': onObject(useServedVersion),
  'SCHEMA-DUPLICATE': onObject(removeRepeatedItem),
  'SCHEMA-EXPERIMENTAL-FIELD': onObject(removeField(DROPPED)),
  'SCHEMA-FIELD-OF-OTHER-RELEASE': onObject(removeField(DROPPED)),
  'SCHEMA-FORBIDDEN': onObject(removeField('The API server then takes the object.')),
  'SCHEMA-NOT-SERVED': onObject(useServedVersion),
  'SCHEMA-OLD-BACKEND-TLS': onObject(moveBackendTls),
  'SCHEMA-REQUIRED': onObject(addRequiredField),
  'SCHEMA-TYPE': onObject(writeOtherType),
  'SCHEMA-UNKNOWN-FIELD': onObject(removeUnknownField),
  'SCHEMA-UNSUPPORTED': onObject(writeSupportedValue),
} satisfies Partial<Record<SchemaFindingCode, FixMaker>>;
