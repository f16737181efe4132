import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalizeCode, normalizeLines, normalizeText } from './normalize.ts'

/** Any text, with much of what is hard to see. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom(' ', '\u00a0', '\u3000', '\u200b', '\u200d', '\u202e', '\ufeff', '\u00ad'),
      fc.constantFrom('\n', '\r', '\t', '\u2028', '\u0085', '\u2800', '\u3164', '\ud83d', '\u0301'),
      fc.constantFrom('1', '１', '٣', '५', '½', '²', '-', '–', '−', 'ー', '─', 'e', 'Ａ', '̈', '〒'),
    ),
    { maxLength: 20 },
  )
  .map((all) => all.join(''))

describe('a code', () => {
  test.each([
    ['what autofill adds after it', '97403 ', '97403'],
    ['a blank in front', ' 97403', '97403'],
    ['two blanks', 'SW1A  1AA', 'SW1A 1AA'],
    ['a tab', 'SW1A\t1AA', 'SW1A 1AA'],
    ['a no-break space', 'SW1A\u00a01AA', 'SW1A 1AA'],
    ['a narrow no-break space', '111\u202f22', '111 22'],
    ['an ideographic space', '111\u300022', '111 22'],
    ['a line break', '97403\r\n', '97403'],
    ['a zero-width space', '97\u200b403', '97403'],
    ['a byte order mark', '\ufeff97403', '97403'],
    ['a soft hyphen', '97\u00ad403', '97403'],
    ['marks of direction', '\u202a97403\u202c', '97403'],
    ['a variation selector', '9\ufe0f7403', '97403'],
    ['a Hangul filler', '97403\u3164', '97403'],
    ['full-width digits', '１５０', '150'],
    ['a full-width dash', '１５０－０００１', '150-0001'],
    ['an en dash', '97403–1234', '97403-1234'],
    ['an em dash', '97403—1234', '97403-1234'],
    ['a non-breaking hyphen', '97403\u20111234', '97403-1234'],
    ['a minus sign', '97403−1234', '97403-1234'],
    ['a long-vowel mark for a dash', '150ー0001', '150-0001'],
    ['a half-width long-vowel mark', '150ｰ0001', '150-0001'],
    ['a box line for a dash', '150─0001', '150-0001'],
    ['a long-vowel mark in a word', 'ユーザー', 'ユーザー'],
    ['Arabic digits', '١٢٣٤٥', '12345'],
    ['Persian digits', '۱۲۳۴۵', '12345'],
    ['Hindi digits', '५६०००१', '560001'],
    ['Thai digits', '๑๐๑๑๐', '10110'],
    ['mathematical digits', '𝟗𝟕𝟒𝟎𝟑', '97403'],
    ['full-width letters', 'ＳＷ１Ａ　１ＡＡ', 'SW1A 1AA'],
    ['a fraction', '43⅓', '43 1/3'],
    ['a fraction after a full-width digit', '９½', '9 1/2'],
    ['a footnote mark', '2²', '2 2'],
    ['half an emoji', '97403\ud83d', '97403'],
  ])('is read without %s', (_, typed, meant) => {
    expect(normalizeCode(typed)).toBe(meant)
  })
})

describe('a line of text', () => {
  test.each([
    ['blanks at both ends', '  Ada  King ', 'Ada King'],
    ['a no-break space', 'Ada\u00a0King', 'Ada King'],
    ['a line break', 'Ada\r\nKing', 'Ada King'],
    ['a zero-width space', 'Ada\u200b King', 'Ada King'],
    ['a mark that reverses what follows', 'Ada \u202egniK', 'Ada gniK'],
    ['a bell', 'Ada\u0007', 'Ada'],
    ['nothing but what is invisible', '\u200b\u200d\u3164\u2800 \u202e', ''],
    ['full-width letters and digits', '１２ Ｈｏｍｅ', '12 Home'],
    ['an accent of its own', 'Zoe\u0308', 'Zoë'],
    ['half an emoji', 'Ada \ud83d', 'Ada'],
  ])('loses %s', (_, typed, kept) => {
    expect(normalizeText(typed)).toBe(kept)
  })

  test.each([
    ['Persian that needs a non-joiner', 'می\u200cخواهم'],
    ['Hindi that needs a joiner', 'क्\u200dष'],
    ['Malayalam that ends in a joiner', 'അവന്\u200d'],
    ['an emoji of several', '👩🏽\u200d🚀'],
    ['a heart in color', '❤\ufe0f'],
    ['a flag made of tags', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['Chinese punctuation', '北京市，朝阳区（东）'],
    ['Hebrew', 'עדה לאבלייס'],
    ['long dashes', 'Haus 3–5'],
    ['a ligature', 'ﬁ'],
    ['raised digits', 'm²'],
  ])('keeps %s', (_, text) => {
    expect(normalizeText(text)).toBe(text)
  })

  test('of a note keeps its line breaks, and one empty line in a row', () => {
    expect(normalizeLines(' One \r\nTwo\u2028Three\n\n\n\nFour\u200b ')).toBe(
      'One\nTwo\nThree\n\nFour',
    )
  })
})

test.each([
  ['a code', normalizeCode],
  ['a line', normalizeText],
  ['a note', normalizeLines],
] as const)('%s normalized twice is the same as normalized once', (_, normalize) => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = normalize(text)
      expect(normalize(once)).toBe(once)
      expect(once).toBe(once.trim())
      expect(once.isWellFormed()).toBe(true)
      expect(once).not.toMatch(/(?!\n)[\p{Cc}\u200b\u202a-\u202e\ufeff]/u)
    }),
    { numRuns: 2000 },
  )
})

test('every digit of Unicode is the ASCII digit of its value', () => {
  const scripts = ['०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '༠', '၀', '០', '᠐']
  for (const zero of scripts) {
    const first = zero.codePointAt(0)!
    for (let value = 0; value < 10; value += 1) {
      expect(normalizeCode(String.fromCodePoint(first + value))).toBe(String(value))
    }
  }
})
