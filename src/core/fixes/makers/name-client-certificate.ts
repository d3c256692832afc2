import { CLIENT_CERTIFICATE_REF, kinds, stringAt } from '../../gateway-api/index.ts';
import { insertKey, type ManifestObject } from '../../manifest/index.ts';
import type { FieldPath } from '../../model/index.ts';
import type { FixCertificate, FixContext, FixDraft, FixMaker } from '../types.ts';
import { asWritten } from './as-written.ts';
import { oneFix } from './one-fix.ts';
import { authoritiesOf, certificatesIn } from './presented.ts';

/** Has the Gateway present a Secret whose certificate the CAs of the backend issued, or any for clients. */
export const nameClientCertificate: FixMaker = ({ connectionIds }, context) => {
  const [connection] = context.connections.filter(({ id }) => connectionIds?.includes(id) === true);
  const found = context.index.byId.get(connection?.gatewayId ?? '');
  if (connection === undefined || found === undefined) return [];
  const gateway = asWritten(found, context);
  const trusted = new Set(certificatesIn(connection.clientCa, context).map(({ id }) => id));
  return context.index
    .ofKind(kinds.secret)
    .filter(({ namespace }) => namespace === gateway.namespace)
    .filter(({ value }) => stringAt(value, ['type']) === 'kubernetes.io/tls')
    .flatMap((secret) => {
      const leaf = leafOf(secret, context);
      const fits = leaf !== undefined && mayBeClient(leaf) && isTrusted(leaf, trusted, context);
      return fits ? present(gateway, secret, leaf) : [];
    });
};

function leafOf(secret: ManifestObject, context: FixContext): FixCertificate | undefined {
  const paths: readonly FieldPath[] = [
    ['stringData', 'tls.crt'],
    ['data', 'tls.crt'],
  ];
  return paths
    .map((path) => certificatesIn({ objectId: secret.id, path }, context)[0])
    .find((leaf) => leaf !== undefined);
}

function mayBeClient({ extendedKeyUsage, isCa }: FixCertificate): boolean {
  return !isCa && (extendedKeyUsage === null || extendedKeyUsage.includes('clientAuth'));
}

function isTrusted(
  leaf: FixCertificate,
  trusted: ReadonlySet<string>,
  context: FixContext,
): boolean {
  return trusted.has(leaf.id) || authoritiesOf(leaf, context).some(({ id }) => trusted.has(id));
}

function present(
  gateway: ManifestObject,
  secret: ManifestObject,
  leaf: FixCertificate,
): readonly FixDraft[] {
  const reference = { group: '', kind: 'Secret', name: secret.name };
  const parent = CLIENT_CERTIFICATE_REF.slice(0, -1);
  return oneFix(
    `Let Gateway ${gateway.name} present the certificate of Secret ${secret.name}`,
    insertKey(gateway, parent, 'clientCertificateRef', reference),
    { effect: `Step 5 then sends ${leaf.title}, which the backend's CA issued.` },
  );
}
