import { contentSecurityPolicy } from '../content-security-policy.ts'
import type { PageFile } from '../page-files.ts'
import type { Site } from '../site.ts'
import { cacheRules, FIXED_HEADERS, pageRules, type HeaderRule } from './headers.ts'

/** Types to compress on request, if the build made no compressed file. */
const COMPRESSED = [
  'application/javascript',
  'application/json',
  'application/manifest+json',
  'application/xml',
  'image/svg+xml',
  'text/css',
  'text/javascript',
  'text/plain',
  'text/tab-separated-values',
  'text/xml',
]

const TYPES_AND_COMPRESSION = `include /etc/nginx/mime.types;
    types {
        application/manifest+json webmanifest;
        image/avif avif;
        model/gltf-binary glb;
    }

    # Use the build's .br and .gz files, else compress on request.
    brotli_static on;
    gzip_static on;
    gzip on;
    gzip_vary on;
    gzip_types ${COMPRESSED.join(' ')};`

/**
 * Write the configuration for Debian's or Ubuntu's nginx, to copy to `/etc/nginx/conf.d/` as it is.
 * Headers are set at one level only, because a `location` with its own header would drop the others.
 *
 * @see https://nginx.org/en/docs/http/ngx_http_headers_module.html
 */
export function nginxConf(site: Site, pages: readonly PageFile[]): string {
  const { base } = site.place
  const allowed = pages.filter(({ allows }) => allows !== undefined)
  const ownPolicy = `${contentSecurityPolicy(site)}; frame-ancestors 'none'`
  return `# Cinder on nginx: see docs/deploy.md. Written by the build; a new build may change it.
# Needs Debian's packages nginx and libnginx-mod-http-brotli-static.

${map('cinder_cache_control', cacheRules(base), 'no-cache')}
${map('cinder_policy', pageRules(site, allowed), ownPolicy)}
server {
    listen 80 default_server;
    listen [::]:80 default_server;
    server_name _;
    # ${base === '/' ? 'Copy the contents of dist/ here.' : `Copy the contents of dist/ to ${base} under this.`}
    root /var/www/cinder;

    index index.html;
    autoindex off;
    absolute_redirect off;
    server_tokens off;
    charset utf-8;
    charset_types ${COMPRESSED.filter((type) => !type.startsWith('image/')).join(' ')};

    ${TYPES_AND_COMPRESSION}

    add_header Cache-Control $cinder_cache_control always;
    add_header Content-Security-Policy $cinder_policy always;
${FIXED_HEADERS.map(([name, value]) => `    add_header ${name} "${quote(value)}" always;`).join('\n')}

    error_page 404 ${base}404.html;
    error_page 403 =404 ${base}404.html;

    location / {
        try_files $uri $uri/ =404;
    }
${folderRedirect(base)}
    # Files for hosts only, and hidden files.
    location ~ ^${escapeRegex(base)}(_headers|nginx\\.conf|vercel\\.json)$ {
        return 404;
    }
    location ~ /\\.(?!well-known/) {
        return 404;
    }
}
`
}

/** A variable that has a rule's value for the paths below the rule's. */
function map(name: string, rules: readonly HeaderRule[], fallback: string): string {
  const lines = rules.map(({ path, headers }) => {
    const start = escapeRegex(path.replace(/\*$/, ''))
    return `    ~^${start} "${quote(headers[0]?.[1] ?? '')}";`
  })
  return `map $uri $${name} {
${lines.join('\n')}
    default "${quote(fallback)}";
}
`
}

function quote(value: string): string {
  return value.replaceAll('"', '\\"')
}

/** A domain that has nothing but the shop leads to it. */
function folderRedirect(base: string): string {
  if (base === '/') return ''
  return `    location = / {
        return 301 ${base};
    }
`
}

function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
