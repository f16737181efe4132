const minorUnits = new Map<string, number>()

/** How many minor units make one major unit of a currency: 100 cents, but 1 yen. */
function minorPerMajor(currency: string): number {
  const known = minorUnits.get(currency)
  if (known !== undefined) return known
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions()
  const units = 10 ** (maximumFractionDigits ?? 2)
  minorUnits.set(currency, units)
  return units
}

/**
 * Turn an amount in major units (129.95) into minor units (12995).
 *
 * Rounds to the nearest minor unit, since 129.95 × 100 is 12994.999… in floating point.
 */
export function toMinor(major: number, currency: string): number {
  return Math.round(major * minorPerMajor(currency))
}

/** Turn minor units (12995) into major units (129.95). */
export function toMajor(minor: number, currency: string): number {
  return minor / minorPerMajor(currency)
}

const formats = new Map<string, Intl.NumberFormat>()

/** Write minor units as a price: `formatMoney(12995, 'USD', 'en-US')` is "$129.95". */
export function formatMoney(minor: number, currency: string, locale: string): string {
  const key = `${locale} ${currency}`
  // Creating a formatter is slow, and a build writes thousands of prices.
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency })
  formats.set(key, format)
  return format.format(toMajor(minor, currency))
}

/** Write minor units as a plain decimal for machines: "129.95", or "129" for yen. */
export function toDecimal(minor: number, currency: string): string {
  const digits = Math.round(Math.log10(minorPerMajor(currency)))
  return toMajor(minor, currency).toFixed(digits)
}
