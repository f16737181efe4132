import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A hash of what each picture was last made from, by `<slug>/<colour>`. */
export type Manifest = Record<string, string>

/** Increase this after changes to the encoding, to write every picture again. */
const ENCODING = 1

/**
 * A short hash of a drawing. It covers the drawing itself, not the catalogue entry, so a change of
 * the studio's code redraws exactly the pictures that it affects.
 */
export function hashOf(svg: string): string {
  return createHash('sha256').update(`${ENCODING} ${svg}`).digest('hex').slice(0, 16)
}

/** Reads a manifest. If it is missing or broken, everything will be made again. */
export async function readManifest(file: string): Promise<Manifest> {
  if (!existsSync(file)) return {}
  try {
    const found: unknown = JSON.parse(await readFile(file, 'utf8'))
    if (typeof found !== 'object' || found === null) return {}
    const pairs = Object.entries(found).filter((pair): pair is [string, string] => {
      return typeof pair[1] === 'string'
    })
    return Object.fromEntries(pairs)
  } catch {
    return {}
  }
}

/** Writes a manifest, sorted, so that a change of one picture changes one line. */
export async function writeManifest(file: string, manifest: Manifest): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const sorted = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1)))
  await writeFile(file, `${JSON.stringify(sorted, null, 2)}\n`)
}
