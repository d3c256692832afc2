/**
 * Bounds on what is read, so that no file can make the page hang. Past each of them there is a finding or an
 * entry in the list of what was set aside, never a silent cut.
 */
export const LIMITS = {
  /** Bytes of one file, dropped or inside an archive. */
  fileBytes: 20_000_000,
  /** YAML documents of one workspace. */
  documents: 5_000,
  /** Nodes that aliases (`*name`) may add to one document. */
  aliasNodes: 10_000,
  /** Maps and lists inside each other, in one document. */
  yamlDepth: 200,
  /** TLVs inside each other, in one DER structure. */
  derDepth: 32,
  /** Bytes of an archive once unpacked. */
  archiveBytes: 100_000_000,
  /** Files of one archive, and files of one drop. */
  files: 5_000,
} as const;
