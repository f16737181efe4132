import { describe, expect, test } from 'vitest'
import { dayIn, timeIn } from './order-time.ts'

const LA = 'America/Los_Angeles'

function said(timeZone: string, at: string): string {
  return timeIn(timeZone, new Date(at), 'en-US').replace(/\u202f/g, ' ')
}

describe('a time', () => {
  test.each([
    [LA, '2026-11-26T13:05:00Z', 'Nov 26, 2026, 5:05 AM PST'],
    [LA, '2026-07-01T12:05:00Z', 'Jul 1, 2026, 5:05 AM PDT'],
    // The clocks go forward on March 8, 2026 at 10:00 UTC, and back on November 1 at 9:00 UTC.
    [LA, '2026-03-08T09:59:00Z', 'Mar 8, 2026, 1:59 AM PST'],
    [LA, '2026-03-08T10:00:00Z', 'Mar 8, 2026, 3:00 AM PDT'],
    [LA, '2026-11-01T08:30:00Z', 'Nov 1, 2026, 1:30 AM PDT'],
    [LA, '2026-11-01T09:30:00Z', 'Nov 1, 2026, 1:30 AM PST'],
    ['UTC', '2026-11-26T00:00:00Z', 'Nov 26, 2026, 12:00 AM UTC'],
    ['Pacific/Auckland', '2026-11-25T16:05:00Z', 'Nov 26, 2026, 5:05 AM GMT+13'],
    ['Asia/Kolkata', '2026-11-25T18:30:00Z', 'Nov 26, 2026, 12:00 AM GMT+5:30'],
    ['Mars/Olympus', '2026-11-26T13:05:00Z', 'Nov 26, 2026, 1:05 PM UTC'],
  ])('in %s at %s is %s', (zone, at, text) => {
    expect(said(zone, at)).toBe(text)
  })

  test.each([
    [LA, '2026-11-26T07:59:59Z', '20261125'],
    [LA, '2026-11-26T08:00:00Z', '20261126'],
    [LA, '2027-01-01T07:59:00Z', '20261231'],
    ['Pacific/Auckland', '2026-11-25T10:59:00Z', '20261125'],
    ['Pacific/Auckland', '2026-11-25T11:00:00Z', '20261126'],
    ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '20270101'],
    ['UTC', '2026-02-03T00:00:00Z', '20260203'],
    ['Mars/Olympus', '2026-11-25T23:59:00Z', '20261125'],
  ])('in %s at %s is on the day %s', (zone, at, day) => {
    expect(dayIn(zone, new Date(at))).toBe(day)
  })
})
