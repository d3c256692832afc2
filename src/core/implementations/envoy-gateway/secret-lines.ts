import type { DataPlaneLine } from '../data-plane.ts';
import { dataSource } from '../envoy-entries.ts';
import { yamlLines, type YamlEntry } from '../yaml-lines.ts';
import type { Authority, PresentedCertificate, TlsSettings } from './tls-settings.ts';

/** The file of system roots in Envoy's image. */
const SYSTEM_ROOTS = '/etc/ssl/certs/ca-certificates.crt';

/**
 * The secrets that Envoy asks the control plane for, each a document of its own; keys are told by length and origin.
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
      : dataSource('trustedCa', authority.material, 'inlineBytes', from);
  return document([
    { key: 'name', value: secretName, from },
    { key: 'validationContext', value: { map: [trusted] } },
  ]);
}

function certificateLines(certificate: PresentedCertificate): readonly DataPlaneLine[] {
  if (certificate.kind === 'sds') return [];
  const { chain, key, from } = certificate.certificate;
  const pair = [
    dataSource('certificateChain', chain, 'inlineBytes', from),
    dataSource('privateKey', key, 'inlineBytes', from),
  ];
  return document([
    { key: 'name', value: certificate.secretName, from },
    { key: 'tlsCertificate', value: { map: pair } },
  ]);
}

function document(entries: readonly YamlEntry[]): readonly DataPlaneLine[] {
  return [{ text: '---' }, ...yamlLines(entries)];
}
