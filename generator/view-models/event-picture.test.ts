import { describe, expect, test } from 'vitest'
import { ALL_PICTURES, makeSite } from '../../tests/fixtures/site.ts'
import { EVENTS } from '../../src/js/catalog/vocabulary.ts'
import { eventPicture } from './event-picture.ts'

describe('the picture of an event', () => {
  const site = makeSite({ pictures: ALL_PICTURES, place: { base: '/spikes/', siteUrl: '' } })

  test('has an address under the site, and a size', () => {
    expect(eventPicture(site, 'sprint')).toMatchObject({
      srcset: '/spikes/img/events/sprint-400.avif 400w, /spikes/img/events/sprint-800.avif 800w',
      src: '/spikes/img/events/sprint-800.webp',
      width: 800,
      height: 267,
    })
  })

  test('has its own description for each event', () => {
    const words = EVENTS.map((event) => eventPicture(site, event)?.alt)
    expect(new Set(words).size).toBe(EVENTS.length)
    for (const alt of words) expect(alt).not.toMatch(/^event\./)
  })

  test('is left out if there is none', () => {
    expect(eventPicture(makeSite(), 'sprint')).toBeUndefined()
  })
})
