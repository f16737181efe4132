import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { expect } from './test.ts'

const ALL_RULES = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
} as const

/** The rules that look at colors. The others give the same result in light and dark. */
const COLOR_RULES = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const

type Rules = typeof ALL_RULES | typeof COLOR_RULES

/** Run axe on the page as it is now. Returns one line per rule and element. */
async function violations(page: Page, rules: Rules): Promise<string[]> {
  // Wait for transitions to end, because axe would check colors halfway through.
  await page.evaluate(async () => {
    const running = document.getAnimations().filter(({ playState, timeline, effect }) => {
      // Endless animations, such as spinners, and those driven by scrolling would never finish.
      const ends = effect?.getComputedTiming().iterations !== Infinity
      return playState === 'running' && ends && timeline instanceof DocumentTimeline
    })
    await Promise.allSettled(running.map(({ finished }) => finished))
  })
  await page.evaluate(axe.source)
  return page.evaluate(async (runOnly) => {
    const results = await window.axe.run(document, {
      runOnly: { type: runOnly.type, values: [...runOnly.values] },
      resultTypes: ['violations'],
    })
    return results.violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `${id}: ${help} at ${String(target)} (${failureSummary ?? ''})`,
      ),
    )
  }, rules)
}

/** Run axe on the page: all rules in light, then the color rules in dark. */
export async function expectNoViolation(page: Page): Promise<void> {
  for (const [colorScheme, rules] of [
    ['light', ALL_RULES],
    ['dark', COLOR_RULES],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    expect.soft(await violations(page, rules), `axe, in ${colorScheme}`).toEqual([])
  }
}
