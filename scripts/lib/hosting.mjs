import { cacheControl, securityHeaders } from './security-policy.mjs';

/*
 * The response headers in the configuration languages of the usual static hosts. All are made from
 * one policy at build time and lie beside the app, where the host looks for them; what is read from
 * elsewhere (nginx, Caddy) lies in `dist/.hosting`.
 */

const note = 'Made by the build from scripts/lib/security-policy.mjs.';
const always = Object.entries(securityHeaders);

/** @param {(name: string, value: string) => string} write one line for one header */
const lines = (write) => always.map(([name, value]) => write(name, value)).join('\n');

/** Netlify and Cloudflare Pages join the values of two matching rules, so each header stands once. */
const headersFile = `# ${note}
/*
${lines((name, value) => `  ${name}: ${value}`)}
/assets/*
  Cache-Control: ${cacheControl.hashed}
`;

/** Without mod_headers Apache answers with an error, rather than to serve the app unprotected. */
const htaccess = `# ${note}
Options -Indexes
${lines((name, value) => `Header always set ${name} "${value}"`)}
Header set Cache-Control "${cacheControl.other}"
<If "%{REQUEST_URI} =~ m#/assets/#">
  Header set Cache-Control "${cacheControl.hashed}"
</If>
`;

/** A location with one `add_header` inherits none, so the list stands in both. */
const nginx = `# ${note}
# Include it in the server block whose root is the built folder.
${lines((name, value) => `add_header ${name} "${value}" always;`)}
add_header Cache-Control "${cacheControl.other}" always;
location /assets/ {
${lines((name, value) => `  add_header ${name} "${value}" always;`)}
  add_header Cache-Control "${cacheControl.hashed}" always;
}
location ~ /(?:\\.|_headers$) {
  return 404;
}
`;

const caddy = `# ${note}
# Import it in the site block whose root is the built folder.
header {
${lines((name, value) => `  ${name} "${value}"`)}
  Cache-Control "${cacheControl.other}"
}
header /assets/* Cache-Control "${cacheControl.hashed}"
`;

/** @param {Readonly<Record<string, string>>} headers */
const pairs = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));

/** @param {string} everything @param {string} assets the two path patterns, in the host's own form */
function rules(everything, assets) {
  return [
    { source: everything, headers: pairs(securityHeaders) },
    { source: assets, headers: pairs({ 'Cache-Control': cacheControl.hashed }) },
  ];
}

/** @param {unknown} value */
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/**
 * Files to be written into the built folder: path there, text.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const hostingFiles = {
  _headers: headersFile,
  '.htaccess': htaccess,
  'vercel.json': json({ headers: rules('/(.*)', '/assets/(.*)') }),
  'serve.json': json({ directoryListing: false, headers: rules('**', 'assets/**') }),
  '.hosting/nginx.conf': nginx,
  '.hosting/Caddyfile': caddy,
};
