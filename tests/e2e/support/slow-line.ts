import type { Page } from '@playwright/test'

/** Lets through what was held back. */
export interface Gate {
  readonly open: () => void
}

/** Hold back files until the gate is opened, as a slow line would. */
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
