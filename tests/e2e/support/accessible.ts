import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { expect } from './test.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on the page as it stands, one line for each rule and element. */
async function violations(page: Page): Promise<string[]> {
  // Half-way through a transition, colours are those of neither end.
  await page.evaluate(async () => {
    const running = document.getAnimations().filter(({ playState, timeline, effect }) => {
      // One without an end, such as a spinner's, is not waited for, nor one that scrolling drives.
      const ends = effect?.getComputedTiming().iterations !== Infinity
      return playState === 'running' && ends && timeline instanceof DocumentTimeline
    })
    await Promise.allSettled(running.map(({ finished }) => finished))
  })
  await page.evaluate(axe.source)
  return page.evaluate(async (tags) => {
    const results = await window.axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    })
    return results.violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `${id}: ${help} at ${String(target)} (${failureSummary ?? ''})`,
      ),
    )
  }, RULES)
}

/** Run axe over the page as it stands, in light and in dark. */
export async function expectNoViolation(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violations(page), `in ${colorScheme}`).toEqual([])
  }
}
