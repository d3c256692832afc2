import { describe, expect, it } from 'vitest';
import { indexObjects, resolve } from '../gateway-api/index.ts';
import { objectsFrom } from '../gateway-api/objects.testing.ts';
import { implementationWording } from './findings.ts';
import { implementationInfo } from './implementation-info.ts';
import { notCheckedReason, program } from './program.ts';

function firstConnection(className: string) {
  const yaml = `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: gw }
spec: { gatewayClassName: ${className}, listeners: [{ name: http, port: 80, protocol: HTTP }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: route }
spec: { parentRefs: [{ name: gw }], rules: [{ backendRefs: [{ name: app, port: 443 }] }] }
`;
  const resolution = resolve(indexObjects(objectsFrom(yaml)), { overrides: {} });
  const [connection] = resolution.connections;
  if (connection === undefined) throw new Error('The manifests make no connection.');
  return { connection, resolution };
}

describe('program', () => {
  it.each([
    ['nginx', 'blocked', null],
    ['eg', 'blocked', null],
    ['kgateway', 'blocked', null],
    ['agentgateway', 'blocked', null],
    ['mine', undefined, 'Not known which implementation runs the Gateway: "mine" tells nothing.'],
  ])('for class %s is %s', (className, mode, reason) => {
    const { connection, resolution } = firstConnection(className);
    expect(program(connection, resolution, {})?.upstream.mode).toBe(mode);
    expect(notCheckedReason(connection)).toBe(reason);
  });

  it('takes the newest version unless another is chosen', () => {
    const { connection, resolution } = firstConnection('nginx');
    const newest = implementationInfo['nginx-gateway-fabric'].versions[0];
    expect(program(connection, resolution, {})?.upstream.version).toBe(newest);
    const chosen = program(connection, resolution, { 'nginx-gateway-fabric': '2.5' });
    expect(chosen?.upstream).toMatchObject({ version: '2.5', verifyDepth: 1 });
  });
});

describe('implementationInfo', () => {
  it.each(Object.entries(implementationInfo))(
    'of %s has the newest version as default',
    (_, info) => {
      expect(info.versions[0]).toBe(info.defaultVersion);
      const sorted = [...info.versions].sort((a, b) => Number(b) - Number(a));
      expect(info.versions).toEqual(sorted);
    },
  );
});

describe('implementationWording', () => {
  const everything = new Proxy<Record<string, string>>({}, { get: () => 'value' });

  it.each(Object.entries(implementationWording))('%s is said in full', (_, wording) => {
    const { title, detail, action, source } = wording;
    const text = [title(everything), detail(everything), action(everything), source].join(' ');
    expect(text).not.toMatch(/…|undefined|!/);
    expect(title(everything)).not.toMatch(/\.$/);
  });
});
