import { describe, expect, it } from 'vitest';
import { alertName, isAlertNumber } from './alert-number.ts';
import { boringsslAlertError, boringsslError } from './boringssl-errors.ts';
import { groupName } from './group-name.ts';
import { alertForVerifyError, alertText } from './openssl-alerts.ts';
import { alertForWebpkiError, rustlsAlertError } from './rustls-errors.ts';
import { isTlsVersion, sharedVersion, versionRange } from './tls-version.ts';

describe('a received alert', () => {
  it.each([
    [
      40,
      'ssl/tls',
      'error:0A000410:SSL routines::ssl/tls alert handshake failure:SSL alert number 40',
    ],
    [40, 'sslv3', 'error:0A000410:SSL routines::sslv3 alert handshake failure:SSL alert number 40'],
    [47, 'sslv3', 'error:0A000417:SSL routines::sslv3 alert illegal parameter:SSL alert number 47'],
    [48, 'sslv3', 'error:0A000418:SSL routines::tlsv1 alert unknown ca:SSL alert number 48'],
    [
      116,
      'ssl/tls',
      'error:0A00045C:SSL routines::tlsv13 alert certificate required:SSL alert number 116',
    ],
  ] as const)('%i is told by OpenSSL (%s)', (alert, legacyAlertPrefix, text) =>
    expect(alertText(alert, { legacyAlertPrefix })).toBe(text),
  );

  it.each([
    [
      40,
      '268436496:SSL routines:OPENSSL_internal:SSLV3_ALERT_HANDSHAKE_FAILURE',
      'HandshakeFailure',
    ],
    [48, '268436504:SSL routines:OPENSSL_internal:TLSV1_ALERT_UNKNOWN_CA', 'UnknownCA'],
    [
      116,
      '268436572:SSL routines:OPENSSL_internal:TLSV1_ALERT_CERTIFICATE_REQUIRED',
      'CertificateRequired',
    ],
    [
      120,
      '268436576:SSL routines:OPENSSL_internal:TLSV1_ALERT_NO_APPLICATION_PROTOCOL',
      'NoApplicationProtocol',
    ],
  ] as const)('%i is told by BoringSSL and rustls', (alert, boringssl, rustls) => {
    expect(boringsslAlertError(alert)).toBe(boringssl);
    expect(rustlsAlertError(alert)).toBe(`received fatal alert: ${rustls}`);
  });

  it('has a name in the RFC', () => {
    expect(alertName(46)).toBe('certificate_unknown');
    expect([46, 41].map(isAlertNumber)).toEqual([true, false]);
  });
});

describe('an alert that is sent', () => {
  it.each([
    [20, 48],
    [10, 45],
    [26, 43],
    [47, 46],
  ])('by OpenSSL for error %i is %i', (code, alert) =>
    expect(alertForVerifyError(code)).toBe(alert),
  );

  it.each([
    ['UnknownIssuer', 48],
    ['CertExpired', 45],
    ['CertNotValidYet', 45],
    ['CertNotValidForName', 42],
    ['NotValidForName', 42],
    ['RequiredEkuNotFoundContext', 43],
    ['InvalidSignatureForPublicKey', 51],
    ['UnsupportedSignatureAlgorithmContext', 51],
    ['CaUsedAsEndEntity', 46],
  ])('by rustls for %s is %i', (name, alert) => expect(alertForWebpkiError(name)).toBe(alert));
});

it('names the errors of BoringSSL that are no alerts', () => {
  expect(boringsslError('BAD_ECC_CERT')).toBe(
    '268435563:SSL routines:OPENSSL_internal:BAD_ECC_CERT',
  );
});

it.each([
  ['secp256r1', 'P-256'],
  ['P-256', 'P-256'],
  ['X25519_MLKEM768', 'X25519MLKEM768'],
  ['X25519', 'X25519'],
])('knows the group %s as %s', (text, name) => expect(groupName(text)).toBe(name));

it('compares versions by age', () => {
  expect(versionRange('TLSv1', 'TLSv1.2')).toEqual(['TLSv1', 'TLSv1.1', 'TLSv1.2']);
  expect(versionRange('TLSv1.3', 'TLSv1.2')).toEqual([]);
  expect(sharedVersion(['TLSv1.2', 'TLSv1.3'], ['TLSv1', 'TLSv1.2'])).toBe('TLSv1.2');
  expect(['TLSv1', 'TLSv1.3', 'TLSv1.4', '1.2'].map(isTlsVersion)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
