import { ONE_SIZE, type ProductData, type Variant } from '../catalog/product-data.ts'
import type { Width } from '../catalog/vocabulary.ts'
import type { Choice } from './variants.ts'

/** Reads the chosen color, width and size from the form; size is empty if none is chosen. */
export function readChoice($form: JQuery, product: ProductData): Choice {
  const chosen = (name: string): string | undefined => {
    const value = $form.find(`input[name="${name}"]:checked`).val()
    return typeof value === 'string' ? value : undefined
  }
  const [first] = product.colours
  const hasSizes = $form.find('input[name="size"]').length > 0
  return {
    colour: chosen('colour') ?? first?.code ?? '',
    // A model with a single width has no width field, and that width may not be the regular one.
    width: (chosen('width') ?? Object.keys(first?.stock ?? {})[0] ?? 'regular') as Width,
    size: hasSizes ? (chosen('size') ?? '') : ONE_SIZE,
  }
}

/** Chooses a variant in the form. */
export function writeChoice($form: JQuery, { colour, width, size }: Variant): void {
  const choose = (name: string, value: string): void => {
    $form
      .find(`input[name="${name}"]`)
      .filter((_, input) => input.getAttribute('value') === value)
      .prop('checked', true)
  }
  choose('colour', colour.code)
  choose('width', width)
  choose('size', size)
}
