import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Build the shop into a folder of its own; gives the folder, for the caller to remove. */
export async function buildShop(env: Readonly<Record<string, string>>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'cinder-build-'))
  const vite = join('node_modules', 'vite', 'bin', 'vite.js')
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', dir, '--emptyOutDir'], {
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 26,
  })
  return dir
}
