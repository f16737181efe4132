import { cp, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import { serve } from '../../../scripts/serve.mjs'
import { DIST } from '../../support/built-site.ts'

const TEXTS = new Set(['.css', '.html', '.js', '.json', '.xml'])

/** A copy of the build on its own server, which can stop, restart and get a new deployment. */
export interface DeployedSite {
  readonly url: string
  readonly dir: string
  stop(): Promise<void>
  start(): Promise<void>
  /**
   * Deploy a new version, as a build would make it: a new price, new names for the bundled files,
   * and a new version in every page and in the worker.
   *
   * @param price - the price that pages show now, and the one they should show instead
   */
  deploy(price: readonly [from: string, to: string]): Promise<void>
  remove(): Promise<void>
}

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

/** Copy the files that a deployment changes. Link pictures and models, which are 80 MB. */
async function copySite(dir: string): Promise<void> {
  for (const entry of await readdir(DIST)) {
    const isSame = entry === 'img' || entry === 'models'
    if (isSame) await symlink(join(DIST, entry), join(dir, entry))
    // Skip .br and .gz files, which would keep the old text.
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
  // Many hosts remove the old files, so rename them instead of copying.
  for (const [old, young] of names) {
    const path = join(dir, 'assets', old)
    await rename(path, join(dirname(path), basename(young)))
  }
}
