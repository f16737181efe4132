import { describe, expect, test } from 'vitest'
import { placeOf } from './place.ts'

describe('where a build will be hosted', () => {
  test.each([
    [undefined, '/'],
    ['', '/'],
    ['/', '/'],
    ['spikes', '/spikes/'],
    ['/spikes', '/spikes/'],
    ['/a/b/', '/a/b/'],
  ])('BASE_PATH %j is the folder %s', (path, base) => {
    expect(placeOf({ BASE_PATH: path }).base).toBe(base)
  })

  test.each([
    ['what the owner says', { SITE_URL: 'https://a.example/' }, 'https://a.example'],
    ['what Netlify says', { NETLIFY: 'true', URL: 'https://b.example' }, 'https://b.example'],
    ['what Cloudflare says', { CF_PAGES_URL: 'https://c.example' }, 'https://c.example'],
    ['what Vercel says', { VERCEL_PROJECT_PRODUCTION_URL: 'd.example' }, 'https://d.example'],
    ['nothing', {}, ''],
    ['nothing, if another host set URL', { URL: 'https://x.example' }, ''],
    [
      'the owner before the host',
      { SITE_URL: 'https://a.example', NETLIFY: 'true', URL: 'https://b.example' },
      'https://a.example',
    ],
  ])('its address is %s', (_, env, siteUrl) => {
    expect(placeOf(env).siteUrl).toBe(siteUrl)
  })
})
