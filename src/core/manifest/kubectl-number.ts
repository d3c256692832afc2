const INTEGER =
  /^([-+]?)(?:0[bB]([01]+)|0[oO]([0-7]+)|0[xX]([0-9a-fA-F]+)|0([0-7]+)|(0|[1-9][0-9]*))$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** Plain scalars worth asking `kubectlNumber` about. */
export const NUMBER_LIKE =
  /^[-+]?(?:0[bB][01_]+|0[oO][0-7_]+|0[xX][0-9a-fA-F_]+|(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9]+)(?:[eE][-+]?[0-9][0-9_]*)?)$/;

/**
 * Reads a plain scalar as the number kubectl takes it for: `012` is ten, `0o17` fifteen, `1_000` a thousand,
 * `08` eight; sexagesimal numbers and dates stay text.
 *
 * @returns null when kubectl keeps it as text
 * Source: go-yaml v2 `resolve` (resolve.go), which sigs.k8s.io/yaml carries.
 */
export function kubectlNumber(text: string): number | null {
  const plain = text.startsWith('.') ? text : text.replaceAll('_', '');
  const match = INTEGER.exec(plain);
  if (match === null) return FLOAT.test(plain) ? Number(plain) : null;
  const [, sign, binary, octal, hexadecimal, oldOctal, decimal] = match;
  const value =
    decimal !== undefined
      ? Number(decimal)
      : binary !== undefined
        ? Number.parseInt(binary, 2)
        : hexadecimal !== undefined
          ? Number.parseInt(hexadecimal, 16)
          : Number.parseInt(octal ?? oldOctal ?? '', 8);
  return sign === '-' ? 0 - value : value;
}
