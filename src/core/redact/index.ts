export { keyLeaves } from './key-leaves.ts';
export { containsPrivateKey, redactPrivateKeys, type PublicText } from './public-text.ts';
export { redactBlob } from './redact-blob.ts';
export { createFileRedactor, redactFile, type RedactedFile } from './redact-file.ts';
export { containsStandIn, standInEdits, standInsIn, withStandIns } from './stand-ins.ts';
