export { applyRank } from './applyOrder.ts';
export {
  buildBundle,
  type ExportBundle,
  type ExportChoice,
  type ExportFile,
  type ExportInput,
} from './bundle.ts';
export { containsPrivateKey, redactPrivateKeys, type PublicText } from './publicText.ts';
export { SIDECAR_FORMAT, SIDECAR_PATH, type Sidecar } from './sidecar.ts';
export { zipFiles } from './zip.ts';
