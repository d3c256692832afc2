import { describe, expect, it } from 'vitest';
import { marked } from '../language.testing.ts';
import { hover } from './hover.ts';

const POLICY = `apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: { name: p }
spec:
  targetRefs:
    - { group: "", kind: Service, name: gone }
  validation:
    wellKnownCACertificates: System
    subjectAltNames: []
    hostname: a.example.com
    unheard: 1
`;

function at(words: string, text = POLICY) {
  const offset = text.indexOf(words) + words.length;
  const place = marked(`${text.slice(0, offset)}|${text.slice(offset)}`);
  return hover(place.view, place.fileId, place.offset);
}

describe('hover', () => {
  it('tells type, whether it is required, limits and our own sentence', () => {
    const help = at('    hostn');
    expect(help).toMatchObject({ field: 'spec.validation.hostname', value: '' });
    expect(help?.facts.slice(0, 3)).toEqual(['string', 'required', '1 to 253 characters']);
    expect(help?.help).toMatch(/^Sent to the backend as SNI/);
  });

  it('tells who ignores a field', () => {
    expect(at('subjectAlt')?.readBy).toContainEqual({
      id: 'nginx-gateway-fabric',
      how: 'ignored, without a condition that says so',
    });
    expect(at('subjectAlt')?.facts).toEqual(['list of objects', 'at most 5 items']);
  });

  it('tells what a value names', () => {
    expect(at('name: go')?.value).toBe('Service gone in namespace default is not among the files.');
    expect(at('metadata: { name: ')?.value).toBe(
      'BackendTLSPolicy p in namespace default, in file-0.yaml.',
    );
    expect(at('wellKnownCACertificates: Sys')?.value).toBe(
      'The CA bundle in the image of the proxy.',
    );
  });

  it('tells what a kind is for', () => {
    expect(at('kind: Backend')?.help).toMatch(/^Makes gateways speak TLS/);
  });

  it('has nothing to say about what is not known', () => {
    expect(at('    unhea')).toBeNull();
    expect(at('a: b', '# a: b\n')).toBeNull();
  });
});
