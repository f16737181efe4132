import { keepFields, reloadKey, restoreFields, takeFields } from './reload.ts'
import { untilAnswered } from './until-answered.ts'

// Loads when one of the page's scripts fails to load. While a page is open, browsers remember a
// module that failed, and importing it again fails too. So this waits until the scripts can be
// loaded, then reloads the page and restores what the shopper typed.

const start = document.querySelector<HTMLElement>('script[data-files]')
const files = start?.dataset['files']?.trim().split(' ') ?? []
const storage = (): Storage => sessionStorage
const key = reloadKey(document.documentElement, location)

async function reload(): Promise<void> {
  await untilAnswered(files, { fetch: (file) => fetch(file), pause })
  // Don't reload while the page is prerendering or someone is typing.
  while (document.prerendering || document.activeElement?.matches(':read-write')) await pause(1000)
  keepFields(storage, key, fields())
  location.reload()
}

/** Wait, or stop waiting as soon as the device is online again. */
function pause(ms: number): Promise<unknown> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
    addEventListener('online', resolve, { once: true })
  })
}

function fields(): readonly HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('input:not([type=file]),select,textarea')]
}

const kept = takeFields(storage, key)
if (kept === null) void reload()
else restoreFields(fields(), kept)
