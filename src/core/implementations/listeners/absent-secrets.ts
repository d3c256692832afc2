/**
 * How the Secrets of listeners that are not among the files are judged. A predicted status is that of the files alone:
 * they are missing. The handshake with a backend is shown all the same, as if the cluster had them: it does not rest on
 * what the listener presents to its own clients.
 */
export type AbsentSecrets = 'missing' | 'assumed';
