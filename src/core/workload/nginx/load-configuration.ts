import type { DataValue } from '../../gateway-api/index.ts';
import type { PodFiles } from '../pod-files.ts';
import { isGlob, matchGlob } from './glob.ts';
import { parseNginx, type NginxParse } from './parse.ts';
import type { NginxDirective, NginxProblem } from './types.ts';

export interface NginxConfiguration {
  readonly directives: readonly NginxDirective[];
  /** Reasons for which nginx would not start. */
  readonly problems: readonly NginxProblem[];
  /** What could not be read, in plain words. */
  readonly unknowns: readonly string[];
}

/** What the official images have as nginx.conf, reduced to what matters here. */
const IMAGE_CONFIGURATION = 'http { include /etc/nginx/conf.d/*.conf; }';

/** Files of the image that define types and parameters, and no server. */
const HARMLESS = /(?:^|\/)(?:mime\.types|[a-z]+_params|koi-\w+|win-utf|[\w-]*modules[\w-]*\/.*)$/;

/** nginx gives up when it runs out of files; a chain this deep includes itself. */
const DEEPEST = 12;

/**
 * Reads nginx.conf and everything it includes through the mounts of the pod. Relative paths start at the
 * folder of nginx.conf (`ngx_conf_full_name` with the configuration prefix).
 *
 * @param main absolute path of nginx.conf; when the image holds it, its documented content is taken
 */
export function loadConfiguration(files: PodFiles, main: string): NginxConfiguration {
  const reader: Reader = { files, prefix: parentOf(main), problems: [], unknowns: new Set() };
  const found = files.read(main);
  const directives = isInImage(files, main)
    ? expand(reader, parseNginx(IMAGE_CONFIGURATION, main).directives, 0)
    : readFile(reader, main, `nginx: configuration file ${main}`, 1, 0);
  if (found.kind === 'not-shown' && !isInImage(files, main))
    reader.unknowns.add(`${main} comes from ${found.from} and is not read.`);
  return { directives, problems: reader.problems, unknowns: [...reader.unknowns] };
}

interface Reader {
  readonly files: PodFiles;
  readonly prefix: string;
  readonly problems: NginxProblem[];
  readonly unknowns: Set<string>;
}

/** Only the standard place is known to hold the standard content. */
function isInImage(files: PodFiles, main: string): boolean {
  const found = files.read(main);
  return (
    main === '/etc/nginx/nginx.conf' &&
    found.kind === 'not-shown' &&
    found.from === 'the container image' &&
    files.paths.some((path) => path.startsWith('/etc/nginx/conf.d/'))
  );
}

function readFile(
  reader: Reader,
  path: string,
  fromFile: string,
  fromLine: number,
  depth: number,
): readonly NginxDirective[] {
  const found = reader.files.read(path);
  switch (found.kind) {
    case 'file': {
      const result = parseValue(found.file.value, path);
      if (result.problem !== undefined) reader.problems.push(result.problem);
      return expand(reader, result.directives, depth);
    }
    case 'absent':
      reader.problems.push({
        message: `open() "${path}" failed (2: No such file or directory)`,
        file: fromFile,
        line: fromLine,
      });
      return [];
    case 'missing-object':
      reader.unknowns.add(`${found.object}, which holds ${path}, is not among the files.`);
      return [];
    case 'not-shown':
      if (!HARMLESS.test(path))
        reader.unknowns.add(`${path} comes from ${found.from} and is not read.`);
      return [];
    default:
      return found satisfies never;
  }
}

/** One value is parsed once, however many connections read it and however often other files change. */
const parsed = new WeakMap<DataValue, Map<string, NginxParse>>();

function parseValue(value: DataValue, path: string): NginxParse {
  const byPath = parsed.get(value) ?? new Map<string, NginxParse>();
  parsed.set(value, byPath);
  const result = byPath.get(path) ?? parseNginx(value.text, path);
  byPath.set(path, result);
  return result;
}

function expand(
  reader: Reader,
  directives: readonly NginxDirective[],
  depth: number,
): readonly NginxDirective[] {
  return directives.flatMap((directive) => {
    if (directive.name === 'include') return include(reader, directive, depth);
    if (directive.block === undefined) return [directive];
    return [{ ...directive, block: expand(reader, directive.block, depth) }];
  });
}

function include(
  reader: Reader,
  directive: NginxDirective,
  depth: number,
): readonly NginxDirective[] {
  const argument = directive.args[0] ?? '';
  const path = argument.startsWith('/') ? argument : `${reader.prefix}/${argument}`;
  if (depth >= DEEPEST) {
    const { file, line } = directive;
    reader.problems.push({
      message: `open() "${path}" failed (24: Too many open files)`,
      file,
      line,
    });
    return [];
  }
  if (!isGlob(path)) return readFile(reader, path, directive.file, directive.line, depth + 1);
  const matches = matchGlob(path, reader.files.paths);
  const folder = reader.files.read(`${parentOf(path)}/*`);
  if (matches.length === 0 && folder.kind === 'not-shown' && !HARMLESS.test(path))
    reader.unknowns.add(`${path} comes from ${folder.from} and is not read.`);
  if (folder.kind === 'missing-object')
    reader.unknowns.add(`${folder.object}, which holds ${path}, is not among the files.`);
  return matches.flatMap((match) =>
    readFile(reader, match, directive.file, directive.line, depth + 1),
  );
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
