/** Texts by their flat keys, such as `cart.sold-out`. */
export type Messages = Readonly<Record<string, string>>

/** Values for the `{placeholders}` of a message. */
export type MessageValues = Readonly<Record<string, string | number>>

/** Look up a message and fill it. */
export type Translate = (key: string, values?: MessageValues) => string

/**
 * Make a lookup for messages. A message may have plural forms, `key.one` and `key.other`, chosen
 * by `values.count` according to the language.
 *
 * @param locale - BCP 47, for plurals and for numbers in messages
 * @throws Error - from the lookup, for an unknown key, so that a typo doesn't reach a shopper
 */
export function createTranslate(messages: Messages, locale: string): Translate {
  // Created on first use: loading a language's rules is slow, and most pages start without a number
  // in a message.
  let plurals: Intl.PluralRules | undefined
  let numbers: Intl.NumberFormat | undefined
  const formOf = (count: number): string => (plurals ??= new Intl.PluralRules(locale)).select(count)
  const write = (value: number): string => (numbers ??= new Intl.NumberFormat(locale)).format(value)
  return (key, values = {}) => {
    const { count } = values
    const form = typeof count === 'number' ? `${key}.${formOf(count)}` : key
    const message = messages[form] ?? messages[`${key}.other`] ?? messages[key]
    if (message === undefined) throw new Error(`No message "${key}" for ${locale}`)
    return message.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name]
      if (value === undefined) throw new Error(`Message "${key}" needs "${name}"`)
      return typeof value === 'number' ? write(value) : value
    })
  }
}
