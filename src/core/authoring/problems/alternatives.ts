import { implementationInfo } from '../../implementations/index.ts';
import { defaultGateway } from '../default-choices.ts';
import type { Alternative, AuthorityChoice, GatewayChoice, SetupChoices } from '../types.ts';

/** The same setup with another place for the CA. */
export function withAuthority(choices: SetupChoices, authority: AuthorityChoice): Alternative {
  const titles: Readonly<Record<AuthorityChoice, string>> = {
    'config-map': 'Keep the CA in a ConfigMap',
    secret: 'Keep the CA in a Secret',
    system: 'Trust the system CAs',
    'cert-manager': 'Let cert-manager and trust-manager provide the CA',
  };
  return { title: titles[authority], choices: { ...choices, authority } };
}

/** The same setup on other releases of the implementation that pass the test, newest first. */
export function withVersion(
  choices: SetupChoices,
  passes: (version: string) => boolean,
): readonly Alternative[] {
  const { gateway } = choices;
  const { name, versions } = implementationInfo[gateway.implementation];
  const version = versions.find(passes);
  if (version === undefined) return [];
  return [
    { title: `Use ${name} ${version}`, choices: { ...choices, gateway: { ...gateway, version } } },
  ];
}

/** The same setup with another way of the implementation. */
export function withGateway(
  choices: SetupChoices,
  title: string,
  gateway: GatewayChoice,
): Alternative {
  return { title, choices: { ...choices, gateway } };
}

/** The same setup on the newest release of another implementation. */
export function onOther(
  choices: SetupChoices,
  implementation: GatewayChoice['implementation'],
): Alternative {
  const { name, defaultVersion } = implementationInfo[implementation];
  return withGateway(choices, `Use ${name} ${defaultVersion}`, defaultGateway(implementation));
}

/** The same setup with some namespaces changed. */
export function withNamespaces(
  choices: SetupChoices,
  title: string,
  changes: Partial<SetupChoices['namespaces']>,
): Alternative {
  return { title, choices: { ...choices, namespaces: { ...choices.namespaces, ...changes } } };
}

/** One-way TLS with the same answers. */
export function oneWay(choices: SetupChoices): Alternative {
  return { title: 'Use one-way TLS', choices: { ...choices, mode: 'one-way' } };
}

/** The same setup with the SNI name as the one name that is verified. */
export function verifyingSni(choices: SetupChoices): Alternative {
  const hosts = { ...choices.hosts, verified: [choices.hosts.sni] };
  return { title: `Verify ${choices.hosts.sni} alone`, choices: { ...choices, hosts } };
}
