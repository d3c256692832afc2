import { splitDocuments } from '../manifest/index.ts';
import type { Blob, Guide, SetAside, Workspace, WorkspaceFile } from '../model/index.ts';
import { sameBytes } from '../pki/same-bytes.ts';
import { sniffBytes } from '../pki/sniff.ts';
import { containsStandIn, redactFile } from '../redact/index.ts';
import { LIMITS } from '../source/index.ts';
import { archiveKind, unpackZip } from './archive.ts';
import { classifyText } from './classify-text.ts';
import { decodeDropped, type DecodedText } from './decode-dropped.ts';
import type { DroppedFile } from './dropped-file.ts';
import { workspaceWording, type WorkspaceFindingCode } from './findings.ts';
import type { CarvedGuide } from './guide/types.ts';
import type { IdSource } from './ids.ts';
import { otherYamlParams } from './other-yaml.ts';
import { claimPath, skippedFolder, tidyPath } from './paths.ts';
import { resolveSidecars, type FoundSidecar } from './resolve-sidecars.ts';
import { formatBytes } from './format-bytes.ts';
import type { DropSummary, WorkspaceAddition } from './types.ts';

/** Collects what the files of one drop become. */
export class Intake {
  private readonly existing: Workspace;
  private readonly nextId: IdSource;
  private readonly taken: Set<string>;
  private readonly files: WorkspaceFile[] = [];
  private readonly guides: Guide[] = [];
  private readonly blobs: Blob[] = [];
  private readonly setAside: SetAside[] = [];
  private readonly sidecars: FoundSidecar[] = [];
  private readonly summary: DropSummary[] = [];
  /** Id that a file or blob got, by the path it was dropped under. */
  private readonly idByPath = new Map<string, string>();
  private documents: number;

  constructor(existing: Workspace, nextId: IdSource, documents: number) {
    this.existing = existing;
    this.nextId = nextId;
    this.documents = documents;
    this.taken = new Set(
      [...existing.files, ...existing.guides, ...existing.blobs].map((one) => one.path),
    );
  }

  /** Reads one file; `inArchive` when it comes out of one. */
  async take(file: DroppedFile, inArchive = false): Promise<void> {
    const { path, bytes } = file;
    if (bytes.length > LIMITS.fileBytes) {
      this.putAside(path, 'WORKSPACE-TOO-LARGE', sizeParams(bytes.length));
      return;
    }
    if (bytes.length === 0) {
      this.putAside(path, 'WORKSPACE-EMPTY', { what: 'no bytes' });
      return;
    }
    const archive = archiveKind(bytes);
    if (archive !== null) {
      await this.takeArchive(file, archive, inArchive);
      return;
    }
    const decoded = decodeDropped(bytes);
    if (isBinaryPki(bytes)) this.takeBlob(file);
    else if (decoded === null) this.takeUnknown(file);
    else this.takeText(file, decoded);
  }

  /** Notes a folder that was left out as a whole. */
  skipFolder(folder: string, what: string, count: number): void {
    const files = count === 1 ? '1 file' : `${count} files`;
    this.putAside(folder, 'WORKSPACE-SKIPPED-FOLDER', { folder, what, files });
  }

  /** Notes that the drop had more files than are read. */
  leaveRest(total: number): void {
    const limit = LIMITS.files;
    const params = { count: String(total - limit), total: String(total), limit: String(limit) };
    this.putAside('the drop', 'WORKSPACE-TOO-MANY-FILES', params);
  }

  addition(): WorkspaceAddition {
    const blobs = [...this.existing.blobs, ...this.blobs];
    const resolved = resolveSidecars(this.sidecars, blobs, this.idByPath);
    for (const { path, code, why } of resolved.leftOut) this.note(path, code, { why });
    return {
      files: this.files.map((file) => withNamespace(file, resolved.namespaces)),
      guides: this.guides,
      blobs: this.blobs,
      setAside: this.setAside,
      assignments: resolved.assignments,
      ...(resolved.options === null ? {} : { options: resolved.options }),
      summary: this.summary,
    };
  }

  private async takeArchive(
    { path, bytes }: DroppedFile,
    kind: Exclude<ReturnType<typeof archiveKind>, null>,
    inArchive: boolean,
  ): Promise<void> {
    if (kind !== 'zip') {
      this.putAside(path, 'WORKSPACE-ARCHIVE-OTHER', { what: `a ${kind} file` });
      return;
    }
    if (inArchive) {
      this.putAside(path, 'WORKSPACE-ARCHIVE-NESTED', {});
      return;
    }
    const unpacked = await unpackZip(bytes);
    switch (unpacked.kind) {
      case 'broken':
        this.putAside(path, 'WORKSPACE-ARCHIVE-BROKEN', { why: unpacked.why });
        return;
      case 'too-large':
        this.putAside(path, 'WORKSPACE-ARCHIVE-TOO-LARGE', {
          size: formatBytes(unpacked.bytes),
          limit: `${formatBytes(LIMITS.archiveBytes)} in ${LIMITS.files} files`,
        });
        return;
      case 'files':
        this.summary.push({ path, became: 'archive', documents: 0 });
        for (const one of unpacked.tooLarge) {
          this.putAside(tidyPath(one.path), 'WORKSPACE-TOO-LARGE', sizeParams(one.bytes));
        }
        for (const one of unpacked.files) {
          const inner = { path: tidyPath(one.path), bytes: one.bytes };
          const skipped = skippedFolder(inner.path);
          if (skipped === null) await this.take(inner, true);
          else this.skipFolder(skipped.folder, skipped.what, 1);
        }
        return;
      default:
        unpacked satisfies never;
    }
  }

