import { buildCertificate, type TestName } from '../../src/core/pki/certificate-builder.testing.ts';
import { randomExtensions } from './extensions.ts';
import { signerOf, type LiveKey, type LiveKeys } from './keys.ts';
import type { Random } from '../../src/core/pki/random.testing.ts';

/** An issued certificate with what is needed to issue below it. */
export interface LiveCertificate {
  readonly der: Uint8Array;
  readonly name: TestName | string;
  readonly key: LiveKey;
  readonly serial: number;
}

/** What all certificates of one case have in common. */
export interface Issuing {
  readonly random: Random;
  readonly keys: LiveKeys;
  /** Milliseconds since the epoch: the time of the verification. */
  readonly at: number;
  /** From 0, honest certificates, to 1. */
  readonly weird: number;
  /** Leaves out nsCertType and proxy certificates, which today's BoringSSL does not know. */
  readonly modern?: boolean;
}

export interface LivePlan {
  readonly subject: TestName | string;
  readonly key: LiveKey;
  /** Null: self-signed. */
  readonly issuer: LiveCertificate | null;
  readonly isCa: boolean;
}

const DAY = 86_400_000;

/** `YYYYMMDDHHMMSSZ`, two digits less for a UTCTime. */
function timeText(at: number, short: boolean): string {
  const digits = new Date(at).toISOString().replace(/[-T:]|\.\d+/g, '');
  return short ? digits.slice(2) : digits;
}

/** A time that is odd for its place: the limits themselves, the wrong side, or no time at all. */
export function oddTime({ random, at }: Issuing): string {
  const second = Math.floor(at / 1000) * 1000;
  const short = random.chance(0.7);
  return random.pick([
    timeText(second, short),
    timeText(second - 1000, short),
    timeText(second + DAY * 30, short),
    timeText(second - DAY * 30, short),
    '20550101000000Z',
    '261320150000Z',
    '261120150000+0000',
    '20261120150000+0000',
    '500101000000Z',
  ]);
}

/** `notBefore` and `notAfter` around `at`, or odd ones. */
function validity(issuing: Issuing): { readonly notBefore: string; readonly notAfter: string } {
  const { random, at, weird } = issuing;
  return {
    notBefore: random.chance(weird * 0.4) ? oddTime(issuing) : timeText(at - DAY * 300, true),
    notAfter: random.chance(weird * 0.6) ? oddTime(issuing) : timeText(at + DAY * 300, true),
  };
}

/** Issues one certificate, as weird as asked. */
export function issueLive(issuing: Issuing, plan: LivePlan): LiveCertificate {
  const { random, keys, weird, modern = false } = issuing;
  const { subject, key, issuer, isCa } = plan;
  const issuerKey = issuer?.key ?? key;
  const issuerName = issuer?.name ?? subject;
  const wrongKey = random.chance(weird * 0.2);
  const signer = signerOf(random, wrongKey ? random.pick(keys.usual) : issuerKey);
  const serial = random.chance(0.7) ? 1 : random.int(256);
  const extensions = randomExtensions(random, {
    isCa,
    weird,
    modern,
    ownId: random.chance(0.7) ? key.id : null,
    issuerId: random.chance(0.6) ? issuerKey.id : null,
    issuerName,
  });
  const der = buildCertificate({
    subject,
    issuer: issuerName,
    spki: key.spki,
    serial: Uint8Array.of(serial),
    version: random.chance(weird * 0.2) ? 1 : 3,
    extensions: random.chance(weird * 0.2) ? [] : extensions,
    ...validity(issuing),
    ...signer,
    ...(random.chance(weird * 0.1) && {
      outerAlgorithm: signerOf(random, random.pick(keys.usual)).algorithm,
    }),
  });
  return { der, name: subject, key, serial };
}
