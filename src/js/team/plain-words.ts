/** Letters that Unicode doesn't decompose into a base and a mark. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/**
 * Normalize a text: lower case, without accents or punctuation, single spaces.
 * "  KITE–100 " is "kite 100", "Größe:" is "grosse". Letters of other scripts stay.
 */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøæœłđðþı]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The same without spaces: "kite100". */
export function plainKey(text: string): string {
  return plainWords(text).replaceAll(' ', '')
}

/**
 * Measure how alike two texts are, from 0 to 1, by the pairs of letters they share (Dice's
 * coefficient). This finds "Kite 100" for "Kyte 100".
 */
export function likeness(a: string, b: string): number {
  const pairsOfA = pairsOf(plainKey(a))
  const pairsOfB = pairsOf(plainKey(b))
  const rest = [...pairsOfB]
  const shared = pairsOfA.filter((pair) => {
    const at = rest.indexOf(pair)
    if (at !== -1) rest.splice(at, 1)
    return at !== -1
  })
  const all = pairsOfA.length + pairsOfB.length
  return all === 0 ? 0 : (2 * shared.length) / all
}

function pairsOf(text: string): string[] {
  // Spaces at both ends let the first and last letter count, and a single letter make pairs.
  const framed = [' ', ...Array.from(text).slice(0, 60), ' ']
  return text === '' ? [] : framed.slice(1).map((letter, at) => `${framed[at] ?? ''}${letter}`)
}
