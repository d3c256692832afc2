import { alertForWebpkiError } from '../../../tls/rustls-errors.ts';
import type { SanMatcher } from '../../../verify/envoy/san-matcher.ts';
import type { HostCheck, WebpkiRequest } from '../../../verify/types.ts';
import { verifyWebpki } from '../../../verify/webpki/verify-webpki.ts';
import { comparedNames, sanKind } from '../compared-names.ts';
import type { ServerRefusal } from '../types.ts';

/** The comparison, and what rustls says when nothing fits: the error of the last name tried. */
export interface RustlsNames {
  readonly name: HostCheck | null;
  readonly error: ServerRefusal | null;
}

const NOT_VALID: ServerRefusal = {
  reason: 'invalid peer certificate: NotValidForName',
  alert: alertForWebpkiError('NotValidForName'),
};

/**
 * Any one of the names has to be among the leaf's alternative names: a host name or an address as webpki compares it, a
 * URI byte by byte. Without names none is checked.
 *
 * @see agentgateway crates/agentgateway/src/transport/tls.rs `ExtendedServerName::verify_server_name`
 */
export async function checkRustlsNames(
  asked: WebpkiRequest,
  wanted: readonly SanMatcher[],
): Promise<RustlsNames> {
  const [leaf] = asked.peerChain;
  if (wanted.length === 0 || leaf === undefined) return { name: null, error: null };
  const compared = comparedNames(leaf);
  let error: ServerRefusal | null = null;
  for (const { san, value } of wanted) {
    const verdict = await fits(asked, san, value, compared);
    if (verdict.matchedBy !== undefined) {
      const matchedBy = { kind: sanKind(san), value: verdict.matchedBy };
      return { name: { name: value, matches: true, matchedBy, compared }, error: null };
    }
    error = verdict.error;
  }
  const name = wanted.map(({ value }) => value).join(' or ');
  return { name: { name, matches: false, compared }, error };
}

type Fit =
  | { readonly matchedBy: string }
  | { readonly matchedBy?: undefined; readonly error: ServerRefusal };

async function fits(
  asked: WebpkiRequest,
  san: SanMatcher['san'],
  value: string,
  compared: HostCheck['compared'],
): Promise<Fit> {
  if (san === 'uri' || san === 'email') {
    const same = compared.some((one) => one.kind === sanKind(san) && one.value === value);
    return same ? { matchedBy: value } : { error: NOT_VALID };
  }
  const { host } = await verifyWebpki({ ...asked, serverName: value });
  if (host?.matches === true) return { matchedBy: plainName(host.matchedBy ?? value) };
  const error = host?.error;
  if (error === undefined) return { error: NOT_VALID };
  return { error: { reason: error.text, alert: alertForWebpkiError(error.name) } };
}

/** webpki prints names as Rust values: `DnsName("a.test")`. */
function plainName(text: string): string {
  return /^\w+\("?(.*?)"?\)$/.exec(text)?.[1] ?? text;
}
