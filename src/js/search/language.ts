/** What words are like in one language, as far as a search must know it. */
export interface Language {
  /** BCP 47: decides how letters change case. */
  readonly tag: string
  /** Words that say nothing, such as "for" and "the"; folded. */
  readonly ignored: ReadonlySet<string>
  /** "javelins" → "javelin". Takes and returns folded words. */
  readonly singular: (word: string) => string
  /** Meters in what follows a number: "k" in "5k". */
  readonly units: Readonly<Record<string, number>>
}

type Rules = Pick<Language, 'singular' | 'units'>

const METRIC = { m: 1, k: 1000, km: 1000 }

/** Languages that need more than the metric units. One without rules has its words as they are. */
const RULES: Readonly<Record<string, Rules>> = {
  en: {
    singular: singularInEnglish,
    units: {
      ...METRIC,
      meter: 1,
      metre: 1,
      kilometer: 1000,
      kilometre: 1000,
      mi: 1609,
      mile: 1609,
    },
  },
}

/**
 * Get the rules of a language.
 *
 * @param tag - BCP 47
 * @param ignored - words that say nothing, folded
 */
export function languageOf(tag: string, ignored: Iterable<string> = []): Language {
  const [name = ''] = tag.split('-', 1)
  const rules = RULES[name] ?? { singular: (word: string) => word, units: METRIC }
  return { tag, ignored: new Set(ignored), ...rules }
}

/** Good enough to make query and index meet: both sides go through it. */
function singularInEnglish(word: string): string {
  if (word.length < 4) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:ss|ch|sh|x)es$/.test(word)) return word.slice(0, -2)
  // "cross", "discus" and "tennis" are not plurals.
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word
}
