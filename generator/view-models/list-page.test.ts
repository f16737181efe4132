import { describe, expect, test } from 'vitest'
import { CHINA, makeSite } from '../../tests/fixtures/site.ts'
import { eventLinks, homePageView } from './home-page.ts'
import { eventPageView, shopPageView } from './list-page.ts'

const site = makeSite()
const real = makeSite({ isReal: true })

function slugs(cards: readonly { slug: string }[]): string[] {
  return cards.map(({ slug }) => slug)
}

describe('the shop page', () => {
  test('has a card for everything sold, and a record to filter it by, in the same order', () => {
    const { cards, lastPairs, listing } = shopPageView(site)
    expect(slugs(cards)).toEqual(['swift', 'mud-lark', 'steel-pins'])
    expect(slugs(lastPairs)).toEqual(['old-key'])
    expect(slugs(listing.products)).toEqual(slugs([...cards, ...lastPairs]))
  })

  test('tells search engines the list as it stands, with full addresses', () => {
    const place = { base: '/spikes/', siteUrl: 'https://cinder.example' }
    const { jsonLd } = shopPageView(makeSite({ place, market: CHINA }))
    const [list] = (jsonLd as { '@graph': readonly unknown[] })['@graph']
    expect(list).toMatchObject({
      '@type': 'ItemList',
      itemListElement: [
        { position: 1, url: 'https://cinder.example/spikes/xx/products/swift/' },
        { position: 2, url: 'https://cinder.example/spikes/xx/products/mud-lark/' },
        { position: 3, url: 'https://cinder.example/spikes/xx/products/steel-pins/' },
      ],
    })
  })
})

describe('an event’s page', () => {
  test('lists what can be used for the event, what is built for it first', () => {
    expect(slugs(eventPageView(site, 'sprint').cards)).toEqual(['swift', 'mud-lark'])
    expect(slugs(eventPageView(site, 'cross-country').cards)).toEqual(['mud-lark'])
    const built = real.catalogue.listed.filter(
      (one) => one.kind === 'shoe' && one.events[0] === 'sprint',
    )
    const all = slugs(eventPageView(real, 'sprint').cards)
    expect(all.slice(0, built.length)).toEqual(slugs(built))
    expect(all.length).toBeGreaterThan(built.length)
  })

  test('lists no accessory and nothing that is no longer made', () => {
    const { cards, lastPairs } = eventPageView(site, 'sprint')
    expect(slugs([...cards, ...lastPairs])).not.toContain('steel-pins')
    expect(slugs([...cards, ...lastPairs])).not.toContain('old-key')
    const middle = eventPageView(real, 'middle-distance')
    expect(slugs(middle.cards)).not.toContain('half-mile')
    expect(slugs(middle.lastPairs)).toEqual(['half-mile'])
  })
})

describe('the home page', () => {
  test('leads to every event that has a model, with their number', () => {
    expect(eventLinks(site)).toMatchObject([
      { id: 'sprint', name: 'Sprint', url: '/events/sprint/', count: 2 },
      { id: 'hurdles', name: 'Hurdles', url: '/events/hurdles/', count: 1 },
      { id: 'cross-country', name: 'Cross country', url: '/events/cross-country/', count: 1 },
    ])
  })

  test('promises as many models as the event’s page lists', () => {
    for (const { id, count } of eventLinks(real)) {
      expect(eventPageView(real, id as 'sprint').cards, id).toHaveLength(count)
    }
  })

  test('shows up to four new models, newest first, and up to four on sale', () => {
    const { fresh, sale } = homePageView(real)
    const released = fresh.map(
      ({ slug }) => real.catalogue.products.find((one) => one.slug === slug)!.released,
    )
    expect(released).toEqual(released.toSorted().reverse())
    expect(released.every((date) => date >= real.catalogue.newSince)).toBe(true)
    expect(fresh).toHaveLength(4)
    expect(sale).toHaveLength(4)
    expect(sale.every(({ price }) => price.was !== null)).toBe(true)
  })

  test('of a small shop shows what there is', () => {
    const { fresh, sale, count } = homePageView(site)
    expect([slugs(fresh), slugs(sale), count]).toEqual([['swift'], ['mud-lark'], 2])
  })
})
