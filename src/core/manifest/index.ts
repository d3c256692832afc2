export { isClusterScoped } from './cluster-scoped.ts';
export { manifestWording, type ManifestFindingCode } from './findings.ts';
export { objectKey } from './object-key.ts';
export { createFileParser, parseFile, type ParseOptions } from './parse-file.ts';
export { splitDocuments, type DocumentSpan } from './split-documents.ts';
export { replaceTabIndentation } from './tab-indentation.ts';
export type * from './types.ts';
