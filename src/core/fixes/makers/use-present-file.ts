import { readDataValue } from '../../gateway-api/index.ts';
import { setScalar } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { writeDataValue } from './data-value-of.ts';
import { oneFix } from './one-fix.ts';

/** Writes the path of a file that exists into the nginx configuration that a ConfigMap holds, or into the variable that names it. */
export const usePresentFile: ObjectFixMaker = ({ params, field }, object) => {
  const { path, closest, line, directive } = params;
  if (line === undefined)
    return field === undefined || closest === undefined
      ? []
      : oneFix(`Set ${directive ?? ''} to ${closest}`, setScalar(object, field.path, closest), {
          effect: 'The backend then finds the file.',
        });
  const key = field?.path.at(-1);
  const value = typeof key === 'string' ? readDataValue(object, key) : undefined;
  if (value === undefined || path === undefined || closest === undefined) return [];
  const lines = value.text.split('\n');
  const at = Number(line) - 1;
  const written = lines[at];
  if (written?.includes(path) !== true) return [];
  lines[at] = written.replace(path, closest);
  return oneFix(
    `Write ${closest} in line ${line} of ${object.kind} ${object.name}`,
    writeDataValue(object, value, lines.join('\n')),
    { effect: 'nginx then finds the file.' },
  );
};
