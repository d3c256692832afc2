import type { ReactNode } from 'react';

/** The product's own glyphs: 24 grid, drawn as strokes. */
export type GlyphName =
  | 'gateway'
  | 'route'
  | 'service'
  | 'policy'
  | 'trust'
  | 'config'
  | 'secret'
  | 'workload'
  | 'certificate'
  | 'backend'
  | 'envoy-proxy'
  | 'grant'
  | 'client'
  | 'namespace';

/** What each glyph is made of; `Glyph` gives the stroke. */
export const glyphPaths: Readonly<Record<GlyphName, ReactNode>> = {
  gateway: (
    <path d="M4 20.5V11a8 8 0 0 1 16 0v9.5M8.5 20.5V12a3.5 3.5 0 0 1 7 0v8.5M2.5 20.5h7.5M14 20.5h7.5" />
  ),
  route: (
    <path d="M3.5 12H9c3 0 3-6 6.5-6h4M9 12c3 0 3 6 6.5 6h4M17 3.5 19.8 6 17 8.5M17 15.5l2.8 2.5-2.8 2.5" />
  ),
  service: (
    <>
      <circle cx="12" cy="5.5" r="2.6" />
      <circle cx="5" cy="18" r="2.6" />
      <circle cx="19" cy="18" r="2.6" />
      <path d="M12 8.1v4.4M12 12.5l-5.2 3.6M12 12.5l5.2 3.6" />
    </>
  ),
  policy: (
    <path d="M12 2.8 19.5 5.6v5.6c0 4.9-3 8.3-7.5 10-4.5-1.7-7.5-5.1-7.5-10V5.6ZM8 10h8M8 13.6h8" />
  ),
  trust: (
    <>
      <path d="M6 2.8h8.2L19 7.6V21.2H6a1 1 0 0 1-1-1V3.8a1 1 0 0 1 1-1ZM14 2.8v5h5" />
      <circle cx="11" cy="13" r="2.4" />
      <path d="m9.6 15.1-.8 3.3 2.2-1.2 2.2 1.2-.8-3.3" />
    </>
  ),
  config: (
    <path d="M6 2.8h8.2L19 7.6V21.2H6a1 1 0 0 1-1-1V3.8a1 1 0 0 1 1-1ZM14 2.8v5h5M8.6 12.5h6.8M8.6 16.5h4.6" />
  ),
  secret: (
    <>
      <circle cx="7.8" cy="15.8" r="4.3" />
      <path d="m11 12.6 8.5-8.5M16 7.6l3 3M13.2 10.4l2 2" />
    </>
  ),
  workload: <path d="M12 2.8 20 7.2v9.6l-8 4.4-8-4.4V7.2ZM4.3 7.4l7.7 4.3 7.7-4.3M12 11.7v9.3" />,
  certificate: (
    <>
      <circle cx="12" cy="9" r="5.8" />
      <circle cx="12" cy="9" r="2.3" />
      <path d="m8.6 13.9-1.4 7.3 4.8-2.6 4.8 2.6-1.4-7.3" />
    </>
  ),
  backend: (
    <>
      <rect x="3" y="5" width="11" height="14" rx="2" />
      <path d="M6.5 9h4M6.5 13h2.5M12 13h8.5M17.5 9.8l3.2 3.2-3.2 3.2" />
    </>
  ),
  'envoy-proxy': (
    <>
      <path d="M12 2.8 20 7.4v9.2l-8 4.6-8-4.6V7.4Z" />
      <path d="M8.5 9.5v6M12 8v2.5M12 13.5V16M15.5 9.5v1.5M15.5 14v1.5" />
      <circle cx="12" cy="12" r="1.3" />
      <circle cx="15.5" cy="12.5" r="1.3" />
      <circle cx="8.5" cy="11.5" r="1.3" />
    </>
  ),
  grant: (
    <path d="M8.5 4H5a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h3.5M15.5 4H19a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-3.5M8 12h8M13.3 9.3 16 12l-2.7 2.7" />
  ),
  client: (
    <>
      <rect x="3" y="4.5" width="18" height="15" rx="2.2" />
      <path d="M3 9h18M6.2 6.8h.01M9 6.8h.01" />
    </>
  ),
  namespace: (
    <>
      <path d="M4 8V5a1 1 0 0 1 1-1h3M16 4h3a1 1 0 0 1 1 1v3M20 16v3a1 1 0 0 1-1 1h-3M8 20H5a1 1 0 0 1-1-1v-3" />
      <circle cx="12" cy="12" r="2.6" />
    </>
  ),
};
