import $ from 'jquery/slim'

/** A feature of a page: finds its markup by name, and is mounted on each piece of it. */
export interface PageModule<Services> {
  /** Same word as the `data-module` value, the view file and the SCSS partial. */
  readonly name: string
  mount($root: JQuery, services: Services): void
}

/**
 * Mount each module on each `[data-module~="<name>"]`, in order and with a breath after each, so
 * that a tap is answered between two of them on the slowest phone. One that fails is reported to
 * the console and the rest go on: a broken gallery must not take the cart with it.
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

/** Let the browser do what waits; a page that nobody sees has nothing that does. */
async function breathe(): Promise<void> {
  if (document.hidden) return
  if ('scheduler' in window && 'yield' in scheduler) await scheduler.yield()
  else await new Promise((resolve) => setTimeout(resolve))
}
