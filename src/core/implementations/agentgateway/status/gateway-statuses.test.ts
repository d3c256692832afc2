import { describe, expect, it } from 'vitest';
import { indexObjects, resolve } from '../../../gateway-api/index.ts';
import { objectsFrom } from '../../../gateway-api/objects.testing.ts';
import { HTTP, unusual } from '../../listeners/listeners.testing.ts';

/** What is said of the Gateway itself. */
function told(version: string, spec: string, listeners = HTTP, annotations = {}): string[] {
  const text = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: gw, annotations: ${JSON.stringify(annotations)} }
spec: { gatewayClassName: agentgateway, ${spec} listeners: [${listeners}] }`;
  const given = resolve(indexObjects(objectsFrom(text)), { overrides: {} });
  return unusual('agentgateway', version, given).filter((line) => line.startsWith('gw '));
}

describe('a Gateway that agentgateway does not accept', () => {
  const message = 'Some listeners are not accepted: udp: protocol "UDP" is unsupported';
  const udp = '{ name: udp, port: 53, protocol: UDP }';

  it('is not programmed either, since 1.4', () => {
    const accepted = `gw Accepted=False ListenersNotValid: ${message}`;
    expect(told('1.3', '', udp)).toEqual([accepted]);
    expect(told('1.4', '', udp)).toEqual([accepted, `gw Programmed=False Invalid: ${message}`]);
  });

  it('stays programmed while one listener is accepted', () => {
    expect(told('1.5', '', `${HTTP}, ${udp}`)).toEqual([
      `gw Accepted=True ListenersNotValid: ${message}`,
    ]);
  });
});

describe('addresses of a Gateway under agentgateway', () => {
  it.each([
    ['{ value: 192.0.2.1 }', []],
    ['{ type: IPAddress, value: 192.0.2.1 }', []],
    [
      '{ type: Hostname, value: gw.example }',
      ['gw Programmed=False AddressNotUsable: Hostname addresses may not be used'],
    ],
    [
      '{ type: example.com/pool, value: a }',
      [
        'gw Accepted=False UnsupportedAddress: Unknown address kind',
        'gw Programmed=False Invalid: Unknown address kind',
      ],
    ],
  ])('%s', (address, expected) => {
    expect(told('1.5', `addresses: [${address}],`)).toEqual(expected);
  });
});

describe('internal ports of a Gateway under agentgateway', () => {
  const WORDS = 'invalid agentgateway.dev/internal-ports annotation: ';

  it.each([
    ['80', undefined],
    [' 80 ,, ', undefined],
    ['9999', 'port 9999 is not defined by any listener on this resource'],
    [
      'http, 0,70000',
      'invalid port "http": must be an integer between 1 and 65535; invalid port "0": must be an integer between 1 and 65535; invalid port "70000": must be an integer between 1 and 65535',
    ],
  ])('%j', (ports, error) => {
    const annotations = { 'agentgateway.dev/internal-ports': ports };
    expect(told('1.3', '', HTTP, annotations)).toEqual([]);
    expect(told('1.4', '', HTTP, annotations)).toEqual(
      error === undefined
        ? []
        : [
            `gw Accepted=False Invalid: ${WORDS}${error}`,
            `gw Programmed=False Invalid: ${WORDS}${error}`,
          ],
    );
  });
});
