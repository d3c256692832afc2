const OTHER_NAMES: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp256r1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
  P256: 'P-256',
  P384: 'P-384',
  P521: 'P-521',
  X25519_MLKEM768: 'X25519MLKEM768',
};

/** One name for a key exchange group, whichever library's word it was configured with: `P-256`. */
export function groupName(text: string): string {
  return OTHER_NAMES[text] ?? text;
}
