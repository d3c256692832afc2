import type { Finding, StepNumber } from '../../model/index.ts';
import type { LoadFailure } from '../../verify/loading/index.ts';
import type { ConfigFailure } from '../exchange/types.ts';
import type { HandshakeFindingCode } from '../findings.ts';
import type { StepContext } from '../steps/draft.ts';
import { blameConnection, blameMaterial, makeFinding, type Blame } from './draft.ts';

/** Findings about files that nginx refuses when it reads its configuration, on both sides. */
export function fileFindings(context: StepContext): readonly Finding<HandshakeFindingCode>[] {
  const { gatewayFailure, backendFailure } = context.facts;
  return [
    ...(gatewayFailure ? [gatewayFinding(context, gatewayFailure)] : []),
    ...(backendFailure ? [backendFinding(context, backendFailure)] : []),
  ];
}

function gatewayFinding(
  context: StepContext,
  { role, failure }: ConfigFailure,
): Finding<HandshakeFindingCode> {
  const { trust, clientCertificate } = context.request.programmed;
  const pair = failsAtKey(failure) ? clientCertificate?.key : clientCertificate?.chain;
  const bundle = trust?.kind === 'bundle' ? trust.material : undefined;
  const blame = blameMaterial(context, role === 'pair' ? pair : bundle, blameConnection(context));
  return finding(context, 'TLS-NGINX-RELOAD-FAILS', role === 'pair' ? 5 : 8, blame, failure);
}

function backendFinding(
  context: StepContext,
  { role, failure }: ConfigFailure,
): Finding<HandshakeFindingCode> {
  const { server } = context;
  const pair = failsAtKey(failure) ? server?.key : server?.chain;
  const material = role === 'pair' ? pair : server?.clientCa;
  const blame = blameMaterial(context, material, blameConnection(context));
  return finding(context, 'TLS-BACKEND-DOES-NOT-START', role === 'pair' ? 7 : 6, blame, failure);
}

function failsAtKey({ reason }: LoadFailure): boolean {
  return ['no-private-key', 'private-key-encrypted', 'key-values-mismatch'].includes(reason);
}

function finding(
  context: StepContext,
  code: 'TLS-NGINX-RELOAD-FAILS' | 'TLS-BACKEND-DOES-NOT-START',
  step: StepNumber,
  blame: Blame,
  failure: LoadFailure,
): Finding<HandshakeFindingCode> {
  const what = failsAtKey(failure) ? 'the private key' : 'the certificates';
  return makeFinding(context, {
    code: failure.reason === 'key-values-mismatch' ? 'TLS-KEY-MISMATCH' : code,
    severity: 'error',
    step,
    blame,
    key: failure.reason,
    evidence: {
      expected: { label: 'nginx loads', value: what },
      found: {
        label: 'nginx says',
        value: failure.text,
        ...(blame.field && { from: blame.field }),
      },
    },
    params: { log: failure.text, reason: failure.reason, what },
  });
}
