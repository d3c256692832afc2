import type { CelFunction } from '../cel/cel-function.ts';
import { cidrFunctions } from './cidr-functions.ts';
import { formatFunctions } from './format-functions.ts';
import { ipFunctions } from './ip-functions.ts';
import { listFunctions } from './list-functions.ts';
import { optionalFunctions } from './optional-functions.ts';
import { quantityFunctions } from './quantity-functions.ts';
import { regexFunctions } from './regex-functions.ts';
import { stringFunctions } from './string-functions.ts';
import { urlFunctions } from './url-functions.ts';

/** What rules of a CRD may call beside plain CEL, in the order in which overloads are tried. */
export const kubernetesFunctions: readonly CelFunction[] = [
  ...cidrFunctions,
  ...formatFunctions,
  ...ipFunctions,
  ...listFunctions,
  ...optionalFunctions,
  ...quantityFunctions,
  ...regexFunctions,
  ...stringFunctions,
  ...urlFunctions,
];

const standard =
  'all bool bytes contains double duration dyn endsWith exists exists_one filter getDate getDayOfMonth ' +
  'getDayOfWeek getDayOfYear getFullYear getHours getMilliseconds getMinutes getMonth getSeconds has in int map ' +
  'matches size startsWith string timestamp type uint';

/** Every name that a rule may call; another one makes the rule one that cannot be evaluated. */
export const knownFunctions: ReadonlySet<string> = new Set([
  ...standard.split(' '),
  ...kubernetesFunctions.map(({ name }) => name.slice(name.lastIndexOf('.') + 1)),
]);
