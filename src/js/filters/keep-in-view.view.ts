import { part } from '../lib/parts.ts'

/**
 * Change the list so that what comes of it is in view, and the control that was used stays where it
 * is. The rail scrolls by itself, so the page can go back to the top of the list beneath it.
 */
export function keepInView($root: JQuery, control: Element | null, change: () => void): void {
  const panel = part($root, 'panel').get(0)
  const scroller = part($root, 'form').get(0)
  // On a narrow screen the panel covers the list, and the focus goes back to its top.
  const isRail = panel !== undefined && getComputedStyle(panel).position === 'sticky'
  if (!isRail || control === null || scroller?.contains(control) !== true) {
    change()
    return
  }
  const before = control.getBoundingClientRect().top
  const moved = (): number => control.getBoundingClientRect().top - before
  change()
  if (!isResultInView($root)) scrollToList($root, scroller)
  scroller.style.paddingBlockEnd = ''
  scroller.scrollTop += moved()
  // At the end of its scroll the rail needs a little more to hold the control where it was.
  const missing = Math.ceil(moved())
  if (missing > 0) {
    const { paddingBlockEnd } = getComputedStyle(scroller)
    scroller.style.paddingBlockEnd = `calc(${paddingBlockEnd} + ${missing}px)`
    scroller.scrollTop += missing
  }
}

/** Scroll the page to the top of the list, by no more than the rail can scroll against it. */
function scrollToList($root: JQuery, scroller: Element): void {
  const top = $root.get(0)?.getBoundingClientRect().top ?? 0
  scrollBy({ top: Math.min(top, scroller.scrollTop), behavior: 'instant' })
}

/** Whether the count is in view, and the first card, or what is said where there is none. */
function isResultInView($root: JQuery): boolean {
  const card = part($root, 'cards').children(':not([hidden])').get(0)
  const first = card ?? part($root, 'empty').get(0)
  return [part($root, 'count').get(0), first].every((element) => {
    const { top = 0, bottom = 0, height = 0 } = element?.getBoundingClientRect() ?? {}
    // A card is seen by its picture, which is most of it.
    return top >= 0 && Math.min(bottom, top + height / 2) <= innerHeight
  })
}
