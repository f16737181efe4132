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
  const turn = async (action: 'show' | 'hide'): Promise<void> => {
    try {
      const offcanvas = await load()
      offcanvas[action]()
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
