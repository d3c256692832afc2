import { closestNames, makeFinding, type ObjectIndex } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldRef, Finding } from '../../model/index.ts';
import type { Material } from '../../pki/types.ts';
import type { WorkloadFindingCode } from '../findings.ts';
import { mountedMaterial } from '../mounted-material.ts';
import type { PodFiles } from '../pod-files.ts';
import type { WantedKey } from '../types.ts';
import { wantedKeys } from '../wanted-key.ts';
import type { NginxDirective } from './types.ts';

/** What reading one server block needs and collects. */
export interface ServerReading {
  readonly index: ObjectIndex;
  readonly files: PodFiles;
  readonly workload: ManifestObject;
  /** Folder that relative paths start at. */
  readonly prefix: string;
  readonly unknowns: Set<string>;
  readonly findings: Map<string, Finding<WorkloadFindingCode>>;
  readonly wanted: WantedKey[];
}

/** A file's text with the field it comes from. */
export interface Read {
  readonly material: Material;
  readonly field: FieldRef;
}

const PARTS: Readonly<Record<string, WantedKey['part']>> = {
  ssl_certificate: 'certificate',
  ssl_certificate_key: 'key',
  ssl_client_certificate: 'authority',
  ssl_trusted_certificate: 'authority',
};

/** The file that a directive names, as PEM text with its origin. */
export function readMaterial(reading: ServerReading, directive: NginxDirective): Read | undefined {
  const written = directive.args[0] ?? '';
  const what = `${directive.name} ${written}`;
  const special = whyNoFile(written);
  if (special !== undefined) {
    reading.unknowns.add(`${what} cannot be read: ${special}.`);
    return undefined;
  }
  const path = written.startsWith('/') ? written : `${reading.prefix}/${written}`;
  const found = mountedMaterial(reading.files, path, what);
  const part = PARTS[directive.name];
  if (part !== undefined) reading.wanted.push(...wantedKeys(reading.files, path, part));
  switch (found.kind) {
    case 'read':
      return { material: found.material, field: found.field };
    case 'absent':
      addMissingFile(reading, directive, path, found.volume);
      return undefined;
    case 'unknown':
      reading.unknowns.add(found.why);
      return undefined;
    default:
      return found satisfies never;
  }
}

function whyNoFile(written: string): string | undefined {
  if (written.includes('$')) return 'its path has a variable';
  return /^(?:data|engine|store):/.test(written) ? 'it names no file' : undefined;
}

function addMissingFile(
  reading: ServerReading,
  directive: NginxDirective,
  path: string,
  volume: string,
): void {
  const [closest] = closestNames(path, reading.files.paths);
  addError(reading, 'WORKLOAD-FILE-MISSING', directive, path, {
    path,
    volume,
    directive: directive.name,
    process: 'nginx',
    ...(closest === undefined ? {} : { closest }),
  });
}

/** Adds one error of the nginx configuration, at the ConfigMap key that holds it. */
export function addError(
  reading: ServerReading,
  code: WorkloadFindingCode,
  at: { readonly file: string; readonly line: number },
  suffix: string,
  params: Readonly<Record<string, string>>,
): void {
  const field = fieldOf(reading, at.file);
  const object = reading.index.byId.get(field?.objectId ?? '') ?? reading.workload;
  const { kind, name } = reading.workload;
  const finding = makeFinding({
    code,
    severity: 'error',
    object,
    path: field?.path ?? ['spec'],
    params: { workload: `${kind} ${name}`, file: at.file, line: String(at.line), ...params },
    step: 3,
    suffix: `${reading.workload.key}|${at.line}|${suffix}`,
  });
  reading.findings.set(finding.id, finding);
}

/** The Secret or ConfigMap key that a file of the container comes from. */
export function fieldOf(reading: ServerReading, file: string): FieldRef | undefined {
  const found = reading.files.read(file);
  return found.kind === 'file' ? found.file.value.field : undefined;
}
