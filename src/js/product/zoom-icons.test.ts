import { expect, test } from 'vitest'
import { trustZoomIcons, ZOOM_ICONS } from './zoom-icons.ts'

function policy(): (markup: string) => string {
  let create: ((markup: string) => string) | undefined
  trustZoomIcons({
    createPolicy: (name, rules) => {
      expect(name).toBe('default')
      create = (markup) => rules.createHTML(markup)
    },
  })
  return (markup) => create!(markup)
}

test('the icons and an empty box are trusted', () => {
  const trusted = policy()
  for (const markup of ['', ...Object.values(ZOOM_ICONS)]) expect(trusted(markup)).toBe(markup)
})

test('any other markup is refused, though it holds an icon', () => {
  const trusted = policy()
  for (const markup of ['<b>x</b>', `${ZOOM_ICONS.close}<img src=x onerror=alert(1)>`]) {
    expect(() => trusted(markup)).toThrow(TypeError)
  }
})

test('a browser without Trusted Types is asked nothing', () => {
  expect(() => {
    trustZoomIcons(undefined)
  }).not.toThrow()
})
