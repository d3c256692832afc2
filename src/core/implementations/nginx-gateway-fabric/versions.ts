/** Release line `major.minor` as numbers; a patch number or `v` is allowed. */
function lineOf(version: string): readonly [number, number] {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return [major, minor];
}

function isAtLeast(version: string, major: number, minor: number): boolean {
  const [ownMajor, ownMinor] = lineOf(version);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/** `proxy_ssl_verify_depth 4` since 2.6.0 (pull request #5174); nginx's default before. */
export function verifyDepth(version: string): number {
  return isAtLeast(version, 2, 6) ? 4 : 1;
}

/** `Gateway.spec.tls.backend` is read since 2.3 (pull request #3900). */
export function readsGatewayBackendTls(version: string): boolean {
  return isAtLeast(version, 2, 3);
}
