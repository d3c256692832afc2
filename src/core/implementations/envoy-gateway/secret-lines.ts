import type { Material } from '../../pki/types.ts';
import type { DataPlaneLine } from '../data-plane.ts';
import { yamlLines, type YamlEntry } from '../yaml-lines.ts';
import type { Authority, PresentedCertificate, TlsSettings } from './tls-settings.ts';

/** The file of system roots in Envoy's image. */
const SYSTEM_ROOTS = '/etc/ssl/certs/ca-certificates.crt';

/**
 * The secrets that Envoy asks the control plane for, each a document of its own. Bytes are told by length and
 * origin: neither certificates nor keys are repeated.
 */
export function secretLines({ validation, client }: TlsSettings): readonly DataPlaneLine[] {
  const { authority, skipVerify } = validation;
  return [
    ...(authority === undefined || skipVerify !== undefined ? [] : authorityLines(authority)),
    ...(client.certificate === undefined ? [] : certificateLines(client.certificate)),
  ];
}

function authorityLines(authority: Authority): readonly DataPlaneLine[] {
  if (authority.kind === 'sds') return [];
  const { secretName, from } = authority;
  const trusted: YamlEntry =
    authority.kind === 'system'
      ? { key: 'trustedCa', value: { map: [{ key: 'filename', value: SYSTEM_ROOTS }] }, from }
      : inlineBytes('trustedCa', authority.material);
  return document([
    { key: 'name', value: secretName, from },
    { key: 'validationContext', value: { map: [trusted] } },
  ]);
}

function certificateLines(certificate: PresentedCertificate): readonly DataPlaneLine[] {
  if (certificate.kind === 'sds') return [];
  const { chain, key, from } = certificate.certificate;
  const pair = [inlineBytes('certificateChain', chain), inlineBytes('privateKey', key)];
  return document([
    { key: 'name', value: certificate.secretName, from },
    { key: 'tlsCertificate', value: { map: pair } },
  ]);
}

function inlineBytes(key: string, { pem, source }: Material): YamlEntry {
  const value = `(${pem.length} bytes: ${source.label})`;
  const bytes: YamlEntry = { key: 'inlineBytes', value };
  const from = source.kind === 'field' ? { from: source.field } : {};
  return { key, value: { map: [bytes] }, ...from };
}

function document(entries: readonly YamlEntry[]): readonly DataPlaneLine[] {
  return [{ text: '---' }, ...yamlLines(entries)];
}
