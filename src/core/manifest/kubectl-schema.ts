import { Scalar, Schema, type DocumentOptions, type ParseOptions, type ScalarTag } from 'yaml';
import { kubectlNumber, NUMBER_LIKE } from './kubectl-number.ts';

const NON_FINITE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

const nullTag: ScalarTag = {
  identify: (value) => value === null || value === undefined,
  createNode: () => new Scalar(null),
  default: true,
  tag: 'tag:yaml.org,2002:null',
  test: /^(?:~|null|Null|NULL)?$/,
  resolve: () => new Scalar(null),
  stringify: () => 'null',
};

const trueTag: ScalarTag = {
  identify: (value) => value === true,
  default: true,
  tag: 'tag:yaml.org,2002:bool',
  test: /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/,
  resolve: () => new Scalar(true),
  stringify: () => 'true',
};

const falseTag: ScalarTag = {
  identify: (value) => value === false,
  default: true,
  tag: 'tag:yaml.org,2002:bool',
  test: /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/,
  resolve: () => new Scalar(false),
  stringify: () => 'false',
};

const numberTag: ScalarTag = {
  identify: (value) => typeof value === 'number',
  default: true,
  tag: 'tag:yaml.org,2002:int',
  test: NUMBER_LIKE,
  resolve: (text) => kubectlNumber(text) ?? text,
  stringify: ({ value }) => String(value),
};

/** `.inf` and `.nan` are read, so that the reader can say that JSON has no such number. */
const nonFiniteTag: ScalarTag = {
  identify: () => false,
  default: true,
  tag: 'tag:yaml.org,2002:float',
  test: NON_FINITE,
  resolve: (text) => (/nan/i.test(text) ? NaN : text.startsWith('-') ? -Infinity : Infinity),
};

/**
 * The scalars of YAML 1.1 as kubectl resolves them (go-yaml v2 inside sigs.k8s.io/yaml): `no`, `off` and `y` are
 * booleans, `012` is octal, dates and `12:30:45` are text. One instance for all documents: making a schema costs
 * more than reading a short document.
 */
export const kubectlSchema = new Schema({
  schema: 'failsafe',
  customTags: [nullTag, trueTag, falseTag, numberTag, nonFiniteTag],
  merge: false,
  resolveKnownTags: false,
});

/** How every document is read: duplicate keys are looked for by us, because kubectl takes the last one. */
export const parseOptions: ParseOptions & DocumentOptions & { schema: Schema } = {
  version: '1.1',
  schema: kubectlSchema,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
};

/** The value of a plain scalar, or undefined for `.inf` and `.nan`, which have none in JSON. */
export function resolvePlain(text: string): string | number | boolean | null | undefined {
  if (/^[A-EG-MP-SU-XZa-eg-mp-su-xz/_]/.test(text)) return text;
  if (trueTag.test?.test(text) === true) return true;
  if (falseTag.test?.test(text) === true) return false;
  if (nullTag.test?.test(text) === true) return null;
  if (NON_FINITE.test(text)) return undefined;
  return NUMBER_LIKE.test(text) ? (kubectlNumber(text) ?? text) : text;
}

/** True when kubectl would read this text, written plain, as something else than text. */
export function needsQuotes(text: string): boolean {
  return [nullTag, trueTag, falseTag, numberTag, nonFiniteTag].some(
    (tag) => tag.test?.test(text) === true,
  );
}
