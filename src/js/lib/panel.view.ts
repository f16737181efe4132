import { loadLater } from './load-later.view.ts'

/** A part of the page that slides in over the rest. */
export interface Panel {
  /** Fetch what it needs, since somebody is about to open it. */
  readonly prepare: () => void
  readonly show: () => void
  readonly hide: () => void
}

/**
 * Make a panel of Bootstrap's markup for an offcanvas. The script for it comes when it is wanted,
 * since most visits never open one; where it can't come, the panel opens without its manners.
 */
export function createPanel(element: HTMLElement): Panel {
  let script: Promise<Pick<Panel, 'show' | 'hide'>> | undefined
  const load = (): Promise<Pick<Panel, 'show' | 'hide'>> => {
    script ??= loadLater('offcanvas', () => import('bootstrap/js/src/offcanvas.js')).then(
      ({ default: Offcanvas }) => Offcanvas.getOrCreateInstance(element),
    )
    // One that failed is asked for again.
    script.catch(() => (script = undefined))
    return script
  }
  holdFocus(element)
  const turn = async (action: 'show' | 'hide'): Promise<void> => {
    try {
      const offcanvas = await load()
      offcanvas[action]()
      // Bootstrap moves the focus here when the panel has slid in, but keys are pressed before.
      if (action === 'show') element.focus({ preventScroll: true })
    } catch {
      element.classList.toggle('show', action === 'show')
      element.dispatchEvent(new Event(`${action === 'show' ? 'show' : 'hidden'}.bs.offcanvas`))
    }
  }
  return {
    prepare: () => void load().catch(() => undefined),
    show: () => void turn('show'),
    hide: () => void turn('hide'),
  }
}

/**
 * Keep the focus in a panel while it slides in. Bootstrap does so once it has come to rest, and then
 * sends the focus back to the panel itself, wherever in it somebody has gone in the meantime.
 */
function holdFocus(element: HTMLElement): void {
  let last: HTMLElement | undefined
  const follow = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement) || target === element) return
    if (element.contains(target)) last = target
    else element.focus()
  }
  element.addEventListener('show.bs.offcanvas', () => {
    last = undefined
    document.addEventListener('focusin', follow)
  })
  element.addEventListener('shown.bs.offcanvas', () => {
    document.removeEventListener('focusin', follow)
    last?.focus()
  })
}
