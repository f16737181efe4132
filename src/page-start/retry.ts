import { keepFields, reloadKey, restoreFields, takeFields } from './reload.ts'
import { untilAnswered } from './until-answered.ts'

// Comes where a script of the page did not. Browsers remember a module that failed for as long as
// the page is open, so no second import could succeed: the page is loaded once more. It is not left
// before its scripts can be had, and what was typed comes back.

const start = document.querySelector<HTMLElement>('script[data-files]')
const files = start?.dataset['files']?.trim().split(' ') ?? []
const storage = (): Storage => sessionStorage
const key = reloadKey(document.documentElement, location)

async function reload(): Promise<void> {
  await untilAnswered(files, { fetch: (file) => fetch(file), pause })
  // Not while the page is made ready in advance, or under the fingers of someone who is typing.
  while (document.prerendering || document.activeElement?.matches(':read-write')) await pause(1000)
  keepFields(storage, key, fields())
  location.reload()
}

/** Wait, but no longer than until the device has a connection again. */
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
