import type { Gender } from '../catalog/vocabulary.ts'
import type { PageModule } from '../lib/mount.ts'
import { part } from '../lib/parts.ts'
import type { Services } from '../site/services.ts'
import { findByFootLength } from '../catalog/sizes.ts'

/** Finds a size in all four systems from the length of a foot. */
export const sizeFinder: PageModule<Services> = {
  name: 'size-finder',
  mount($root, { t }) {
    const $result = part($root, 'result')
    $root.removeAttr('data-reserved')
    $root.on('submit', (event) => {
      event.preventDefault()
      const footMm = Number(String($root.find('[name="length"]').val()).replace(',', '.'))
      const gender = String($root.find('[name="gender"]').val()) as Gender
      const row = findByFootLength(footMm, gender)?.row
      $result.text(
        row === undefined
          ? t('size-finder.none')
          : t('size-finder.found', {
              eu: String(row.eu),
              us: row.us,
              uk: row.uk,
              cm: String(row.cm),
            }),
      )
    })
  },
}
