import { tagsOf, type Tag } from './built-site.ts'

/** Attributes that name files or pages. */
const ADDRESSES = ['action', 'href', 'poster', 'src']

interface Visited {
  readonly status: number
  readonly ids: ReadonlySet<string>
  readonly links: readonly string[]
}

/** Addresses asked for at the same time. */
const BATCH = 8

/**
 * Follow every link of a served site from its home page.
 *
 * @param start - with a slash at the end; all addresses of its server have to be below it
 * @returns how many pages there were, and one line per fault
 */
export async function deadLinks(
  start: string,
): Promise<{ readonly pages: number; readonly problems: readonly string[] }> {
  const visited = new Map<string, Visited>()
  const problems: string[] = []
  const wanted: { readonly url: string; readonly from: string }[] = []
  let queue = [start]
  while (queue.length > 0) {
    const batch = queue.splice(0, BATCH)
    const answers = await Promise.all(batch.map(visit))
    for (const [index, answer] of answers.entries()) {
      const from = batch[index] ?? ''
      visited.set(from, answer)
      if (answer.status !== 200) problems.push(`${answer.status} ${from}`)
      wanted.push(...answer.links.map((url) => ({ url, from })))
    }
    queue = [
      ...new Set(
        wanted.map(({ url }) => withoutFragment(url)).filter((url) => isBelow(url, start)),
      ),
    ].filter((url) => !visited.has(url))
  }
  for (const { url, from } of wanted) problems.push(...faultOf(url, { from, start, visited }))
  const pages = [...visited.values()].filter(({ links }) => links.length > 0).length
  return { pages, problems: [...new Set(problems)] }
}

interface Place {
  readonly from: string
  readonly start: string
  readonly visited: ReadonlyMap<string, Visited>
}

function faultOf(url: string, { from, start, visited }: Place): string[] {
  const { origin, hash } = new URL(url)
  if (origin !== new URL(start).origin) return []
  if (!isBelow(url, start)) return [`${from} leads out of the folder: ${url}`]
  // A cart to share, not a place on the page.
  if (hash === '' || hash.startsWith('#lines=')) return []
  const isThere = visited.get(withoutFragment(url))?.ids.has(decodeURIComponent(hash.slice(1)))
  return isThere ? [] : [`${from}: no such place ${url}`]
}

async function visit(url: string): Promise<Visited> {
  const response = await fetch(url, { redirect: 'manual' })
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false
  const tags = isPage ? tagsOf(await response.text()) : []
  if (!isPage) await response.body?.cancel()
  return {
    status: response.status,
    ids: new Set(tags.flatMap(({ attributes }) => attributes.get('id') ?? [])),
    links: tags.flatMap((tag) => addressesOf(tag)).map((address) => new URL(address, url).href),
  }
}

function addressesOf({ attributes }: Tag): readonly string[] {
  const sets = attributes.get('srcset')?.split(',') ?? []
  return [
    ...ADDRESSES.flatMap((name) => attributes.get(name) ?? []),
    ...sets.map((entry) => entry.trim().split(/\s/)[0] ?? ''),
  ]
}

function isBelow(url: string, start: string): boolean {
  return url.startsWith(start)
}

function withoutFragment(url: string): string {
  return url.replace(/#.*/, '')
}
