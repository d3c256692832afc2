import type { DistributionPointName, GeneralName } from '../../pki/types.ts';

/** A DistributionPointName: general names, or one whole directory name in canonical form. */
export type PointName = { readonly full: readonly GeneralName[] } | { readonly directory: string };

/** A relative name stands behind `base`, a canonical name. */
export function pointName(
  { fullName, relativeName }: DistributionPointName,
  base: string,
): PointName {
  return relativeName === undefined ? { full: fullName } : { directory: base + relativeName };
}

/** `idp_check_dp`: a missing name matches all; else one name of theirs has to be one of ours. */
export function isSamePointName(a: PointName | null, b: PointName | null): boolean {
  if (!a || !b) return true;
  if ('directory' in a) {
    return 'directory' in b
      ? a.directory === b.directory
      : directoryNames(b.full).includes(a.directory);
  }
  if ('directory' in b) return directoryNames(a.full).includes(b.directory);
  return a.full.some((one) => b.full.some((other) => isSameGeneralName(one, other)));
}

/** The directory names among general names, canonical. */
export function directoryNames(names: readonly GeneralName[]): readonly string[] {
  return names.flatMap((name) => (name.kind === 'directory' ? [name.name.canonical] : []));
}

/** `GENERAL_NAME_cmp`: octet by octet, directory names in canonical form. */
function isSameGeneralName(a: GeneralName, b: GeneralName): boolean {
  if (a.kind === 'directory' && b.kind === 'directory') {
    return a.name.canonical === b.name.canonical;
  }
  if (a.kind === 'other' && b.kind === 'other' && a.oid !== b.oid) return false;
  return (
    a.kind === b.kind &&
    a.raw.length === b.raw.length &&
    a.raw.every((octet, index) => octet === b.raw[index])
  );
}
