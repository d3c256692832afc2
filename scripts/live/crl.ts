import type { TestExtension } from '../../src/core/pki/certificate-builder.testing.ts';
import {
  buildCrl,
  crlNumber,
  crlReason,
  deltaCrlIndicator,
  fullName,
  issuingPoint,
  type TestRevoked,
} from '../../src/core/pki/crl-builder.testing.ts';
import { encodeDer } from '../../src/core/pki/der-write.ts';
import {
  authorityKeyId,
  directoryName,
  generalName,
} from '../../src/core/pki/extensions/extension-builder.testing.ts';
import { extensionOids } from '../../src/core/pki/extensions/extension-oids.ts';
import { oddTime, type Issuing, type LiveCertificate } from './certificate.ts';
import { signerOf } from './keys.ts';

/** A CRL of `issuer`, mostly sound, that revokes some of the serial numbers. */
export function randomCrl(
  issuing: Issuing,
  issuer: LiveCertificate,
  serials: readonly number[],
): Uint8Array {
  const { random, keys, weird } = issuing;
  const odd = (probability: number): boolean => random.chance(weird * probability);
  const signer = signerOf(random, odd(0.5) ? random.pick(keys.usual) : issuer.key);
  return buildCrl({
    issuer: issuer.name,
    version: odd(0.3) ? 1 : 2,
    thisUpdate: odd(0.4) ? oddTime(issuing) : '250101000000Z',
    nextUpdate: odd(0.4) ? oddTime(issuing) : random.pick(['450101000000Z', null]),
    revoked: random.some(serials, 0.15).map((serial) => randomEntry(issuing, serial)),
    extensions: crlExtensions(issuing, issuer),
    ...signer,
  });
}

function randomEntry({ random, weird }: Issuing, serial: number): TestRevoked {
  const extensions: TestExtension[] = [];
  if (random.chance(0.5)) extensions.push(crlReason(random.pick([1, 4, 8])));
  if (random.chance(weird * 0.2)) {
    const value = encodeDer(0x30, directoryName(random.pick(['root', 'int0', 'x'])));
    extensions.push({ oid: extensionOids.certificateIssuer, critical: true, value });
  }
  if (random.chance(weird * 0.2)) {
    extensions.push({ oid: '1.2.3.4', critical: true, value: encodeDer(0x30) });
  }
  return { serial, extensions };
}

function crlExtensions({ random, weird }: Issuing, issuer: LiveCertificate): TestExtension[] {
  const odd = (probability: number): boolean => random.chance(weird * probability);
  const extensions: TestExtension[] = [];
  if (random.chance(0.5)) {
    extensions.push(odd(0.5) ? authorityKeyId(8, 8) : authorityKeyId(...issuer.key.id));
  }
  if (random.chance(0.5)) extensions.push(crlNumber(random.int(100), odd(0.4)));
  if (odd(0.3)) extensions.push(deltaCrlIndicator(1));
  if (odd(0.8)) {
    extensions.push(
      issuingPoint({
        ...(random.chance(0.5) && {
          name: fullName(generalName(['uri', random.pick(['http://x', 'http://y'])])),
        }),
        ...(random.chance(0.5) && { only: random.pick(['user', 'ca', 'attribute'] as const) }),
        ...(random.chance(0.1) && { indirect: true }),
        ...(random.chance(0.1) && { reasons: 0x60 }),
      }),
    );
  }
  if (odd(0.1)) extensions.push({ oid: extensionOids.crlNumber, value: encodeDer(4) });
  return extensions;
}
