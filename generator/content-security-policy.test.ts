import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { makeSite } from '../tests/fixtures/site.ts'
import { commonPolicy, contentSecurityPolicy, PERMISSION_NAMES } from './content-security-policy.ts'
import { speculationRules } from './speculation-rules.ts'

function directives(policy: string): Record<string, readonly string[]> {
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources]
    }),
  )
}

describe('the content security policy', () => {
  const policy = directives(contentSecurityPolicy(makeSite()))

  test('blocks everything it does not list', () => {
    expect(policy['default-src']).toEqual(["'none'"])
    expect(policy['base-uri']).toEqual(["'none'"])
  })

  test('blocks other inline scripts and styles, and code from text', () => {
    expect(Object.values(policy).flat().join(' ')).not.toMatch(/unsafe/)
    expect(policy['style-src']).toEqual(["'self'"])
    expect(policy['require-trusted-types-for']).toEqual(["'script'"])
  })

  test('allows inline scripts by the hash of their content', () => {
    const hash = createHash('sha256').update(speculationRules(makeSite())).digest('base64')
    expect(policy['script-src']).toContain(`'sha256-${hash}'`)
    expect(policy['script-src']).toHaveLength(3)
  })

  test('allows no other servers', () => {
    expect(Object.values(policy).flat().join(' ')).not.toMatch(/https?:|\*/)
  })

  test('of a model’s page allows what pictures and 3D need beside', () => {
    const product = directives(contentSecurityPolicy(makeSite(), 'pictures'))
    expect(product['script-src']).toContain("'wasm-unsafe-eval'")
    for (const [name, sources] of Object.entries(policy)) {
      expect(product[name]).toEqual(expect.arrayContaining([...sources]))
    }
  })

  test('that all pages have in common is part of each one’s', () => {
    const common = directives(commonPolicy(makeSite()))
    expect(common).toMatchObject({ 'base-uri': ["'none'"], 'worker-src': ["'self'"] })
    for (const allows of [undefined, ...PERMISSION_NAMES]) {
      expect(directives(contentSecurityPolicy(makeSite(), allows))).toMatchObject(common)
    }
  })
})
