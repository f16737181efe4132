import $ from 'jquery/slim'

/** A feature of a page. It finds its markup by name and is mounted on each occurrence. */
export interface PageModule<Services> {
  /** The same as the `data-module` value, the view file and the SCSS partial. */
  readonly name: string
  mount($root: JQuery, services: Services): void
}

/**
 * Mount each module on each `[data-module~="<name>"]`, in order and with a pause after each, so
 * that slow phones can respond to a tap in between. If one fails, it is reported to the console
 * and the rest go on: a broken gallery must not break the cart.
 */
export async function mountAll<Services>(
  modules: readonly PageModule<Services>[],
  services: Services,
  scope: ParentNode = document,
): Promise<void> {
  for (const module of modules) {
    for (const root of scope.querySelectorAll<HTMLElement>(`[data-module~="${module.name}"]`)) {
      try {
        module.mount($(root), services)
      } catch (error) {
        console.error(`Module "${module.name}" did not start.`, error)
      }
      await breathe()
    }
  }
}

/** Let the browser handle pending events. A hidden page has none. */
async function breathe(): Promise<void> {
  if (document.hidden) return
  if ('scheduler' in window && 'yield' in scheduler) await scheduler.yield()
  else await new Promise((resolve) => setTimeout(resolve))
}
