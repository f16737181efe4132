import type { PageModule } from '../lib/mount.ts'
import { part } from '../lib/parts.ts'

const THEME_KEY = 'cinder.theme'

/** Light, dark, or as the device says. */
export const themeChoice: PageModule<unknown> = {
  name: 'theme-choice',
  mount($root) {
    const $select = part($root, 'select')
    const root = document.documentElement
    $select.val(root.dataset['bsTheme'] ?? 'auto')
    $root.removeAttr('data-reserved')
    $select.on('change', () => {
      const theme = String($select.val())
      if (theme === 'auto') delete root.dataset['bsTheme']
      else root.dataset['bsTheme'] = theme
      keep(theme)
    })
  },
}

function keep(theme: string): void {
  try {
    if (theme === 'auto') localStorage.removeItem(THEME_KEY)
    else localStorage.setItem(THEME_KEY, theme)
  } catch {
    // Storage is blocked: the theme holds for this page, which is what there is to give.
  }
}
