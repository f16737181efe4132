/** The words scripts need, as the page carries them: `script.*` of the locale file, flat. */
export type Messages = Readonly<Record<string, string>>

/** Values for the `{placeholders}` of a message. */
export type MessageValues = Readonly<Record<string, string | number>>

/** Look up a message and fill it. */
export type Translate = (key: string, values?: MessageValues) => string

/**
 * Make a lookup over messages. A message may have plural forms, `key.one` and `key.other`, chosen
 * by `values.count` as the language does.
 *
 * @param locale - BCP 47, for plurals and for numbers in messages
 * @throws Error - from the lookup, for a key that is not there: a typo must not reach a shopper
 */
export function createTranslate(messages: Messages, locale: string): Translate {
  const plurals = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  return (key, values = {}) => {
    const { count } = values
    const form = typeof count === 'number' ? `${key}.${plurals.select(count)}` : key
    const message = messages[form] ?? messages[`${key}.other`] ?? messages[key]
    if (message === undefined) throw new Error(`No message "${key}" for ${locale}`)
    return message.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name]
      if (value === undefined) throw new Error(`Message "${key}" needs "${name}"`)
      return typeof value === 'number' ? numbers.format(value) : value
    })
  }
}
