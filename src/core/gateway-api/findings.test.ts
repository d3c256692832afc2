import { describe, expect, it } from 'vitest';
import { listenerCases } from './checks/testing/listener-cases.testing.ts';
import { objectCases } from './checks/testing/object-cases.testing.ts';
import { policyCases } from './checks/testing/policy-cases.testing.ts';
import { setup } from './checks/testing/setup.testing.ts';
import { gatewayApiWording } from './findings.ts';
import { indexObjects } from './index-objects.ts';
import { objectsFrom } from './objects.testing.ts';
import { resolve } from './resolve.ts';
import type { Resolution } from './types.ts';

const cases = [...objectCases, ...listenerCases, ...policyCases];

function resolveYaml(yaml: string): Resolution {
  return resolve(indexObjects(objectsFrom(yaml)), { overrides: {} });
}

describe('findings of the Gateway API', () => {
  it('has nothing to say about a sound setup', () => {
    expect(resolveYaml(setup.join('\n---\n')).findings).toEqual([]);
  });

  it.each(cases)('says of %s what is wrong and where', (_, yaml, code, params, at) => {
    const found = resolveYaml(yaml).findings.filter((finding) => finding.code === code);
    expect(found.map((finding) => finding.params)).toContainEqual(expect.objectContaining(params));
    const [first] = found.filter((finding) =>
      Object.entries(params).every(([key, value]) => finding.params[key] === value),
    );
    const range = first?.at?.range ?? { start: 0, end: 0 };
    if (at !== '') expect(yaml.slice(range.start, range.end)).toBe(at);
    expect(first?.subject.kind).toBe('object');
  });

  it('has a case for every code, and every text is complete', () => {
    expect(new Set(cases.map(([, , code]) => code))).toEqual(
      new Set(Object.keys(gatewayApiWording)),
    );
    for (const [, yaml, code] of cases) {
      const finding = resolveYaml(yaml).findings.find((one) => one.code === code);
      const { title, detail, action, source } = gatewayApiWording[code];
      const params = finding?.params ?? {};
      const text = [title(params), detail(params), action(params), source].join(' ');
      expect(text).not.toMatch(/…|undefined|\[object|!/);
    }
  });

  it('gives every finding an id of its own that does not change', () => {
    for (const [, yaml] of cases) {
      const ids = resolveYaml(yaml).findings.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(resolveYaml(yaml).findings.map(({ id }) => id)).toEqual(ids);
    }
  });
});
