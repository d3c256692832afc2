import { describe, expect, it } from 'vitest';
import { dataPlaneFor } from './data-plane-for.ts';
import { resolveYaml, setup } from './nginx-gateway-fabric/setup.testing.ts';

function configurationOf(className: string) {
  const parts = setup().map((text) =>
    text.replace('gatewayClassName: nginx', `gatewayClassName: ${className}`),
  );
  const resolution = resolveYaml(...parts);
  const [connection] = resolution.connections;
  return connection && dataPlaneFor(connection, resolution, {});
}

describe('the data plane configuration of a connection', () => {
  it.each([
    ['nginx', 'nginx'],
    ['eg', 'yaml'],
    ['kgateway', 'yaml'],
    ['agentgateway', 'yaml'],
  ])('of class %s is %s', (className, language) => {
    const config = configurationOf(className);
    expect(config?.language).toBe(language);
    expect(config?.lines.length).toBeGreaterThan(0);
  });

  it('is not known for a class of nobody', () => {
    expect(configurationOf('other')).toBeNull();
  });
});
