import type { Finding, StepNumber } from '../../model/index.ts';
import type { LoadFailure } from '../../verify/loading/index.ts';
import type { BackendFailure, ConfigFailure } from '../exchange/sides.ts';
import type { HandshakeFindingCode } from '../findings.ts';
import { backendWords, refusalEvidence } from '../steps/backend-words.ts';
import { dataPlaneWords } from '../steps/data-plane-words.ts';
import type { StepContext } from '../steps/draft.ts';
import { blameConnection, blameMaterial, makeFinding, type Blame } from './draft.ts';

/** Findings about files that a data plane refuses when it reads its configuration, on both sides. */
export function fileFindings(context: StepContext): readonly Finding<HandshakeFindingCode>[] {
  const { gatewayFailure, backendFailure } = context.facts;
  return [
    // The findings of the implementation already tell what its own check found.
    ...(gatewayFailure && context.request.programmed.secretError === undefined
      ? [gatewayFinding(context, gatewayFailure)]
      : []),
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
  const isNginx = context.facts.engine.id === 'nginx';
  const code = isNginx ? 'TLS-NGINX-RELOAD-FAILS' : 'TLS-GATEWAY-REFUSES-FILES';
  const loader = dataPlaneWords(context.facts.engine).process;
  return finding(context, { code, step: role === 'pair' ? 5 : 8, blame, failure, loader });
}

function backendFinding(
  context: StepContext,
  refusal: BackendFailure,
): Finding<HandshakeFindingCode> {
  const { server } = context;
  const { role, failure, loader, isQuoted, stops } = refusal;
  const pair = failsAtKey(failure) ? server?.key : server?.chain;
  const material = role === 'pair' ? pair : server?.clientCa;
  const blame = blameMaterial(context, material, blameConnection(context));
  const { process, format, pairRule, trustRule } = backendWords(loader);
  const what = whatOf(failure);
  return makeFinding(context, {
    code: codeOf(failure, 'TLS-BACKEND-DOES-NOT-START'),
    severity: 'error',
    step: role === 'pair' ? 7 : 6,
    blame,
    key: failure.reason,
    evidence: refusalEvidence(refusal, what, blame.field),
    ...(loader !== 'nginx' && { source: role === 'pair' ? pairRule : trustRule }),
    params: {
      log: failure.text,
      reason: failure.reason,
      what,
      format,
      ...(isQuoted && process !== null && { loader: process }),
      ...(stops === 'unknown' && { unlessStarted: 'true' }),
    },
  });
}

function failsAtKey({ reason }: LoadFailure): boolean {
  return ['no-private-key', 'private-key-encrypted', 'key-values-mismatch'].includes(reason);
}

function whatOf(failure: LoadFailure): string {
  return failsAtKey(failure) ? 'the private key' : 'the certificates';
}

function codeOf({ reason }: LoadFailure, otherwise: HandshakeFindingCode): HandshakeFindingCode {
  return reason === 'key-values-mismatch' ? 'TLS-KEY-MISMATCH' : otherwise;
}

interface RefusedFile {
  readonly code: HandshakeFindingCode;
  readonly step: StepNumber;
  readonly blame: Blame;
  readonly failure: LoadFailure;
  /** The process that refuses: `nginx`. */
  readonly loader: string;
}

function finding(
  context: StepContext,
  { code, step, blame, failure, loader }: RefusedFile,
): Finding<HandshakeFindingCode> {
  const what = whatOf(failure);
  return makeFinding(context, {
    code: codeOf(failure, code),
    severity: 'error',
    step,
    blame,
    key: failure.reason,
    evidence: {
      expected: { label: `${loader} loads`, value: what },
      found: {
        label: `${loader} says`,
        value: failure.text,
        ...(blame.field && { from: blame.field }),
      },
    },
    params: { log: failure.text, reason: failure.reason, what, loader },
  });
}
