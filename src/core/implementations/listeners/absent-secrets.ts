/** How the Secrets that are not among the files are judged: as missing, or as if the cluster had them. */
export type AbsentSecrets = 'missing' | 'assumed';
