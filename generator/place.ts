import type { Place } from './site.ts'

/** The variables in which hosts put the shop's future address. */
const HOSTS: readonly {
  readonly variable: string
  readonly toUrl: (value: string) => string
}[] = [
  { variable: 'SITE_URL', toUrl: (value) => value },
  // Netlify: the main address, even for a preview build.
  { variable: 'URL', toUrl: (value) => value },
  // Cloudflare Pages.
  { variable: 'CF_PAGES_URL', toUrl: (value) => value },
  // Vercel: a host without a scheme.
  { variable: 'VERCEL_PROJECT_PRODUCTION_URL', toUrl: (value) => `https://${value}` },
]

/** Variables that only count if the host's own variable is set too. */
const MARKS: Readonly<Record<string, string>> = { URL: 'NETLIFY' }

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Find out where a build will be hosted: from `BASE_PATH` and `SITE_URL`, or from the variables of
 * Netlify, Cloudflare Pages or Vercel. "spikes" and "/spikes" mean "/spikes/".
 */
export function placeOf(env: Environment): Place {
  const base = `/${env['BASE_PATH'] ?? ''}/`.replace(/\/+/g, '/')
  const host = HOSTS.find(({ variable }) => isSaid(env, variable))
  const siteUrl = host?.toUrl(env[host.variable] ?? '') ?? ''
  return { base, siteUrl: siteUrl.replace(/\/+$/, '') }
}

function isSaid(env: Environment, variable: string): boolean {
  const mark = MARKS[variable]
  return (env[variable] ?? '') !== '' && (mark === undefined || env[mark] !== undefined)
}
