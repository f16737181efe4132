import { reloadKey } from './reload.ts'

// The one script inside each page. It runs before anything else can, so it does only what can't
// wait. The build minifies it (generator/start-script.ts), and the content security policy knows it
// by its hash. In dev, Vite starts the page's script, and `files` is empty.

const THEME_KEY = 'cinder.theme'
const root = document.documentElement
const { files: list = '', retry = '', search = '' } = document.currentScript?.dataset ?? {}
const files = list.split(' ').filter(Boolean)

/** A chosen theme is set before the first paint, or the other one flashes. */
function setTheme(): void {
  try {
    const theme = localStorage.getItem(THEME_KEY)
    if (theme === 'light' || theme === 'dark') root.dataset['bsTheme'] = theme
  } catch {
    // Storage is blocked: the device's theme it is.
  }
}

/** An address that asks for something hides the list until it is filtered; its script can't wait. */
function prepareFilter(): void {
  root.dataset['pending'] = ''
  for (const href of search && /\bq=/.test(location.search) ? [...files, search] : files) {
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.href = href
    document.head.append(link)
  }
}

/** Whether this page was loaded once more because a script did not come: see retry.ts. */
function isReloaded(): boolean {
  try {
    return sessionStorage.getItem(reloadKey(root, location)) !== null
  } catch {
    return false
  }
}

/**
 * Start the page's scripts once it has been painted, so that none keeps a shopper from seeing the
 * shoe. Where no one is looking yet (a page made ready in advance, or opened in another tab), and
 * where the list waits for them, they start at once.
 */
async function startScripts(): Promise<void> {
  const isSecondTime = isReloaded()
  if (isSecondTime) await loadRetry()
  const start = (): void => {
    Promise.all(files.map((file) => load(file))).catch((error: unknown) => {
      if (isSecondTime) throw error
      void loadRetry()
    })
  }
  if (location.search !== '' || document.prerendering || document.hidden) start()
  else requestAnimationFrame(() => setTimeout(start))
}

function load(file: string): Promise<unknown> {
  return import(/* @vite-ignore */ file)
}

/** Load what helps where a script did not come; each time by another address, until it is there. */
async function loadRetry(times = 0): Promise<void> {
  try {
    await load(`${retry}?${times}`)
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 2000 * (times + 1)))
    await loadRetry(times + 1)
  }
}

setTheme()
if (location.search !== '') prepareFilter()
addEventListener('DOMContentLoaded', () => void startScripts())
// Chromium reports an error where a page comes too late, or is left too soon, for its transition to
// be shown, and gives no one the promise that fails: https://github.com/w3c/csswg-drafts/issues/13726
addEventListener('unhandledrejection', (event) => {
  const reason = event.reason as Partial<Error> | null
  if (reason?.message?.startsWith('Transition was') === true) event.preventDefault()
})