  private takeText(file: DroppedFile, decoded: DecodedText): void {
    const guide: Guide = { id: this.nextId(), path: file.path, text: decoded.text };
    const found = classifyText(guide, file.bytes);
    switch (found.kind) {
      case 'empty':
        this.putAside(file.path, 'WORKSPACE-EMPTY', { what: 'only white space' });
        return;
      case 'sidecar':
        this.sidecars.push({ path: file.path, text: decoded.text });
        this.summary.push({ path: file.path, became: 'assignments', documents: 0 });
        return;
      case 'manifest':
        this.takeManifest(guide, decoded);
        return;
      case 'guide':
        this.takeGuide(guide, found.carved);
        return;
      case 'pki':
        this.takeBlob(file);
        return;
      case 'other-yaml':
        this.putAside(file.path, 'WORKSPACE-NOT-KUBERNETES', otherYamlParams(found));
        return;
      case 'web-page':
        this.putAside(file.path, 'WORKSPACE-WEB-PAGE', {});
        return;
      case 'prose':
        this.putAside(file.path, 'WORKSPACE-NO-MANIFEST', {});
        return;
      default:
        found satisfies never;
    }
  }

  private takeManifest({ id, path, text }: Guide, { encoding }: DecodedText): void {
    if (this.existing.files.some((file) => file.path === path && file.text === text)) {
      this.summary.push({ path, became: 'already-here', documents: 0 });
      return;
    }
    const count = splitDocuments(text).length;
    const kept = this.existing.files.find(
      (file) => file.path === path && file.text === keptAs(file, text),
    );
    if (kept !== undefined) {
      this.files.push({ ...kept, text });
      this.summary.push({ path, became: 'manifests', documents: count });
      return;
    }
    if (!this.hasRoom(path, count)) return;
    const isPlain = encoding === undefined || encoding === 'utf-8';
    const own = claimPath(path, this.taken);
    this.idByPath.set(path, id);
    this.files.push({ id, path: own, text, ...(isPlain ? {} : { encoding }) });
    this.summary.push({ path, became: 'manifests', documents: count });
  }

  private takeGuide(guide: Guide, carved: CarvedGuide): void {
    const { path, text } = guide;
    if (this.existing.guides.some((one) => one.path === path && one.text === text)) {
      this.summary.push({ path, became: 'already-here', documents: 0 });
      return;
    }
    const count = carved.files.reduce((sum, one) => sum + splitDocuments(one.text).length, 0);
    if (!this.hasRoom(path, count)) return;
    this.guides.push({ ...guide, path: claimPath(path, this.taken) });
    for (const { path: filePath, text: fileText, origin, defaultNamespace } of carved.files) {
      this.files.push({
        id: this.nextId(),
        path: claimPath(filePath, this.taken),
        text: fileText,
        origin,
        ...(defaultNamespace === undefined ? {} : { defaultNamespace }),
      });
    }
    this.setAside.push(...carved.setAside);
    this.summary.push({ path, became: 'guide', documents: count });
  }

  private takeBlob({ path, bytes }: DroppedFile): void {
    const twin = this.existing.blobs.find(
      (blob) => blob.path === path && sameBytes(blob.bytes, bytes),
    );
    if (twin !== undefined) {
      this.idByPath.set(path, twin.id);
      this.summary.push({ path, became: 'already-here', documents: 0 });
      return;
    }
    const kept = this.existing.blobs.find((blob) => blob.path === path && lacksKey(blob.bytes));
    const id = kept?.id ?? this.nextId();
    this.idByPath.set(path, id);
    this.blobs.push({ id, path: kept?.path ?? claimPath(path, this.taken), bytes });
    this.summary.push({ path, became: 'certificates-or-keys', documents: 0 });
  }

  private takeUnknown({ path, bytes }: DroppedFile): void {
    this.putAside(path, 'WORKSPACE-NOT-UNDERSTOOD', { size: formatBytes(bytes.length) });
  }

  private hasRoom(path: string, count: number): boolean {
    const present = this.documents;
    if (present + count <= LIMITS.documents) {
      this.documents += count;
      return true;
    }
    this.putAside(path, 'WORKSPACE-TOO-MANY-DOCUMENTS', {
      count: count === 1 ? '1 document' : `${count} documents`,
      present: String(present),
      limit: String(LIMITS.documents),
    });
    return false;
  }

  private putAside(
    path: string,
    code: WorkspaceFindingCode,
    params: Readonly<Record<string, string>>,
  ): void {
    this.note(path, code, params);
    this.summary.push({ path, became: 'set-aside', documents: 0 });
  }

  private note(
    path: string,
    code: WorkspaceFindingCode,
    more: Readonly<Record<string, string>>,
  ): void {
    const params = { path, ...more };
    const reason = workspaceWording[code].detail(params);
    this.setAside.push({ id: this.nextId(), path, reason, code, params });
  }
}

/** What the device keeps of a file with this text; the file itself where a key was taken out of it. */
function keptAs(file: WorkspaceFile, text: string): string | null {
  return containsStandIn(file.text) ? redactFile({ ...file, text }).text : null;
}

function lacksKey(bytes: Uint8Array): boolean {
  return containsStandIn(new TextDecoder('latin1').decode(bytes));
}

function isBinaryPki(bytes: Uint8Array): boolean {
  const kind = sniffBytes(bytes);
  return kind !== 'unknown' && kind !== 'pem' && kind !== 'base64';
}

function sizeParams(bytes: number): Readonly<Record<string, string>> {
  return { size: formatBytes(bytes), limit: formatBytes(LIMITS.fileBytes) };
}

function withNamespace(
  file: WorkspaceFile,
  namespaces: ReadonlyMap<string, string>,
): WorkspaceFile {
  const defaultNamespace = namespaces.get(file.id);
  return defaultNamespace === undefined ? file : { ...file, defaultNamespace };
}
