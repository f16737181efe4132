import { expect, type Page } from '@playwright/test'

/** The text size that browsers start with, in pixels. */
const NORMAL = 16

/**
 * Set the browser's own text size, as its settings do: 200 is twice the usual size. A new screen size
 * sets it back, so set that first.
 */
export async function setTextSize(page: Page, percent: number): Promise<void> {
  const client = await page.context().newCDPSession(page)
  const standard = (NORMAL * percent) / 100
  await client.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } })
  await client.detach()
  await expect(page.locator('html')).toHaveCSS('font-size', `${standard}px`)
}

/** Find words of buttons and headings that break in the middle, or that are cut off. */
export function brokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // Words for screen readers alone are clipped to one pixel.
    const isClipped = (one: Element | null): boolean =>
      one !== null && (getComputedStyle(one).clipPath !== 'none' || isClipped(one.parentElement))
    const isOnSeveralLines = (text: Text, { index, 0: word }: RegExpExecArray): boolean => {
      const range = new Range()
      range.setStart(text, index)
      range.setEnd(text, index + word.length)
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1
    }
    const textsIn = (element: Element): Text[] => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const texts: Text[] = []
      while (walker.nextNode()) texts.push(walker.currentNode as Text)
      return texts.filter((text) => !isClipped(text.parentElement))
    }
    return [...document.querySelectorAll('button, .btn, legend, h2, h3, dt, th, section li a')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .flatMap((element) =>
        textsIn(element).flatMap((text) =>
          [...text.data.matchAll(/[\p{L}\p{N}]+/gu)]
            .filter((word) => isOnSeveralLines(text, word))
            .map(([word]) => `${word} in “${element.textContent.trim()}”`),
        ),
      )
  })
}
