import { webcrypto } from 'node:crypto';
import { NGINX_PROFILES, type NginxProfile } from '../../core/handshake/exchange/profile.ts';
import { runExchange } from '../../core/handshake/exchange/run-exchange.ts';
import { createSignatureChecker } from '../../core/verify/signature/create-signature-checker.ts';
import { differingColumns } from './differing-columns.ts';
import { fieldsOf, isFields, parseJson, rowsOf, textOf, type Fields } from './json.ts';
import { nginxColumns } from './nginx-columns.ts';
import { nginxRequest } from './nginx-request.ts';
import type { Disagreement, FormReader, ReplayCase } from './types.ts';

const crypto = webcrypto as Crypto;
const checkSignature = createSignatureChecker(crypto);

/**
 * Rows recorded from a real nginx gateway and backend: `{scenarios: [{proxy, backend, pem, at, expected, byProfile,
 * …}]}`. A row is one case; it passes when every recorded profile agrees in every column that the row has.
 */
export const nginxForm: FormReader = ({ text }) => {
  const document = parseJson(text);
  const rows = rowsOf(isFields(document) ? document.scenarios : document);
  const ours = rows.filter((row) => isFields(row.proxy) && isFields(row.pem));
  return ours.length === 0 ? null : ours.map(caseOf);
};

function caseOf(row: Fields): ReplayCase {
  const id = textOf(row.id) ?? 'row without id';
  return { id, category: textOf(row.category) ?? '', run: () => play(id, row) };
}

async function play(id: string, row: Fields): Promise<Disagreement | null> {
  const all = recordings(row);
  const at = Date.parse(textOf(row.at) ?? '');
  if (all.length === 0 || Number.isNaN(at))
    return { id, expected: 'a time and a recorded profile', got: 'the row has none' };
  for (const { profile, columns, exact } of all) {
    const request = { ...nginxRequest(row, profile), at, profile, checkSignature, crypto };
    const got = nginxColumns(row, await runExchange(request));
    const names = Object.keys(columns).filter((name) => exact || !VARYING.has(name));
    const recorded = Object.fromEntries(names.map((name) => [name, columns[name]]));
    const differing = differingColumns(id, recorded, got);
    if (differing === null) continue;
    return {
      id,
      expected: { profile: profile.id, ...differing.expected },
      got: { profile: profile.id, ...differing.got },
    };
  }
  return null;
}

interface Recording {
  readonly profile: NginxProfile;
  readonly columns: Fields;
  /** False for a profile that was only found to agree with another one's recording. */
  readonly exact: boolean;
}

/** Columns in which profiles that otherwise agree may differ. */
const VARYING: ReadonlySet<string> = new Set(['tls']);

function recordings(row: Fields): Recording[] {
  const expected = fieldsOf(row.expected);
  const own = fieldsOf(row.byProfile);
  const same: readonly unknown[] = Array.isArray(row.sameAsExpected) ? row.sameAsExpected : [];
  return Object.values(NGINX_PROFILES).flatMap((profile): Recording[] => {
    const columns = own[profile.id];
    if (isFields(columns)) return [{ profile, columns, exact: true }];
    if (row.expectedProfile === profile.id) return [{ profile, columns: expected, exact: true }];
    return same.includes(profile.id) ? [{ profile, columns: expected, exact: false }] : [];
  });
}
