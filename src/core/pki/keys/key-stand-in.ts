const WORDS = 'private key removed';

/** PEM label of a place where a private key was and was taken out. */
export const KEY_STAND_IN_LABEL = 'REMOVED PRIVATE KEY';

/**
 * What stands where a private key was taken out before a text was stored. It is a PEM block, so that whoever reads the place
 * finds that a key belongs there and is not here, instead of nothing at all.
 */
export const KEY_STAND_IN = `-----BEGIN ${KEY_STAND_IN_LABEL}-----\n${btoa(WORDS)}\n-----END ${KEY_STAND_IN_LABEL}-----`;

/** Whether these are the contents of the block that stands in for a removed key. */
export function isKeyStandIn(contents: Uint8Array): boolean {
  return (
    contents.length === WORDS.length &&
    contents.every((octet, at) => octet === WORDS.charCodeAt(at))
  );
}
