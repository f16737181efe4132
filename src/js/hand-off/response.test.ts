import { describe, expect, test } from 'vitest'
import { judgeResponse, mayHaveArrived } from './response.ts'

const JSON_ONLY = { confirmation: 'json' } as const
const STATUS = { confirmation: 'status' } as const

describe('an order has arrived', () => {
  test.each([
    ['{"ok":true,"next":"/thanks"}', JSON_ONLY],
    ['{"success":true}', JSON_ONLY],
    ['{}', JSON_ONLY],
    ['<html>', STATUS],
  ])('when the response is 200 and %s', (body, config) => {
    expect(judgeResponse({ type: 'cors', status: 200, body }, config)).toBeNull()
  })

  test.each([
    [200, 'cors', '{"ok":false}', 'unclear'],
    [200, 'cors', '{"errors":[{}]}', 'unclear'],
    [200, 'cors', '<html>', 'unclear'],
    [200, 'cors', '', 'unclear'],
    [204, 'cors', '', 'unclear'],
    [302, 'cors', '', 'redirected'],
    [0, 'opaqueredirect', '', 'redirected'],
    [404, 'cors', '{}', 'refused'],
    [429, 'cors', '{}', 'refused'],
    [500, 'cors', '{"ok":true}', 'server-error'],
    [503, 'cors', '', 'server-error'],
  ])('not with %d, %s, %s: %s', (status, type, body, failure) => {
    expect(judgeResponse({ type, status, body }, JSON_ONLY)).toBe(failure)
  })

  test('perhaps, after a failure that doesn’t say', () => {
    expect(
      ['timeout', 'server-error', 'unreachable'].map((one) => mayHaveArrived(one as 'timeout')),
    ).toEqual([true, true, true])
    expect(mayHaveArrived('refused')).toBe(false)
    expect(mayHaveArrived('catalogue')).toBe(false)
  })
})
