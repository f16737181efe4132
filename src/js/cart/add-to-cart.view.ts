import type { ProductData } from '../catalog/product-data.ts'
import type { PageModule } from '../lib/mount.ts'
import { part, parts } from '../lib/parts.ts'
import { readJson, type Services } from '../site/services.ts'
import { readChoice } from '../product/choice-fields.view.ts'
import { findVariant } from '../product/variants.ts'
import { quantityOf } from './cart.ts'
import { checkQuantity } from './quantity.ts'
import { lineLimit } from './totals.ts'

/** Puts the chosen variant into the cart, or says what is missing. */
export const addToCart: PageModule<Services> = {
  name: 'add-to-cart',
  mount($root, { cartStore, t }) {
    const product = readJson(part($root, 'product').get(0)) as ProductData
    const $form = part($root, 'form')
    const $quantity = $form.find('input[name="quantity"]')
    const $sizeError = parts($root, 'size-error')
    const $quantityError = part($root, 'quantity-error')

    const fail = ($error: JQuery, message: string, $focus: JQuery): void => {
      $error.text(message)
      $focus.first().attr('aria-invalid', 'true').trigger('focus')
    }
    const clearErrors = (): void => {
      $sizeError.text('')
      $quantityError.text('')
      $form.find('[aria-invalid]').removeAttr('aria-invalid')
    }

    part($root, 'add').prop('disabled', false)
    $form.on('change input', 'input', clearErrors)
    $form.on('submit', (event) => {
      event.preventDefault()
      clearErrors()
      const choice = readChoice($form, product)
      if (choice.size === '') {
        fail($sizeError, t('product.choose-size'), $form.find('input[name="size"]'))
        return
      }
      const variant = findVariant(product, choice)
      if (variant === undefined || variant.stock === 0) {
        // The stock line already lists alternatives, so move the focus there.
        part($root, 'stock').attr('tabindex', '-1').trigger('focus')
        return
      }
      const before = quantityOf(cartStore.cart, variant.sku)
      const checked = checkQuantity(String($quantity.val()), before, lineLimit(variant))
      if ('problem' in checked) {
        fail($quantityError, t(checked.problem, { count: checked.count }), $quantity)
        return
      }
      cartStore.add({ sku: variant.sku, quantity: checked.quantity }, lineLimit(variant))
    })
  },
}
