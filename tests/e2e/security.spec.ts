// Not our own `test`: what the policy forbids is reported as an error, which fails any other test.
import { expect, test } from '@playwright/test'

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
