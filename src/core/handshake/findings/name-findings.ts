import type { Finding } from '../../model/index.ts';
import type { HandshakeFindingCode } from '../findings.ts';
import { dataPlaneWords } from '../steps/data-plane-words.ts';
import type { StepContext } from '../steps/draft.ts';
import { dnsNames, subjectText } from '../text/certificate-names.ts';
import { blameField, makeFinding } from './draft.ts';
import { shortRule } from './rule-source.ts';
import type { Side } from './side.ts';
import { joined } from '../../words/index.ts';

/** Findings about the names of the server certificate: no match, and no name but the common name. */
export function nameFindings(
  context: StepContext,
  side: Side,
): readonly Finding<HandshakeFindingCode>[] {
  const { facts } = context;
  const leaf = side.check.path[0];
  if (side.role === 'client' || facts.hostCheck === null || leaf === undefined) return [];
  const { hostCheck } = facts;
  const names = dnsNames(leaf);
  return [
    ...(hostCheck.matches
      ? []
      : [mismatch(context, side, joined(hostCheck.compared.map(({ value }) => value)))]),
    ...(names.length > 0 || (facts.engine.id !== 'nginx' && hostCheck.compared.length > 0)
      ? []
      : [
          makeFinding(context, {
            code: 'TLS-NO-SAN',
            severity: 'warning',
            step: 8,
            blame: side.presenter,
            key: leaf.fingerprint,
            params: {
              subject: subjectText(leaf),
              host: hostCheck.name,
              certificate: leaf.fingerprint,
            },
          }),
        ]),
  ];
}

function mismatch(context: StepContext, side: Side, names: string): Finding<HandshakeFindingCode> {
  const { facts, request } = context;
  const { sanMatchers = [], verifyNames, sni } = request.programmed;
  const name = sanMatchers[0] ?? verifyNames[0] ?? sni;
  const leaf = side.check.path[0];
  const field = name?.from ?? request.programmed.policy;
  const blame = field === undefined ? side.presenter : blameField(context, field);
  const from = side.presenter.field;
  const host = facts.hostCheck?.name ?? '';
  const found = names === '' ? 'none' : names;
  const words = dataPlaneWords(facts.engine);
  const exact = leaf === undefined ? undefined : dnsNames(leaf).find((one) => !one.includes('*'));
  return makeFinding(context, {
    code: 'TLS-HOST-MISMATCH',
    severity: 'error',
    step: 8,
    blame,
    key: `${host} ${leaf?.fingerprint ?? ''}`,
    evidence: {
      expected: {
        label: 'Name the gateway checks',
        value: host,
        ...(name?.from && { from: name.from }),
      },
      found: { label: 'Names in the certificate', value: found, ...(from && { from }) },
    },
    ...(facts.engine.id !== 'nginx' && { source: shortRule(words.nameRule) }),
    params: {
      host,
      names: found,
      subject: leaf === undefined ? 'the certificate' : subjectText(leaf),
      ...(leaf && { certificate: leaf.fingerprint }),
      presenter: side.presenter.label,
      policy: blame.label,
      ...(exact !== undefined && { firstName: exact }),
      ...(side.check.ok ? {} : { late: words.nameOrder }),
    },
  });
}
