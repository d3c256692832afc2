import { stringMapAt } from '../../../gateway-api/index.ts';
import type { JsonValue } from '../../../manifest/types.ts';
import type { KgatewayFeatures } from '../versions.ts';
import type { TlsCause } from './tls-causes.ts';

const PREFIX = 'kgateway.dev/';
const NAMES = `${PREFIX}verify-subject-alt-names`;
const VERSIONS: readonly string[] = ['1.0', '1.1', '1.2', '1.3'];

type Check = (value: string) => readonly string[];

const anything: Check = () => [];
const versionAs =
  (bound: string): Check =>
  (value) =>
    VERSIONS.includes(value) ? [] : [`invalid ${bound} tls version: ${value}`];

/** What is wrong with the value of each option that a listener may have. */
const CHECKS: Readonly<Record<string, Check>> = {
  'alpn-protocols': anything,
  'cipher-suites': anything,
  'ecdh-curves': anything,
  'max-tls-version': versionAs('maximum'),
  'min-tls-version': versionAs('minimum'),
  'signature-algorithms': anything,
  'verify-certificate-hash': hashProblems,
  'verify-subject-alt-names': anything,
};

/**
 * What is wrong with `tls.options` of a listener: any of it refuses the listener. Options of other implementations are
 * not known either.
 *
 * @param tls of the listener
 * @param clientAuthorities references to CAs that clients are verified with
 * @see kgateway pkg/kgateway/translator/sslutils/ssl_utils.go `ApplyTLSExtensionOptions`; issue #14454
 */
export function optionCauses(
  tls: JsonValue,
  clientAuthorities: number,
  features: KgatewayFeatures,
): readonly TlsCause[] {
  if (!features.listenerOptions) return [];
  const options = stringMapAt(tls, ['options']);
  const causes = [...options].flatMap(([key, value]): TlsCause[] => {
    const check = checkOf(key, features);
    if (check !== undefined) return check(value).map((text) => ({ kind: 'other', text }));
    const kind = features.namedOptions ? 'option' : 'other';
    return [{ kind, text: `unknown tls option: ${key}` }];
  });
  if (isReversed(options)) causes.push({ kind: 'other', text: REVERSED });
  if (causes.length > 0 || !options.has(NAMES) || clientAuthorities > 0) return causes;
  return [{ kind: 'names', text: NAMES_NEED_CA }];
}

const REVERSED = 'maximum tls version is less than minimum tls version';
const NAMES_NEED_CA = 'verify-subject-alt-names annotation requires a trusted CA to be configured';

function checkOf(key: string, { signatureAlgorithms }: KgatewayFeatures): Check | undefined {
  if (!key.startsWith(PREFIX)) return undefined;
  const name = key.slice(PREFIX.length);
  if (name === 'signature-algorithms' && !signatureAlgorithms) return undefined;
  return Object.hasOwn(CHECKS, name) ? CHECKS[name] : undefined;
}

function isReversed(options: ReadonlyMap<string, string>): boolean {
  const [least, most] = ['min', 'max'].map((bound) =>
    VERSIONS.indexOf(options.get(`${PREFIX}${bound}-tls-version`) ?? ''),
  );
  return least !== undefined && most !== undefined && most >= 0 && most < least;
}

/** SHA-256 in hex, with a colon between all bytes or none; commas and dashes part several. */
function hashProblems(value: string): readonly string[] {
  const form = /^(?:[0-9a-f]{64}|[0-9a-f]{2}(?::[0-9a-f]{2}){31})$/i;
  return value
    .split(/[,-]/)
    .map((hash) => hash.trim())
    .filter((hash) => hash !== '' && !form.test(hash))
    .map((hash) => `invalid certificate hash: ${hash}`);
}
