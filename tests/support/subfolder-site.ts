import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { DIST } from './built-site.ts'

const ROOT = join(import.meta.dirname, '../..')
const CACHE = join(ROOT, '.cache/subfolder')
const STAMP = join(CACHE, 'built-beside')
const LOCK = join(ROOT, '.cache/subfolder.lock')

/** The sub-folder that the second build is for. */
export const SUBFOLDER = '/spikes/'

/**
 * Build the shop for a sub-folder, once for all tests that need it: until `dist/` is built again, the
 * same build is used.
 *
 * @returns its folder
 */
export async function subfolderBuild(): Promise<string> {
  const dir = join(CACHE, 'dist')
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  await takeLock()
  try {
    const stamp = String(statSync(join(DIST, 'index.html')).mtimeMs)
    if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return dir
    const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
    await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', dir, '--emptyOutDir'], {
      cwd: ROOT,
      env: { ...process.env, BASE_PATH: SUBFOLDER },
      maxBuffer: 2 ** 26,
    })
    writeFileSync(STAMP, stamp)
    return dir
  } finally {
    rmSync(LOCK, { recursive: true })
  }
}

/** Workers are processes of their own, so that only the disk can say who builds. */
async function takeLock(): Promise<void> {
  for (;;) {
    try {
      mkdirSync(LOCK)
      writeFileSync(join(LOCK, 'pid'), String(process.pid))
      return
    } catch {
      if (isAbandoned()) rmSync(LOCK, { recursive: true, force: true })
      else await wait(200)
    }
  }
}

function isAbandoned(): boolean {
  try {
    process.kill(Number(readFileSync(join(LOCK, 'pid'), 'utf8')), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
