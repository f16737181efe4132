import { cp, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import { serve } from '../../../scripts/serve.mjs'
import { DIST } from '../../support/built-site.ts'

const TEXTS = new Set(['.css', '.html', '.js', '.json', '.xml'])

/** A copy of the build on a server of its own, which can go, come back and be deployed anew. */
export interface DeployedSite {
  readonly url: string
  /** The folder that is served. */
  readonly dir: string
  stop(): Promise<void>
  start(): Promise<void>
  /**
   * Put a new version in its place, as a build would: another price, other names for the bundled
   * files, another version in every page and in the worker.
   *
   * @param price - as pages show it, and what they are to show instead
   */
  deploy(price: readonly [from: string, to: string]): Promise<void>
  remove(): Promise<void>
}

/** Copy what was built and serve it. */
export async function deployCopy(): Promise<DeployedSite> {
  const dir = await mkdtemp(join(tmpdir(), 'cinder-site-'))
  await copySite(dir)
  let server = await serve({ dir, port: 0 })
  const { url } = server
  return {
    url,
    dir,
    stop: () => server.close(),
    async start() {
      server = await serve({ dir, port: Number(new URL(url).port) })
    },
    deploy: (price) => deploy(dir, price),
    async remove() {
      await server.close()
      await rm(dir, { recursive: true })
    },
  }
}

/** Copy what a deployment changes; pictures and models are 80 MB, and a link to them will do. */
async function copySite(dir: string): Promise<void> {
  for (const entry of await readdir(DIST)) {
    const isSame = entry === 'img' || entry === 'models'
    if (isSame) await symlink(join(DIST, entry), join(dir, entry))
    // Compressed neighbors would keep the old text.
    else await cp(join(DIST, entry), join(dir, entry), { recursive: true, filter: isNotCompressed })
  }
}

function isNotCompressed(file: string): boolean {
  return !/\.(br|gz)$/.test(file)
}

async function deploy(dir: string, [from, to]: readonly [string, string]): Promise<void> {
  const home = await readFile(join(dir, 'index.html'), 'utf8')
  const version = /data-version="([^"]+)"/.exec(home)![1]!
  const assets = await readdir(join(dir, 'assets'))
  const names = assets.map((name): [string, string] => [name, `new-${name}`])
  const minor = (price: string): string => `"priceMinor":${price.replace(/\D/g, '')}`
  const changes = [
    ...names,
    [version, `${version}-new`],
    [from, to],
    [minor(from), minor(to)],
  ] as const
  for (const file of await readdir(dir, { recursive: true })) {
    if (!TEXTS.has(extname(file))) continue
    const path = join(dir, file)
    const text = await readFile(path, 'utf8')
    await writeFile(
      path,
      changes.reduce((all, [old, young]) => all.replaceAll(old, young), text),
    )
  }
  // As on a host that removes what is no longer deployed: the old files are gone.
  for (const [old, young] of names) {
    const path = join(dir, 'assets', old)
    await rename(path, join(dirname(path), basename(young)))
  }
}
