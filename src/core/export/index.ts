export { applyRank } from './apply-order.ts';
export { exportWorkspace, type PreparedExport } from './export-workspace.ts';
export {
  buildBundle,
  type ExportBundle,
  type ExportChoice,
  type ExportFile,
  type ExportInput,
} from './bundle.ts';
export { containsPrivateKey, redactPrivateKeys, type PublicText } from '../redact/index.ts';
export { SIDECAR_PATH } from './sidecar.ts';
export { zipFiles } from './zip.ts';
