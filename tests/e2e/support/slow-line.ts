import type { Page } from '@playwright/test'

/** Lets delayed requests continue. */
export interface Gate {
  readonly open: () => void
}

/** Delay requests for files until the gate is opened, as on a slow connection. */
export async function holdBack(page: Page, files: string): Promise<Gate> {
  let open = (): void => undefined
  const isOpen = new Promise<void>((resolve) => {
    open = resolve
  })
  await page.route(files, async (route) => {
    await isOpen
    await route.continue()
  })
  return { open }
}
