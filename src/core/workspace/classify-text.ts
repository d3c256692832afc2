import { parseFile } from '../manifest/index.ts';
import type { Guide } from '../model/index.ts';
import { sniffBytes } from '../pki/sniff.ts';
import { carveGuide } from './guide/carve-guide.ts';
import type { CarvedGuide } from './guide/types.ts';
import { indentOf, mentionsObject } from './guide/yaml-run.ts';
import { isSidecar } from './sidecar.ts';

/** What a text is, judged from what stands in it and never from its name. */
export type TextClass =
  | { readonly kind: 'empty' }
  | { readonly kind: 'sidecar' }
  | { readonly kind: 'manifest' }
  | { readonly kind: 'guide'; readonly carved: CarvedGuide }
  | { readonly kind: 'pki' }
  | { readonly kind: 'web-page' }
  | {
      readonly kind: 'other-yaml';
      readonly what: 'YAML' | 'JSON';
      readonly keys: readonly string[];
    }
  | { readonly kind: 'prose' };

/** Tells manifests, guides, PEM and other texts apart. `guide` is what it would be as a guide. */
export function classifyText(guide: Guide, bytes: Uint8Array): TextClass {
  const { text } = guide;
  if (text.replace('\uFEFF', '').trim() === '') return { kind: 'empty' };
  if (isSidecar(text)) return { kind: 'sidecar' };
  const isYaml = readsAsYaml(text);
  if ((isYaml && mentionsObject(text)) || isComments(text)) return { kind: 'manifest' };
  const carved = carveGuide(guide);
  if (carved.files.length > 0) return { kind: 'guide', carved };
  const sniffed = sniffBytes(bytes);
  if (sniffed === 'pem' || sniffed === 'base64') return { kind: 'pki' };
  if (isYaml && /^(?:apiVersion|kind)[ \t]*:/m.test(text)) return { kind: 'manifest' };
  if (carved.setAside.length > 0) return { kind: 'guide', carved };
  if (/^\s*<(?:!doctype html|html|\?xml)\b/i.test(text)) return { kind: 'web-page' };
  return otherYaml(text, isYaml) ?? { kind: 'prose' };
}

/** A YAML file with comments alone: what an export leaves of a Secret that it keeps out. */
function isComments(text: string): boolean {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  return lines.every((line) => /^(?:#(?: |$)|---\s*$|\s*$)/.test(line));
}

const YAML_LINE =
  /^(?:["']?[\w./-]+["']?[ \t]*:(?:[ \t]|$)|[{}[\]]|\{[{%]|\? |: |<<[ \t]*:|---|\.\.\.)/;
const NO_YAML = /^(?:```|~~~|.*<<-?\s*\\?["']?[A-Za-z_]\w*["']?\s*(?:$|[|>&]))/;

/**
 * True when the least indented lines of a text are keys, brackets or templates, as in YAML and JSON. Comments and list
 * items say nothing: Markdown has headings and bullets. Fences and heredocs at that depth make it a guide.
 */
function readsAsYaml(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.replace('\uFEFF', '').trim() !== '');
  const base = lines.reduce((least, line) => Math.min(least, indentOf(line)), Infinity);
  let yaml = 0;
  let other = 0;
  for (const line of lines) {
    const indent = indentOf(line);
    const body = line.slice(indent).replace('\uFEFF', '');
    if (indent > base || body.startsWith('#') || body.startsWith('- ')) continue;
    if (NO_YAML.test(body)) return false;
    if (YAML_LINE.test(body)) yaml += 1;
    else other += 1;
  }
  return yaml > 0 && yaml >= (yaml + other) * 0.7;
}

/** A map in YAML or JSON that says nothing of Kubernetes. */
function otherYaml(text: string, isYaml: boolean): TextClass | null {
  if (!isYaml) return null;
  const parsed = parseFile({ id: '', path: '', text }, { defaultNamespace: 'default' });
  if (parsed.documents.some((document) => document.status === 'template')) {
    return { kind: 'manifest' };
  }
  const keys = [...text.matchAll(/^["']?([A-Za-z][\w.-]*)["']?[ \t]*:/gm)].map(
    (match) => match[1] ?? '',
  );
  return { kind: 'other-yaml', what: text.trimStart().startsWith('{') ? 'JSON' : 'YAML', keys };
}
