import { loadLater } from './load-later.view.ts'

/** A panel that slides in over the page. */
export interface Panel {
  /** Start loading its script, because the panel is likely to be opened soon. */
  readonly prepare: () => void
  readonly show: () => void
  readonly hide: () => void
}

/**
 * Make a panel from Bootstrap's offcanvas markup. Its script is loaded on demand, because most
 * visits never open one. If it can't be loaded, the panel opens without it.
 */
export function createPanel(element: HTMLElement): Panel {
  let script: Promise<Pick<Panel, 'show' | 'hide'>> | undefined
  const load = (): Promise<Pick<Panel, 'show' | 'hide'>> => {
    script ??= loadLater('offcanvas', () => import('bootstrap/js/src/offcanvas.js')).then(
      ({ default: Offcanvas }) => Offcanvas.getOrCreateInstance(element),
    )
    // After a failure the next call tries again.
    script.catch(() => (script = undefined))
    return script
  }
  holdFocus(element)
  const turn = async (action: 'show' | 'hide'): Promise<void> => {
    try {
      const offcanvas = await load()
      offcanvas[action]()
      // Bootstrap moves the focus only after the panel has slid in. A key may be pressed before
      // that.
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
 * Keep the focus in a panel while it slides in. Bootstrap does so only afterward, and then moves
 * the focus to the panel itself, even if the shopper has already moved on to a control inside it.
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
