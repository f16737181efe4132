/** Begin with a capital: some words also appear inside a sentence, such as "outdoor track, grass". */
export function capitalize(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
}
