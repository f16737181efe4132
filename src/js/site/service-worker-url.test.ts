import { expect, test } from 'vitest'
import { serviceWorkerUrl } from './service-worker-url.ts'

test('without Trusted Types it is a plain address', () => {
  expect(serviceWorkerUrl('/spikes/', undefined)).toBe('/spikes/sw.js')
})

test('with them, the policy trusts that address and no other', () => {
  const made: { name: string; trust: (url: string) => string }[] = []
  const factory = {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }) {
      made.push({ name, trust: (url) => rules.createScriptURL(url) })
      return rules
    },
  }
  expect(serviceWorkerUrl('/spikes/', factory)).toBe('/spikes/sw.js')
  expect(made.map(({ name }) => name)).toEqual(['cinder'])
  expect(() => made[0]!.trust('https://elsewhere.example/sw.js')).toThrow('Not the service worker')
})
