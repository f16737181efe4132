/** A panel that slides in over the page. */
export interface Panel {
  /** Load its script, because it is about to be opened. */
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
    script ??= import('bootstrap/js/src/offcanvas.js').then(({ default: Offcanvas }) =>
      Offcanvas.getOrCreateInstance(element),
    )
    // After a failure the next call tries again.
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
