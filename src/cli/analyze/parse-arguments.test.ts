import { describe, expect, it } from 'vitest';
import { parseArguments } from './parse-arguments.ts';

describe('parseArguments', () => {
  it('takes files and options in any order', () => {
    expect(parseArguments(['a.yaml', '--at', '2025-11-13', '--gateway=kgateway', 'b.pem'])).toEqual(
      { files: ['a.yaml', 'b.pem'], at: '2025-11-13', gateway: 'kgateway' },
    );
  });

  it('completes what is not said about the installed CRDs', () => {
    expect(parseArguments(['a', '--gateway-api', '1.4'])).toEqual({
      files: ['a'],
      crds: { gatewayApi: '1.4', channel: 'standard' },
    });
  });

  it.each([
    [[], 'no file given'],
    [['--at', 'soon', 'a'], 'soon is no ISO 8601 date'],
    [['a', '--gateway'], '--gateway needs a value'],
    [['a', '--gateway-api', '1.2'], 'unknown Gateway API 1.2; known: 1.6, 1.5, 1.4, 1.3'],
    [['a', '--channel=beta'], 'unknown channel beta; known: standard, experimental'],
    [['a', '--depth', '1'], 'unknown option --depth'],
    [
      ['a', '--gateway', 'nginx'],
      'unknown gateway nginx; known: nginx-gateway-fabric, envoy-gateway, kgateway, agentgateway',
    ],
  ])('says what is wrong with %j', (words, message) => {
    expect(parseArguments(words)).toBe(message);
  });
});
