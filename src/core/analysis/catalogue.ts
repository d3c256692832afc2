import { gatewayApiWording, type GatewayApiFindingCode } from '../gateway-api/findings.ts';
import { handshakeWording, type HandshakeFindingCode } from '../handshake/findings.ts';
import {
  implementationWording,
  type ImplementationFindingCode,
} from '../implementations/findings.ts';
import { manifestWording, type ManifestFindingCode } from '../manifest/findings.ts';
import type { Wording } from '../model/index.ts';
import { lintCatalogue } from '../verify/lint/findings.ts';
import type { LintCode } from '../verify/index.ts';
import { pkiWording, type PkiFindingCode } from '../pki/findings.ts';
import { crdWording, type CrdFindingCode } from '../schema/custom/findings.ts';
import { schemaWording, type SchemaFindingCode } from '../schema/findings.ts';
import { workloadWording, type WorkloadFindingCode } from '../workload/findings.ts';
import { workspaceWording, type WorkspaceFindingCode } from '../workspace/findings.ts';

/** Every code that any area can raise. A code without a text is a type error here. */
export type FindingCode =
  | ManifestFindingCode
  | PkiFindingCode
  | LintCode
  | WorkspaceFindingCode
  | SchemaFindingCode
  | CrdFindingCode
  | GatewayApiFindingCode
  | WorkloadFindingCode
  | ImplementationFindingCode
  | HandshakeFindingCode;

export const catalogue: Readonly<Record<FindingCode, Wording>> = {
  ...manifestWording,
  ...pkiWording,
  ...lintCatalogue,
  ...workspaceWording,
  ...schemaWording,
  ...crdWording,
  ...gatewayApiWording,
  ...workloadWording,
  ...implementationWording,
  ...handshakeWording,
};
