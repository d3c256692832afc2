import type { ImplementationFindingCode } from '../../implementations/index.ts';
import { addAuthorityKey } from '../makers/add-authority-key.ts';
import { addAuthorityOf } from '../makers/add-authority-of.ts';
import { copyPolicy } from '../makers/copy-policy.ts';
import { dropAltNames } from '../makers/drop-alt-names.ts';
import { enableBackendApi } from '../makers/enable-backend-api.ts';
import { joinAuthorities } from '../makers/join-authorities.ts';
import { listPresentedNames } from '../makers/list-presented-names.ts';
import { nameCaKey } from '../makers/name-ca-key.ts';
import { narrowWinner } from '../makers/narrow-winner.ts';
import { onObject } from '../makers/on-object.ts';
import { presentInPolicy } from '../makers/present-in-policy.ts';
import { removeField } from '../makers/remove-field.ts';
import { repairDataValue } from '../makers/repair-data-value.ts';
import { setSecretType } from '../makers/set-secret-type.ts';
import { setTlsVersions } from '../makers/set-tls-versions.ts';
import { usePresentedName } from '../makers/use-presented-name.ts';
import { verifyServer } from '../makers/verify-server.ts';
import type { FixMaker } from '../types.ts';

const IGNORED = onObject(removeField('Nothing changes: no code reads it.'));
const SNI = ['spec', 'tls', 'sni'];

/** Repairs of what one implementation refuses or passes over. */
export const implementationMakers = {
  'NGF-SECRET-TYPE-REFUSED': onObject(setSecretType),
  'NGF-RULE-SHARES-TLS': copyPolicy,
  'NGF-OLDER-POLICY-WINS': onObject(narrowWinner),
  'NGF-SAN-IGNORED': onObject(dropAltNames),
  'NGF-OPTIONS-IGNORED': IGNORED,
  'NGF-CA-BASE64': onObject(repairDataValue),
  'NGF-CA-SECRET-WITHOUT-CA': onObject(addAuthorityOf),
  'EG-BACKEND-API-OFF': enableBackendApi,
  'EG-SKIP-VERIFY': onObject(verifyServer({ system: true })),
  'EG-SNI-FROM-REQUEST': onObject(usePresentedName('Send and verify', SNI)),
  'EG-NO-NAME-CHECKED': onObject(usePresentedName('Send and verify', SNI)),
  'EG-SECTION-SHADOWED': onObject(narrowWinner),
  'EG-CA-OTHER-KEY': onObject(nameCaKey),
  'KGW-ANY-CERTIFICATE': onObject(addAuthorityKey),
  'KGW-NAME-UNCHECKED': onObject(listPresentedNames),
  'KGW-NO-SNI': onObject(usePresentedName('Send', SNI)),
  'KGW-NO-TLS-VERSION': onObject(setTlsVersions),
  'KGW-CONFIG-POLICY-OVERRIDDEN': onObject(
    removeField('Nothing changes: the BackendTLSPolicy holds.'),
  ),
  'KGW-TLS-ORDER-RANDOM': onObject(removeField('The BackendTLSPolicy then holds.')),
  'KGW-CA-REFS-IGNORED': onObject(joinAuthorities),
  'KGW-OPTIONS-IGNORED': IGNORED,
  'KGW-CLIENT-CERTIFICATE-WRAPPED': onObject(
    removeField('Step 5 then sends the certificate; the backend gets no PROXY header.'),
  ),
  'AGW-CLIENT-CERTIFICATE-UNUSED': onObject(presentInPolicy),
  'AGW-OPTIONS-IGNORED': IGNORED,
  'AGW-ANY-CERTIFICATE': onObject(verifyServer({ system: false })),
  'AGW-NAME-UNCHECKED': onObject(verifyServer({ system: false })),
} satisfies Partial<Record<ImplementationFindingCode, FixMaker>>;
