/** One of Envoy's response flags and what it says. */
export interface ResponseFlag {
  readonly flag: string;
  readonly meaning: string;
}

const MEANINGS: Readonly<Record<string, string>> = {
  UF: 'No connection to the backend came about, TLS handshake included.',
  UC: 'The backend closed a connection that was already there.',
  URX: 'Every retry, or every attempt to connect, has been used up.',
  UT: 'The backend did not answer in time.',
  UR: 'The backend reset the request.',
  UH: 'No endpoint of the backend is healthy.',
  NC: 'The cluster of the route does not exist.',
  NR: 'No route matches the request.',
};

/**
 * Envoy's response flags in plain words.
 *
 * @param flags `%RESPONSE_FLAGS%`: one, or several with commas between
 * @see Envoy docs/root/configuration/observability/access_log/usage.rst `%RESPONSE_FLAGS%`
 */
export function responseFlags(flags: string): readonly ResponseFlag[] {
  return flags
    .split(',')
    .filter((flag) => flag !== '' && flag !== '-')
    .map((flag) => ({
      flag,
      meaning: MEANINGS[flag] ?? 'A flag that the access log of Envoy explains.',
    }));
}
