/**
 * A hex colour with two digits a channel, as Monaco's token theme demands: `#fff` becomes `#ffffff`. The build writes
 * the tokens as short as CSS allows. Other values pass as they are.
 */
export function longHex(colour: string): string {
  return /^#[0-9a-f]{3,4}$/i.test(colour)
    ? colour.replace(/[0-9a-f]/gi, (digit) => digit + digit)
    : colour;
}
