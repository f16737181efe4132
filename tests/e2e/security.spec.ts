// Not our own `test`: what the policy forbids is reported as an error, which fails any other test.
import { createHash } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { readPages, tagsOf } from './support/built-site.ts'

test.skip(({ isMobile }) => isMobile, 'the policy is the same on any screen')

function policyOf(html: string): string {
  const meta = tagsOf(html).find(
    ({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy',
  )
  return meta?.attributes.get('content') ?? ''
}

test('every page carries a policy, and its inline scripts are those the policy names', () => {
  const faults = readPages().flatMap(({ file, html }) => {
    const policy = policyOf(html)
    const scripts = [...html.matchAll(/<script(?: type="([^"]*)")?>(.*?)<\/script>/gs)]
    const unnamed = scripts
      .filter(([, type = '']) => !type.startsWith('application/'))
      .map(([, , text = '']) => createHash('sha256').update(text).digest('base64'))
      .filter((hash) => !policy.includes(`'sha256-${hash}'`))
    return policy === '' ? [`${file}: no policy`] : unnamed.map((hash) => `${file}: ${hash}`)
  })

  expect(faults).toEqual([])
})

test('no page has a style or a script in an attribute', () => {
  const faults = readPages().flatMap(({ file, html }) =>
    tagsOf(html)
      .filter(({ attributes }) => [...attributes.keys()].some((key) => /^(style|on\w+)$/.test(key)))
      .map(({ name }) => `${file}: ${name}`),
  )

  expect(faults).toEqual([])
})

for (const [what, inject] of [
  [
    'a script put into the page',
    () => {
      const script = document.createElement('script')
      script.append('document.title = "broken in"')
      document.body.append(script)
    },
  ],
  [
    'markup made of a text',
    () => {
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="name=1">')
    },
  ],
  [
    'a picture of another server',
    () => {
      document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.example/a.png' }))
    },
  ],
  [
    'a form sent elsewhere',
    () => {
      const form = document.createElement('form')
      form.action = 'https://elsewhere.example/'
      document.body.append(form)
      form.submit()
    },
  ],
] as const) {
  test(`${what} is refused`, async ({ page }) => {
    const refused: string[] = []
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted(HTML|Script)/.test(message.text()))
        refused.push(message.text())
    })
    await page.goto('shop/')
    await page.evaluate(inject).catch((error: unknown) => refused.push(String(error)))
    await expect.poll(() => refused.join('\n')).toMatch(/violat|refused|requires/i)
    expect(page.url()).toMatch(/\/shop\/$/)
  })
}

test('every answer of npm start carries the headers, a missing page too', async ({ request }) => {
  for (const path of ['', 'shop/', 'nothing/', 'img/icon-192.png']) {
    const headers = (await request.get(path)).headers()
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'")
    expect(headers['x-content-type-options'], path).toBe('nosniff')
  }
})
