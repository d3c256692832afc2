import type { AnalysedConnection } from '../../core/analysis/types.ts';
import type { ImplementationId, Severity, StepState } from '../../core/model/index.ts';
import type { Verdict } from '../../core/topology/types.ts';
import type { ShapeName } from '../../ui/index.ts';

/** The product names, in lens order. */
export const implementationNames: Readonly<Record<ImplementationId, string>> = {
  'nginx-gateway-fabric': 'NGINX Gateway Fabric',
  'envoy-gateway': 'Envoy Gateway',
  kgateway: 'kgateway',
  agentgateway: 'agentgateway',
};

/** What a connection's transport is called. */
export const modeWords: Readonly<Record<AnalysedConnection['mode'], string>> = {
  'mutual-tls': 'Mutual TLS',
  'one-way-tls': 'One-way TLS',
  'plain-http': 'Plain HTTP',
  blocked: 'Blocked',
  unknown: 'Not checked',
};

/** The one word that goes with a verdict's shape. */
export const verdictWords: Readonly<Record<Verdict | Severity, string>> = {
  ok: 'Passes',
  warning: 'Warning',
  error: 'Fails',
  unknown: 'Not checked',
  note: 'Note',
};

/** Shape of a handshake step. A step that was not reached shows what it would have been. */
export function stepShape(state: StepState, wouldBe?: StepState): ShapeName {
  switch (state) {
    case 'passed':
      return 'ok';
    case 'warning':
      return 'warning';
    case 'failed':
      return 'error';
    case 'not-checked':
    case 'not-proven':
      return 'unknown';
    case 'not-applicable':
      return 'idle';
    case 'not-reached':
      return wouldBe === 'failed' ? 'would-fail' : wouldBe === 'passed' ? 'would-pass' : 'idle';
    default:
      return state satisfies never;
  }
}

/** Word of a handshake step, beside its shape. */
export function stepWord(state: StepState, role?: 'decisive' | 'also'): string {
  switch (state) {
    case 'passed':
      return 'Passes';
    case 'warning':
      return 'Warning';
    case 'failed':
      return role === 'also' ? 'Also fails' : role === 'decisive' ? 'Fails here' : 'Fails';
    case 'not-checked':
      return 'Not checked';
    case 'not-proven':
      return 'Not proven';
    case 'not-applicable':
      return 'Does not apply';
    case 'not-reached':
      return 'Not reached';
    default:
      return state satisfies never;
  }
}
