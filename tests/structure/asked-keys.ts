import { matchesIn, type Source } from './sources.ts'

/** Functions that put a key together: what they are called with, and what they look up. */
const HELPERS: readonly { readonly call: RegExp; readonly keys: readonly string[] }[] = [
  { call: /\bfact\(\s*site,\s*'([\w-]+)'/g, keys: ['fact.*'] },
  { call: /\bworded\(\s*site,\s*'([\w-]+)'/g, keys: ['fact.*', 'fact.*-value'] },
  // A page's front matter.
  { call: /^(?:title|description): ([\w.-]+)$/gm, keys: ['*'] },
  { call: /\btell\('([\w.-]+)'\)/g, keys: ['*'] },
  { call: /\bproblem: '([\w.-]+)'/g, keys: ['*'] },
  // A row of the facet table.
  { call: /\bchip: '([\w.-]+)'/g, keys: ['*'] },
]

/** The templates by which those functions do it; taken as they stand they would match anything. */
const IN_HELPERS = new Set(['fact.*', 'fact.*-value', '*.*'])

/** The keys a source asks for; a `*` stands for what is only known when it runs. */
export function keysAskedBy({ text }: Source): readonly string[] {
  const captured = [...text.matchAll(/\{% capture (\w+) %\}(.*?)\{% endcapture %\}/g)]
    .filter(([, name = '']) => new RegExp(`\\{\\{ ${name} \\| t\\b`).test(text))
    .map(([, , key = '']) => key.replace(/\{\{.*?\}\}/g, '*'))
  return [
    ...matchesIn(text, /'([\w.-]+)' \| t\b/g),
    ...matchesIn(text, /\bt\(\s*'([\w.-]+)'/g),
    // Both answers of `t(isFree ? 'cart.free' : 'cart.paid')`.
    ...matchesIn(text, /\bt\(\s*[^()'`]+\? '([\w.-]+)'\s*: '([\w.-]+)'/g),
    ...matchesIn(text, /\bt\(\s*`([^`]+)`/g)
      .map((key) => key.replace(/\$\{[^}]*\}/g, '*'))
      .filter((key) => !IN_HELPERS.has(key)),
    ...captured,
    ...HELPERS.flatMap(({ call, keys }) =>
      matchesIn(text, call).flatMap((name) => keys.map((key) => key.replace('*', name))),
    ),
  ]
}

/** A pattern for the keys that one with `*` stands for. */
export function matcherOf(key: string): RegExp {
  return new RegExp(`^${key.replace(/\./g, '\\.').replace(/\*/g, '[\\w-]+')}$`)
}
