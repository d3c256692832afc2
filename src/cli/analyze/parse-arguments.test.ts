import { describe, expect, it } from 'vitest';
import { parseArguments } from './parse-arguments.ts';

describe('parseArguments', () => {
  it('takes files and options in any order', () => {
    expect(parseArguments(['a.yaml', '--at', '2025-11-13', '--gateway=kgateway', 'b.pem'])).toEqual(
      { files: ['a.yaml', 'b.pem'], at: '2025-11-13', gateway: 'kgateway' },
    );
  });

  it.each([
    [[], 'no file given'],
    [['--at', 'soon', 'a'], 'soon is no ISO 8601 date'],
    [['a', '--gateway'], '--gateway needs a value'],
    [['a', '--depth', '1'], 'unknown option --depth'],
    [
      ['a', '--gateway', 'nginx'],
      'unknown gateway nginx; known: nginx-gateway-fabric, envoy-gateway, kgateway, agentgateway',
    ],
  ])('says what is wrong with %j', (words, message) => {
    expect(parseArguments(words)).toBe(message);
  });
});
