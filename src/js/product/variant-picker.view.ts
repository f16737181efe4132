import $ from 'jquery/slim'
import type { ProductData } from '../catalog/product-data.ts'
import type { PageModule } from '../lib/mount.ts'
import { part, parts } from '../lib/parts.ts'
import { openStoredText } from '../lib/stored-text.ts'
import { openStorage, readJson, type Services } from '../site/services.ts'
import { readChoice, writeChoice } from './choice-fields.view.ts'
import { stockText } from './stock-text.ts'
import { findVariant, stockOf, type Choice } from './variants.ts'
import { variantsOf } from '../catalog/product-data.ts'

/** The choice of color, width and size: marks what is sold out and says what is in stock. */
export const variantPicker: PageModule<Services> = {
  name: 'variant-picker',
  mount($root, { t }) {
    const product = readJson(part($root, 'product').get(0)) as ProductData
    const $form = part($root, 'form')

    const render = (): void => {
      const choice = readChoice($form, product)
      markSoldOut($form, product, choice, t('product.sold-out'))
      const text = choice.size === '' ? '' : stockText(product, choice, t)
      part($root, 'stock')
        .text(text)
        .attr('data-state', choice.size !== '' && stockOf(product, choice) > 0 ? 'in' : 'out')
      part($root, 'choice').text(chosenText($root, t('product.no-size')))
    }
    const chooseFromUrl = (): void => {
      const sku = new URLSearchParams(location.search).get('variant')
      const variant = variantsOf(product).find((one) => one.sku === sku)
      if (variant !== undefined) writeChoice($form, variant)
    }

    $form.on('change', 'input[type="radio"]', () => {
      const sku = findVariant(product, readChoice($form, product))?.sku
      // Replaced, not pushed: "back" should leave the model, not step through its colors.
      if (sku !== undefined) history.replaceState(null, '', `?variant=${encodeURIComponent(sku)}`)
      render()
    })
    window.addEventListener('pageshow', render)
    mountSizeSystem($root)
    $root.on('change', '[data-part="system"]', render)
    chooseFromUrl()
    render()
  },
}

function markSoldOut(
  $form: JQuery,
  product: ProductData,
  ...[choice, word]: [Choice, string]
): void {
  for (const input of $form.find('input[name="size"]')) {
    const isSoldOut = stockOf(product, { ...choice, size: String($(input).val()) }) === 0
    const $label = $(input).closest('label')
    if (isSoldOut) $label.attr('data-sold-out', '')
    else $label.removeAttr('data-sold-out')
    $label.find('[data-part="sold-out"]').text(isSoldOut ? `, ${word}` : '')
  }
}

/** What is chosen, as its labels read: "Ember · Wide · EU 42". */
function chosenText($root: JQuery, noSize: string): string {
  const $system = parts($root, 'system')
  const texts = ['colour', 'width', 'size'].map((name) => {
    const $inputs = part($root, 'form').find(`input[name="${name}"]`)
    const $label = $inputs.filter(':checked').closest('label')
    if ($label.length === 0) return name === 'size' && $inputs.length > 0 ? noSize : ''
    const $words = $label.children('span:not(.visually-hidden)')
    const $size = $words.filter(`[data-system="${String($system.val())}"]`)
    if ($size.length === 0) return $words.text()
    return `${$system.find(':checked').text()} ${$size.text()}`
  })
  return texts.filter((text) => text !== '').join(' · ')
}

/** EU, US, UK or centimeters: the page has all four, and the choice decides which is shown. */
function mountSizeSystem($root: JQuery): void {
  const $choice = parts($root, 'system-choice')
  if ($choice.length === 0) return
  const $select = part($root, 'system')
  const $options = part($root, 'size-options')
  const stored = openStoredText(openStorage('localStorage'), 'cinder.size-system')
  const system = stored.read()
  if ($select.find('option').is((_, option) => $(option).attr('value') === system)) {
    $select.val(system ?? '')
    $options.attr('data-system', system)
  }
  $choice.removeAttr('data-reserved')
  $select.on('change', () => {
    const chosen = String($select.val())
    $options.attr('data-system', chosen)
    stored.write(chosen)
  })
}
