import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EMAIL } from '../lib/email-address.ts'
import { canonicalEmail } from './canonical-email.ts'

/** The pattern that the HTML standard gives for `type=email`. */
const STANDARD =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/

describe('an email address', () => {
  test.each([
    'ada@example.org',
    'anna&ben@example.com',
    "anna'@example.com",
    "o'brien@example.com",
    'a+b@example.com',
    'first.last@sub.example.co.uk',
    '!#$%&*/=?^_`{|}~-@example.com',
    '.ada.@example.com',
    'ada@localhost',
    'ada@1.example',
    'ada@xn--80a1acny.xn--p1ai',
    'jürgen@example.com',
    'ivan@почта.рф',
    'иван@почта.рф',
    'ユーザー@例え.jp',
    '用户@例子.广告',
    'उपयोगकर्ता@उदाहरण.भारत',
    'عمر@مثال.إختبار',
    'zoe\u0308@example.com',
    'ada@❤.example',
    `${'a'.repeat(200)}@example.com`,
  ])('may be %s', (address) => {
    expect(canonicalEmail(address)).toMatch(EMAIL)
  })

  test.each([
    '',
    'ada',
    'ada@',
    '@example.org',
    'ada@example..org',
    'ada@-example.org',
    'ada@example-.org',
    'ada@exam_ple.org',
    'ada@@example.org',
    'ada king@example.org',
    'ada@exa mple.org',
    'ada@example.org, ben@example.org',
    'ada@example.org\nBcc: x@y.z',
    '"ada king"@example.org',
    'ada(home)@example.org',
    `ada@${'a'.repeat(64)}.org`,
  ])('is not %j', (text) => {
    expect(canonicalEmail(text)).not.toMatch(EMAIL)
  })

  test.each([
    [' ada@example.org ', 'blanks'],
    ['ada@example.org\u200b', 'a zero-width space'],
    ['mailto:ada@example.org', 'a link'],
    ['MAILTO:ada@example.org?subject=Hi', 'a link with a subject'],
    ['<ada@example.org>', 'brackets'],
    ['Ada King <ada@example.org>,', 'a name, as mail programs copy it'],
    ['<mailto:ada@example.org>', 'a link in brackets'],
    ['"ada@example.org"', 'quotes'],
    ['ada@example.org.', 'the end of a sentence'],
    ['ada@example.org;', 'the end of a list'],
    ['ada @ example.org', 'blanks around the @'],
    ['ada＠example．org', 'full-width signs'],
    ['ada@example。org', 'an ideographic full stop'],
    ['ａｄａ@example.org', 'full-width letters'],
  ])('is read from %j, with %s', (typed) => {
    expect(canonicalEmail(typed)).toBe('ada@example.org')
  })

  test('keeps an apostrophe that a phone has made curly', () => {
    expect(canonicalEmail('o’brien@example.com')).toBe("o'brien@example.com")
  })

  test('of ASCII is right where the standard says so, and nowhere else', () => {
    const signs = fc.constantFrom(...'ab1.-_@&\'"<>,; %?(é'.split(''))
    const text = fc.array(signs, { maxLength: 12 }).map((all) => all.join(''))
    fc.assert(
      fc.property(text, (typed) => {
        const ascii = typed.replaceAll('é', 'e')
        expect(EMAIL.test(ascii)).toBe(STANDARD.test(ascii))
        const once = canonicalEmail(typed)
        expect(canonicalEmail(once)).toBe(once)
        if (EMAIL.test(once)) expect(EMAIL.test(canonicalEmail(once))).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})
