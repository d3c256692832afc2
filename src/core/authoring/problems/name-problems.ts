import { isAtLeast } from '../../implementations/is-at-least.ts';
import { usesConfigPolicy, verifiesOtherNames } from '../manifests/policy-manifest.ts';
import type { Problem, SetupChoices } from '../types.ts';
import { verifyingSni, withVersion } from './alternatives.ts';

/** What stands against names of objects and hosts. */
export const nameChecks: readonly ((choices: SetupChoices) => readonly Problem[])[] = [
  objectNames,
  hostNames,
  altNames,
  uriNames,
];

const LABEL = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
const HOST =
  /^(?=.{1,253}$)[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)*$/;
const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;

/** RFC 1123 labels; derived names end in at most 16 further characters. */
function objectNames(choices: SetupChoices): readonly Problem[] {
  const { backend, gatewayName, namespaces } = choices;
  const { gateway, route, app, ca, clientIdentity } = namespaces;
  const spaces: readonly string[] = [gateway, route, app, ca, clientIdentity];
  const isBad = (text: string): boolean => !LABEL.test(text) || text.length > 47;
  const badSpace = spaces.find((text) => !LABEL.test(text));
  const first = badSpace ?? [backend.name, gatewayName].find(isBad);
  if (first === undefined) return [];
  const ownField = isBad(backend.name) ? 'backend' : 'gateway-name';
  return [
    {
      code: 'NAME-NOT-ALLOWED',
      severity: 'blocking',
      field: badSpace === undefined ? ownField : 'namespaces',
      value: first,
      fact: `"${first}" is no name for a Kubernetes object: lower-case letters, digits and hyphens, at most 63 characters, 47 where names are derived from it.`,
      source: 'RFC 1123; Kubernetes object names',
      alternatives: [],
    },
  ];
}

/** Gateway API PreciseHostname for SNI and verified names; the listener's host may begin with `*.`. */
function hostNames(choices: SetupChoices): readonly Problem[] {
  const { hosts, backend } = choices;
  const isHost = (text: string): boolean => HOST.test(text) && !IPV4.test(text);
  const bad = [
    ...(isHost(hosts.route.replace(/^\*\./, '')) ? [] : [hosts.route]),
    ...(isHost(hosts.sni) ? [] : [hosts.sni]),
    ...hosts.verified.filter(
      (name) => !isHost(name) && !/^[a-z][a-z0-9+.-]*:\/\/[^\s/]+\S*$/i.test(name),
    ),
    ...(backend.kind === 'external' && !isHost(backend.host) ? [backend.host] : []),
  ];
  const count = hosts.verified.length;
  if (bad.length === 0 && count > 0 && count <= 5) return [];
  const [first] = bad;
  const fact =
    first === undefined
      ? `${String(count)} names to verify: a policy takes one to five.`
      : hostFact(first, hosts.route);
  return [
    {
      code: 'HOST-NOT-ALLOWED',
      severity: 'blocking',
      field: 'hosts',
      fact,
      ...(first === undefined ? {} : { value: first }),
      source: `Gateway API apis/v1/shared_types.go ${first === hosts.route ? 'Hostname' : 'PreciseHostname; backendtlspolicy_types.go'}`,
      alternatives: count === 0 && isHost(hosts.sni) ? [verifyingSni(choices)] : [],
    },
  ];
}

function hostFact(text: string, route: string): string {
  const name = 'lower-case letters, digits, hyphens and dots';
  return text === route
    ? `"${text}" is no host name of a route: ${name}, no IP address, and *. at most at its start.`
    : `"${text}" cannot be sent as SNI and verified: ${name}, no wildcard, no IP address. A URI with :// can be among the verified names alone.`;
}

function altNames(choices: SetupChoices): readonly Problem[] {
  if (!verifiesOtherNames(choices) || usesConfigPolicy(choices)) return [];
  const { implementation, version } = choices.gateway;
  const isNgf = implementation === 'nginx-gateway-fabric';
  const isOld = implementation === 'kgateway' && !isAtLeast(version, 2, 1);
  if (!isNgf && !isOld) return [];
  return [
    {
      code: 'NO-SUBJECT-ALT-NAMES',
      severity: 'blocking',
      field: 'hosts',
      fact: isNgf
        ? 'NGINX Gateway Fabric does not read subjectAltNames: nginx verifies the name that it sends as SNI.'
        : 'kgateway reads subjectAltNames since 2.1.',
      source: isNgf ? 'NGINX Gateway Fabric issue #3152' : 'kgateway 2.1 release',
      alternatives: [
        verifyingSni(choices),
        ...(isOld ? withVersion(choices, (each) => isAtLeast(each, 2, 1)) : []),
      ],
    },
  ];
}

function uriNames(choices: SetupChoices): readonly Problem[] {
  const uri = choices.hosts.verified.find((name) => name.includes('://'));
  if (uri === undefined || !usesConfigPolicy(choices)) return [];
  return [
    {
      code: 'URI-NAME-NOT-CHECKED',
      severity: 'blocking',
      field: 'hosts',
      fact: `verifySubjectAltNames of a BackendConfigPolicy compares DNS names alone; ${uri} would never match.`,
      source: 'kgateway pkg/kgateway/extensions2/plugins/backendconfigpolicy/tls.go',
      alternatives: [verifyingSni(choices)],
    },
  ];
}
