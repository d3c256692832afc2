import { fractionAtMostOne, percentOrFraction } from '../rules/route-rules.ts';
import type { StructuralSchema } from '../types.ts';
import type { Edition } from './edition.ts';
import { choice, int32, listMap, obj, set, str, text } from './notation.ts';
import {
  backendObjectReference,
  duration,
  HEADER_VALUE_PATTERN,
  headerName,
} from './shared-types.ts';
import { sessionPersistenceRules } from '../rules/route-rules.ts';

/** Values of headers; the experimental channel of v1.6 checks their characters. */
export function headerValue(edition: Edition): StructuralSchema {
  return text(1, 4096, edition.has('1.6') ? HEADER_VALUE_PATTERN : undefined);
}

/** HTTPHeaderFilter. */
export function headerModifier(edition: Edition): StructuralSchema {
  const header = obj({ 'name!': headerName, 'value!': headerValue(edition) });
  return obj({
    add: listMap('name', header, { maxItems: 16 }),
    remove: set(str(), { maxItems: 16 }),
    set: listMap('name', header, { maxItems: 16 }),
  });
}

/** HTTPRequestMirrorFilter. */
export const requestMirror = obj(
  {
    'backendRef!': backendObjectReference,
    fraction: obj(
      { denominator: int32(1, undefined, { default: 100 }), 'numerator!': int32(0) },
      { rules: [fractionAtMostOne] },
    ),
    percent: int32(0, 100),
  },
  { rules: [percentOrFraction] },
);

/** SessionPersistence, experimental channel only. `idleTimeout` was left out in v1.6. */
export function sessionPersistence(edition: Edition): StructuralSchema {
  return obj(
    {
      absoluteTimeout: duration,
      cookieConfig: obj({ lifetimeType: choice(['Permanent', 'Session'], 'Session') }),
      ...(edition.since('1.6') ? {} : { idleTimeout: duration }),
      sessionName: str({ maxLength: 128 }),
      type: choice(['Cookie', 'Header'], 'Cookie'),
    },
    { rules: sessionPersistenceRules },
  );
}
