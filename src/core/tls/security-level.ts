/** The security level a cipher string sets (`@SECLEVEL=n`); 2 is what the recorded builds default to. */
export function securityLevelOf(text: string | undefined): 0 | 1 | 2 | 3 | 4 | 5 {
  const match = /@SECLEVEL=([0-5])/.exec(text ?? '');
  switch (match?.[1]) {
    case '0':
      return 0;
    case '1':
      return 1;
    case '3':
      return 3;
    case '4':
      return 4;
    case '5':
      return 5;
    default:
      return 2;
  }
}
