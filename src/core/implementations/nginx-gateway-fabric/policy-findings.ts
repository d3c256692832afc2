import { itemsAt, makeFinding, type ObjectIndex } from '../../gateway-api/index.ts';
import type { Finding } from '../../model/index.ts';
import type { NgfFindingCode } from './findings.ts';
import type { BackendOutcome } from './rule-outcome.ts';
import { refusedSecretType } from './refused-secret-type.ts';
import { optionNames, type PolicyVerdict } from './validate-policy.ts';

type NgfFinding = Finding<NgfFindingCode>;

/** Everything worth telling about the policy of one backend: refused, or accepted with parts ignored. */
export function policyFindings(
  index: ObjectIndex,
  { selected, port }: BackendOutcome,
): readonly NgfFinding[] {
  if (selected === undefined) return [];
  const { verdict, losers } = selected;
  const portName = port?.name;
  return [
    ...refusalFindings(verdict),
    ...ignoredParts(verdict),
    ...authorityFindings(verdict),
    ...losers.flatMap(({ policyId, sectionName }): NgfFinding[] => {
      const object = index.byId.get(policyId);
      // Two policies for the same section conflict by the Gateway API too.
      const governs = sectionName !== undefined && sectionName === portName;
      const winnerIsGeneral = !hasSection(verdict, portName);
      if (object === undefined || !governs || !winnerIsGeneral) return [];
      const message = 'Conflicts with another BackendTLSPolicy targeting the same Service';
      const winner = `${verdict.policy.kind} ${verdict.policy.name}`;
      return [
        makeFinding({
          code: 'NGF-OLDER-POLICY-WINS',
          severity: 'warning',
          object,
          path: ['spec', 'targetRefs'],
          params: { winner, section: sectionName, message },
          step: 8,
        }),
      ];
    }),
  ];
}

function hasSection({ policy }: PolicyVerdict, portName: string | undefined): boolean {
  return itemsAt(policy.value, ['spec', 'targetRefs']).some(
    (target) =>
      typeof target === 'object' &&
      target !== null &&
      'sectionName' in target &&
      target.sectionName === portName,
  );
}

function refusalFindings({ policy, refusals }: PolicyVerdict): NgfFinding[] {
  const [first] = refusals;
  if (first === undefined) return [];
  const facts = refusals.map(
    ({ condition, reason, message }) => `${condition}=False, ${reason}: ${message}`,
  );
  const type = refusedSecretType(first.message);
  return [
    makeFinding({
      code: type === null ? 'NGF-POLICY-REFUSED' : 'NGF-SECRET-TYPE-REFUSED',
      severity: 'error',
      object: policy,
      path: first.field,
      params: {
        condition: `${first.condition}=False`,
        reason: first.reason,
        message: first.message,
        ...(type === null ? {} : { type, result: 'Every request to the Service gets 500.' }),
      },
      evidence: { facts },
      step: 8,
    }),
  ];
}

function ignoredParts({ policy }: PolicyVerdict): NgfFinding[] {
  const names = ['spec', 'validation', 'subjectAltNames'];
  const options = optionNames(policy);
  return [
    ...(itemsAt(policy.value, names).length === 0
      ? []
      : [
          makeFinding({
            code: 'NGF-SAN-IGNORED' as const,
            severity: 'warning',
            object: policy,
            path: names,
            step: 8,
          }),
        ]),
    ...(options.length === 0
      ? []
      : [
          makeFinding({
            code: 'NGF-OPTIONS-IGNORED' as const,
            severity: 'note',
            object: policy,
            path: ['spec', 'options'],
            params: { options: options.join(', ') },
          }),
        ]),
  ];
}

/** CA objects that pass the control plane although something about them is wrong. */
function authorityFindings({ authority }: PolicyVerdict): NgfFinding[] {
  if (authority.kind !== 'object') return [];
  const { object, authority: ca, hiddenError } = authority.resolved;
  if (ca === undefined)
    return [
      makeFinding({
        code: 'NGF-CA-SECRET-WITHOUT-CA',
        severity: 'error',
        object,
        path: ['data'],
        step: 8,
      }),
    ];
  const { path } = ca.value.field;
  return [
    ...(ca.bundle === ca.value.bytes
      ? []
      : [makeFinding({ code: 'NGF-CA-BASE64' as const, severity: 'note', object, path, step: 8 })]),
    ...(hiddenError === undefined
      ? []
      : [
          makeFinding({
            code: 'NGF-KEY-PAIR-UNCHECKED' as const,
            severity: 'warning',
            object,
            path: ['data'],
            params: { message: hiddenError },
          }),
        ]),
  ];
}
