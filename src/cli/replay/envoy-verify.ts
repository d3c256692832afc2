import { webcrypto } from 'node:crypto';
import { createSignatureChecker } from '../../core/verify/signature/create-signature-checker.ts';
import {
  envoyVerifyDepth,
  matchSans,
  sanTexts,
  verifyEnvoy,
  type BoringsslRelease,
  type EnvoyRequest,
  type SanMatcher,
} from '../../core/verify/index.ts';
import { differingColumns } from './differing-columns.ts';
import { readEnvoyMaterial } from './envoy-material.ts';
import { isFields, textOf, type Fields } from './json.ts';
import type { Disagreement, ReplayCase } from './types.ts';

const checkSignature = createSignatureChecker(webcrypto as Crypto);

/** `boringssl_0_20260413`: what that version answered. */
const column = /^boringssl_\d+_(\d{8})$/;

/** Whether a row is a chain with the recorded answer of BoringSSL. */
export function isEnvoyVerifyRow(row: Fields): boolean {
  const hasInput = textOf(row.chain) !== undefined && textOf(row.ca) !== undefined;
  return hasInput && recordings(row).length > 0;
}

/** One chain, played against every version of BoringSSL that was recorded. */
export function envoyVerifyCase(row: Fields): ReplayCase {
  const id = `verify: ${textOf(row.name) ?? ''}`;
  return { id, category: 'verify', run: () => play(id, row) };
}

interface Recording {
  readonly version: string;
  readonly columns: Fields;
}

function recordings(row: Fields): readonly Recording[] {
  return Object.entries(row).flatMap(([name, columns]): Recording[] => {
    const version = column.exec(name)?.[1];
    return version !== undefined && isFields(columns) ? [{ version, columns }] : [];
  });
}

async function play(id: string, row: Fields): Promise<Disagreement | null> {
  const missing = {
    id,
    expected: 'a chain, a time and a recorded answer',
    got: 'the row has none',
  };
  const all = recordings(row);
  if (all.length === 0) return missing;
  for (const { version, columns } of all) {
    const request = requestOf(row, version);
    if (!request) return missing;
    const recorded = { ...columns, ...reasonOf(row) };
    const disagreement = differingColumns(id, recorded, await columnsOf(request));
    if (disagreement) return disagreement;
  }
  return null;
}

/** Envoy's own words stand beside the library's column. */
function reasonOf({ envoyUpstreamTransportFailureReason }: Fields): Fields {
  return envoyUpstreamTransportFailureReason === undefined
    ? {}
    : { envoyUpstreamTransportFailureReason };
}

function requestOf(row: Fields, version: string): EnvoyRequest | null {
  const at = Date.parse(textOf(row.at) ?? '');
  const chain = readEnvoyMaterial(textOf(row.chain) ?? '').certificates;
  if (chain.length === 0 || Number.isNaN(at)) return null;
  const trust = readEnvoyMaterial(textOf(row.ca) ?? '');
  const crls = [...trust.crls, ...readEnvoyMaterial(textOf(row.crl) ?? '').crls];
  const release: BoringsslRelease = version < '20260821' ? '20260413' : '20260821';
  return {
    peerChain: chain,
    anchors: trust.certificates,
    purpose: 'server',
    depth: envoyVerifyDepth(undefined),
    at,
    checkSignature,
    release,
    sanMatchers: matchersOf(row),
    ...(crls.length > 0 && { crls }),
  };
}

function matchersOf(row: Fields): readonly SanMatcher[] {
  const value = textOf(row.expectedDnsSan);
  return value === undefined ? [] : [{ san: 'dns', match: 'exact', value }];
}

/** The columns of a recorded row, filled with this build's answer. */
async function columnsOf(request: EnvoyRequest): Promise<Fields> {
  const verdict = await verifyEnvoy(request);
  const first = verdict.chain?.first;
  const leaf = request.peerChain[0];
  return {
    chainOk: verdict.chain?.ok ?? null,
    code: first?.code ?? 0,
    depth: first?.depth ?? 0,
    error: first?.text ?? 'ok',
    // The names are recorded for every chain, the alert only for one that was refused.
    alert: first ? (verdict.alert?.number ?? 0) : 0,
    sanOk: leaf ? matchSans(leaf, request.sanMatchers) !== null : null,
    leafSans: leaf ? sanTexts(leaf).join(', ') : null,
    envoyUpstreamTransportFailureReason: verdict.failureReason,
  };
}
