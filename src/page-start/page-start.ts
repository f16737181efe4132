import { reloadKey } from './reload.ts'

// The inline script of every page. It blocks rendering, so it does only what can't wait. The build
// minifies it (generator/start-script.ts), and the content security policy allows it by its hash.
// In dev, Vite starts the page's script, and `files` is empty.

const THEME_KEY = 'cinder.theme'
const root = document.documentElement
const { files: list = '', retry = '', search = '' } = document.currentScript?.dataset ?? {}
const files = list.split(' ').filter(Boolean)

/** Set the chosen theme before the first paint, or the page flashes in the other one. */
function setTheme(): void {
  try {
    const theme = localStorage.getItem(THEME_KEY)
    if (theme === 'light' || theme === 'dark') root.dataset['bsTheme'] = theme
  } catch {
    // Storage is blocked, so the page keeps the device's theme.
  }
}

/** The query may filter the list, so hide it until then, and preload the scripts that filter it. */
function prepareFilter(): void {
  root.dataset['pending'] = ''
  for (const href of search && /\bq=/.test(location.search) ? [...files, search] : files) {
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.href = href
    document.head.append(link)
  }
}

/** Whether this page was reloaded because a script failed to load: see retry.ts. */
function isReloaded(): boolean {
  try {
    return sessionStorage.getItem(reloadKey(root, location)) !== null
  } catch {
    return false
  }
}

/**
 * Start the page's scripts after the first paint, so that they don't delay it. They start at once
 * if the page isn't visible yet (prerendered, or in a background tab) or if the list waits for
 * them.
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

/**
 * Load the retry script, and try again until it loads. Each try uses another URL, because browsers
 * remember a module that failed to load.
 */
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
// If a page loads too late, or is left too soon, for its transition, Chromium reports a rejected
// promise that no script can catch: https://github.com/w3c/csswg-drafts/issues/13726
addEventListener('unhandledrejection', (event) => {
  const reason = event.reason as Partial<Error> | null
  if (reason?.message?.startsWith('Transition was') === true) event.preventDefault()
})
