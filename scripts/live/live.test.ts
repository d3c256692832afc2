import { describe, expect, it } from 'vitest';
import { divergenceOf, withoutLeftBehind } from './divergences.ts';
import { nackOf, transportFailure } from './envoy.ts';
import { generateCase } from './generate-case.ts';
import { createKeys } from './keys.ts';
import { logLines, profileOf } from './nginx-process.ts';
import { releaseOf } from './openssl.ts';
import { Tally } from './report.ts';

const INVALID = 'error:1100009E:X509 V3 routines::invalid certificate';

describe('reading what the programs say', () => {
  it('takes level and message of a log line', () => {
    const stamp = '2026/11/20 15:00:00';
    const log = [
      `${stamp} [error] 7#7: *3 upstream SSL certificate verify error: (20:x) while SSL handshaking to upstream, client: unix:, server: `,
      `${stamp} [alert] 7#7: *3 ignoring stale global SSL error (SSL: ${INVALID}) while SSL handshaking`,
    ].join('\n');
    expect(logLines(log)).toEqual([
      '[error] upstream SSL certificate verify error: (20:x) while SSL handshaking to upstream',
    ]);
  });

  it.each([
    ['OpenSSL 3.0.19 27 Jan 2026', '3.0'],
    ['OpenSSL 3.1.4', '3.0'],
    ['OpenSSL 3.5.7', '3.5'],
  ])('counts %s to %s', (text, release) => expect(releaseOf(text)).toBe(release));

  it.each([
    ['nginx/1.22.1', '3.0.20', ['load-verify-locations', 'sslv3', 'crit']],
    ['nginx/1.26.3', '3.5.1', ['load-verify-locations', 'ssl/tls', 'error']],
  ])('takes %s with OpenSSL %s for its like', (nginx, openssl, expected) => {
    const { trustLoader, legacyAlertPrefix, unrecognizedNameLevel } = profileOf(nginx, openssl);
    expect([trustLoader, legacyAlertPrefix, unrecognizedNameLevel]).toEqual(expected);
  });

  it('names the file that Envoy refuses as a control plane would', () => {
    const said = "'/x/pair-12/gateway.crt'";
    expect(nackOf(`Failed to load certificate chain from ${said.slice(1, -1)}, only RSA`)).toEqual({
      number: 12,
      text: 'Failed to load certificate chain from <inline>, only RSA',
    });
    expect(nackOf('no such field')).toBeNull();
  });

  it.each([
    ['503\tUF\tTLS_error:|1:TLS_error_end\n', 'TLS_error:|1:TLS_error_end'],
    ['200\t-\t-\n', null],
    ['', null],
  ])('finds the transport failure in %j', (log, failure) =>
    expect(transportFailure(log)).toBe(failure),
  );
});

describe('known divergences', () => {
  const left = '[info] client closed connection while waiting for request';
  const ours = { status: 502, gateway: '[error] a', backend: left };
  const backend = `[crit] SSL_do_handshake() failed (SSL: ${INVALID}) while SSL handshaking`;

  it('explain an old error in the queue of the backend', () => {
    expect(divergenceOf({ ...ours, backend }, ours)?.reason).toMatch(/^with an old error/);
  });

  it('explain an old error before the one that ends the handshake', () => {
    const entry = 'error:0A00017A:SSL routines::wrong curve';
    const theirs = { ...ours, backend: `[crit] failed (SSL: ${INVALID} ${entry})` };
    const known = divergenceOf(theirs, { ...ours, backend: `[info] failed (SSL: ${entry})` });
    expect(known?.reason).toMatch(/^with an old error before/);
  });

  it('explain nothing when the verdicts differ, or nothing does', () => {
    expect(divergenceOf({ ...ours, backend, status: 200 }, ours)).toBeNull();
    expect(divergenceOf(ours, ours)).toBeNull();
  });

  it('do not hide the decisive entry of a refused file', () => {
    const entry = 'error:0A00018E:SSL routines::ca md too weak';
    expect(withoutLeftBehind(`failed (SSL: ${INVALID} ${entry})`)).toBe(`failed (SSL: ${entry})`);
  });
});

describe('a generated case', () => {
  const options = { seed: 7, keys: createKeys(), at: Date.UTC(2026, 10, 20, 15) };

  it('is the same for the same seed and number', () => {
    const [one, again] = [generateCase(3, options), generateCase(3, options)];
    expect(again.others.length).toBe(one.others.length);
    expect({ ...again, leaf: 0, others: 0, anchors: 0, crls: 0 }).toEqual({
      ...{ ...one, leaf: 0, others: 0, anchors: 0, crls: 0 },
    });
  });

  it('is printed with its certificates when a library disagrees', () => {
    const tally = new Tally('library');
    tally.add(generateCase(3, options), { outcome: 'agree' });
    expect(tally.text()).toBe('library: 1 agree, 0 differ');
    tally.add(generateCase(3, options), { outcome: 'differ', theirs: 'ok', ours: '20@0' });
    expect(tally.text()).toMatch(/case 3: theirs ok, ours 20@0[\s\S]*BEGIN CERTIFICATE/);
  });
});
