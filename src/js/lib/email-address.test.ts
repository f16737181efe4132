import { expect, test } from 'vitest'
import { mailtoHref } from './email-address.ts'

test.each(['anna&ben@example.com', 'a?b#c@example.com', 'a%20b@example.com', 'jürgen@почта.рф'])(
  'a link to %s leads to it and to nothing else',
  (address) => {
    const url = new URL(mailtoHref(address))
    expect(decodeURIComponent(url.pathname)).toBe(address)
    expect(url.search + url.hash).toBe('')
  },
)
