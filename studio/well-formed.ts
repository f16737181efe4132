const TAG = /<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z][\w:-]*="[^"<]*")*)\s*(\/?)>/y

interface Tag {
  readonly name: string
  readonly kind: 'open' | 'close' | 'empty'
  readonly end: number
}

function readTag(xml: string, at: number): Tag {
  TAG.lastIndex = at
  const found = TAG.exec(xml)
  if (!found) throw new Error(`Broken tag: ${xml.slice(at, at + 80)}`)
  const [whole, closing, name = '', attributes = '', empty] = found
  const names = [...attributes.matchAll(/\s([\w:-]+)="/g)].map((pair) => pair[1])
  if (new Set(names).size !== names.length) throw new Error(`Attribute twice: ${whole}`)
  return { name, kind: closing ? 'close' : empty ? 'empty' : 'open', end: at + whole.length }
}

function assertReferences(xml: string): void {
  const ids = new Set([...xml.matchAll(/\sid="([^"]+)"/g)].map((pair) => pair[1]))
  for (const [, id] of xml.matchAll(/url\(#([^)]+)\)/g)) {
    if (!ids.has(id)) throw new Error(`Nothing has the id ${id ?? ''}`)
  }
}

/**
 * Throws unless a text is XML of the plain kind that the studio writes: balanced tags, quoted
 * attributes, no attribute twice, and no reference to an id that is missing. For the tests.
 */
export function assertWellFormed(xml: string): void {
  const open: string[] = []
  for (let at = xml.indexOf('<'); at >= 0;) {
    const tag = readTag(xml, at)
    if (tag.kind === 'open') open.push(tag.name)
    if (tag.kind === 'close' && open.pop() !== tag.name)
      throw new Error(`Unexpected </${tag.name}>`)
    at = xml.indexOf('<', tag.end)
  }
  if (open.length > 0) throw new Error(`Not closed: ${open.join(', ')}`)
  assertReferences(xml)
}
