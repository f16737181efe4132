import type { PageModule } from '../lib/mount.ts'
import type { Services } from './services.ts'
import { correctPath } from './mistyped-address.ts'

/** Leads from the not-found page to the page that was meant, if it exists. */
export const mistypedAddress: PageModule<Services> = {
  name: 'mistyped-address',
  mount(_, { data }) {
    const path = correctPath(location.pathname, data.urls.files)
    if (path !== undefined) void follow(path)
  },
}

async function follow(path: string): Promise<void> {
  try {
    const { ok } = await fetch(path, { method: 'HEAD' })
    if (ok) location.replace(path + location.search + location.hash)
  } catch {
    // No network: the page still has its links.
  }
}
