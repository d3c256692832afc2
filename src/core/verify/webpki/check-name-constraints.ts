import { binaryText } from '../der/binary-text.ts';
import { DerString, TAG } from '../der/der-string.ts';
import type { Budget } from './budget.ts';
import { readGeneralName, type WebpkiName } from './general-name.ts';
import { listNames } from './list-names.ts';
import { matchDnsId } from './match-dns-id.ts';
import { matchIpConstraint } from './match-ip-constraint.ts';
import type { WebpkiCertificate } from './parse-certificate.ts';
import { readElement } from './read-element.ts';
import { badDer, trailingData, WebpkiError } from './webpki-error.ts';

export interface ConstraintRules {
  readonly budget: Budget;
  readonly release: '0.102' | '0.103';
}

type Subtrees = 'permitted' | 'excluded';

/**
 * The constraints of the anchor and of every CA certificate against all certificates below.
 *
 * @param path leaf first
 * @see rustls-webpki 0.103.14 src/verify_cert.rs `check_signed_chain_name_constraints`
 */
export function checkNameConstraints(
  anchorConstraints: Uint8Array | undefined,
  path: readonly WebpkiCertificate[],
  rules: ConstraintRules,
): WebpkiError | null {
  let constraints = anchorConstraints;
  for (let top = path.length - 1; top >= 0; top -= 1) {
    const error = constraints && checkBelow(constraints, path.slice(0, top + 1), rules);
    if (error) return error;
    constraints = path[top]?.nameConstraints;
  }
  return null;
}

/** `check_name_constraints`: from the highest certificate down, alternative names, then the subject. */
function checkBelow(
  constraints: Uint8Array,
  below: readonly WebpkiCertificate[],
  rules: ConstraintRules,
): WebpkiError | null {
  const reader = new DerString(constraints);
  const subtrees: [Subtrees, Uint8Array][] = [];
  for (const [kind, tag] of [
    ['permitted', 0xa0],
    ['excluded', 0xa1],
  ] as const) {
    if (!reader.peek(tag)) continue;
    const list = readElement(reader, tag)?.rest;
    if (!list) return badDer;
    subtrees.push([kind, list]);
  }
  for (const certificate of [...below].reverse()) {
    for (const name of [...listNames(certificate.subjectAltName), directory]) {
      const error = name instanceof WebpkiError ? name : checkName(name, subtrees, rules);
      if (error) return error;
    }
  }
  return reader.isEmpty ? null : badDer;
}

/** The subject counts as one, whatever stands in it. */
const directory: WebpkiName = { kind: 'directory' };

/** `check_presented_id_conforms_to_constraints`. */
function checkName(
  name: WebpkiName,
  subtrees: readonly (readonly [Subtrees, Uint8Array])[],
  rules: ConstraintRules,
): WebpkiError | null {
  for (const [kind, list] of subtrees) {
    const error = checkSubtrees(name, kind, new DerString(list), rules);
    if (error) return error;
  }
  return null;
}

function checkSubtrees(
  name: WebpkiName,
  kind: Subtrees,
  list: DerString,
  rules: ConstraintRules,
): WebpkiError | null {
  let matched = false;
  let mismatched = false;
  while (!list.isEmpty) {
    const spent = rules.budget.spendComparison();
    if (spent) return spent;
    const base = readSubtree(list);
    if (base instanceof WebpkiError) return base;
    const matches = matchBase(name, base, kind, rules.release);
    if (matches === null) continue;
    if (matches instanceof WebpkiError) return matches;
    if (matches && kind === 'excluded') return new WebpkiError('NameConstraintViolation');
    if (matches) matched = true;
    else mismatched = true;
  }
  const isViolated = kind === 'permitted' && mismatched && !matched;
  return isViolated ? new WebpkiError('NameConstraintViolation') : null;
}

/** Neither minimum nor maximum may be written. */
function readSubtree(list: DerString): WebpkiName | WebpkiError {
  const content = readElement(list, TAG.sequence);
  if (!content) return badDer;
  const base = readGeneralName(content);
  if (base instanceof WebpkiError) return base;
  return content.isEmpty ? base : trailingData('GeneralName');
}

/** Null when the constraint is about another kind of name. */
function matchBase(
  name: WebpkiName,
  base: WebpkiName,
  kind: Subtrees,
  release: '0.102' | '0.103',
): boolean | WebpkiError | null {
  if (name.kind === 'dns' && base.kind === 'dns') {
    const expand = kind === 'excluded' || release === '0.102';
    return matchDnsId(binaryText(name.value), kind, binaryText(base.value), expand);
  }
  if (name.kind === 'ip' && base.kind === 'ip') return matchIpConstraint(name.value, base.value);
  // Directory names and URIs are not compared: nothing is permitted, everything excluded.
  if (name.kind === 'directory' && base.kind === 'directory') return kind === 'excluded';
  if (name.kind === 'uri' && base.kind === 'uri') {
    return release === '0.102' ? null : kind === 'excluded';
  }
  if (name.kind === 'unsupported' && base.kind === 'unsupported' && name.tag === base.tag) {
    return new WebpkiError('NameConstraintViolation');
  }
  return null;
}
