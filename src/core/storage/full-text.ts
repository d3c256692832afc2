import type { Workspace } from '../model/index.ts';
import { keptForm } from './kept-form.ts';

declare const secretText: unique symbol;

/** Text with private keys: nothing but the cipher of the device takes it. */
export type SecretText = string & { readonly [secretText]: true };

/** The whole workspace, private keys and opened containers included, for the device's cipher. */
export function fullText(workspace: Workspace): SecretText {
  return keptForm(workspace, 0) as SecretText;
}
