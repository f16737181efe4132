import type { PageModule } from '../lib/mount.ts'
import { part } from '../lib/parts.ts'
import { openStoredText } from '../lib/stored-text.ts'
import { openStorage } from './services.ts'

/** Chooses a light or dark theme, or the device's. */
export const themeChoice: PageModule<unknown> = {
  name: 'theme-choice',
  mount($root) {
    const $select = part($root, 'select')
    const root = document.documentElement
    const stored = openStoredText(openStorage('localStorage'), 'cinder.theme')
    $select.val(root.dataset['bsTheme'] ?? 'auto')
    $root.removeAttr('data-reserved')
    $select.on('change', () => {
      const theme = String($select.val())
      if (theme === 'auto') delete root.dataset['bsTheme']
      else root.dataset['bsTheme'] = theme
      stored.write(theme === 'auto' ? null : theme)
    })
  },
}
