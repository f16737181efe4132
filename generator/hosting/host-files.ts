import type { SiteFile } from '../feeds/site-file.ts'
import type { PageFile } from '../page-files.ts'
import type { Site } from '../site.ts'
import {
  cacheRules,
  FIXED_HEADERS,
  policyRules,
  securityHeaders,
  type Header,
  type HeaderRule,
} from './headers.ts'
import { nginxConf } from './nginx-conf.ts'

/** What hosts read beside the pages: headers for Netlify and Cloudflare Pages, Vercel and nginx. */
export function hostFiles(site: Site, pages: readonly PageFile[]): readonly SiteFile[] {
  const { base } = site.place
  const rules = [
    { path: `${base}*`, headers: securityHeaders(site) },
    ...policyRules(site, pages),
    ...cacheRules(base),
  ]
  return [
    { path: '_headers', text: headersFile(rules) },
    { path: 'vercel.json', text: vercelJson(rules) },
    { path: 'nginx.conf', text: nginxConf(site, pages) },
  ]
}

/**
 * The format that Netlify, Cloudflare Pages and `scripts/serve.mjs` read.
 *
 * @see https://docs.netlify.com/manage/routing/headers/
 * @see https://developers.cloudflare.com/pages/configuration/headers/
 */
function headersFile(rules: readonly HeaderRule[]): string {
  const lines = ([name, value]: Header): string => `  ${name}: ${value}\n`
  return rules.map(({ path, headers }) => `${path}\n${headers.map(lines).join('')}`).join('\n')
}

/**
 * The file at the root of the repository, which Vercel reads before it builds. It only sets
 * `frame-ancestors`, because the pages' `<meta>` has the rest of the policy.
 */
export function topVercelJson(): string {
  const policy: Header = ['Content-Security-Policy', "frame-ancestors 'none'"]
  const rules = [{ path: '/*', headers: [policy, ...FIXED_HEADERS] }, ...cacheRules('/')]
  return vercelJson(rules, { buildCommand: 'PRECOMPRESS=0 npm run build', outputDirectory: 'dist' })
}

/**
 * The file for `vercel deploy dist/`.
 *
 * @see https://vercel.com/docs/project-configuration
 */
function vercelJson(rules: readonly HeaderRule[], settings: object = {}): string {
  const config = {
    $schema: 'https://openapi.vercel.sh/vercel.json',
    trailingSlash: true,
    ...settings,
    headers: rules.map(({ path, headers }) => ({
      source: path.replace(/\*$/, '(.*)'),
      headers: headers.map(([key, value]) => ({ key, value })),
    })),
  }
  return `${JSON.stringify(config, null, 2)}\n`
}
