import { z } from 'zod'
import { EMAIL } from '../../src/js/lib/email-address.ts'

/** Part of a URL or file name: lowercase letters, digits and single hyphens. */
export const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lowercase letters, digits and hyphens, such as kite-100')

export const hexColour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, 'use a color such as "#C8402A", in quotes')

/** Millimeters within bounds, to a tenth. */
export function lengthMm(least: number, most: number): z.ZodNumber {
  return z.number().min(least).max(most).multipleOf(0.1)
}

export const stockCount = z.int().min(0).max(9999)

/** A price in major units as an owner types it: 129.95. */
const amount = z.number().positive().max(100_000).multipleOf(0.01)

/** Prices by ISO 4217 currency code. */
export const prices = z
  .record(z.string().regex(/^[A-Z]{3}$/, 'use a currency code such as USD'), amount)
  .describe('Price by currency, such as { USD: 129.95, CNY: 899 }')

/**
 * Text for shoppers: one text for all languages, or one per language (`{ en: …, zh: … }`).
 */
export function localisedText(
  longest: number,
): z.ZodUnion<[z.ZodString, z.ZodRecord<z.ZodString, z.ZodString>]> {
  const text = z.string().min(1).max(longest)
  return z.union([text, z.record(z.string().regex(/^[a-z]{2}$/), text)])
}

/** An email address, by the rule of the shop's own forms. */
export function email(advice: string): z.ZodString {
  return z.string().max(254).regex(EMAIL, advice)
}

/** A time zone that this computer knows; browsers know the same ones. */
export const timeZone = z
  .string()
  .max(60)
  .refine(isTimeZone, 'use a name such as America/New_York or Europe/Berlin, or UTC')

function isTimeZone(name: string): boolean {
  // Offsets such as +02:00 don't know summer time, and older browsers don't know them.
  if (!/^[A-Z][\w+/-]*$/i.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
