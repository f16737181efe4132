import type { Header, HeaderRule } from './headers.ts'

/** What the server should send. */
export interface NginxOptions {
  /** Sub-folder the site was built for, with a slash at both ends. */
  readonly base: string
  /** For every response. */
  readonly headers: readonly Header[]
  readonly rules: readonly HeaderRule[]
}

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
export function nginxConf({ base, headers, rules }: NginxOptions): string {
  return `# Cinder on nginx: see docs/deploy.md. The build writes this file and may change it.
# Needs Debian's packages nginx and libnginx-mod-http-brotli-static.

map $uri $cinder_cache_control {
${rules.map(({ path, headers: own }) => `    ~^${escapeRegex(path)} "${own[0]?.[1] ?? ''}";`).join('\n')}
    default "no-cache";
}

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
${headers.map(([name, value]) => `    add_header ${name} "${value.replaceAll('"', '\\"')}" always;`).join('\n')}

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

/** Redirect the root of the domain to the shop. */
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
