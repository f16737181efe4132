// `npm start`: install what is missing, build, serve. Only files without dependencies may be
// imported at the top, since on a fresh clone there are none yet.
//
// package.json says `exec node …` because npm hands signals to its shell, which passes none on:
// with `exec`, this process takes the shell's place. Windows has no `exec` and takes what follows
// `||`.
import { join } from 'node:path'
import { assertPortFree, readBase, readPort } from './address.mjs'
import { onStop, ROOT, run } from './child.mjs'
import { installMissing, nodeProblem } from './install.mjs'

/** @type {{ url: string, close(): Promise<void> } | undefined} */
let server

async function start() {
  const problem = nodeProblem(process.versions.node)
  if (problem) throw new Error(problem)
  const port = readPort(process.env)
  const base = readBase(process.env)
  await assertPortFree(port)

  await installMissing({ dev: false })
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  const env = { ...process.env, BASE_PATH: base }
  if ((await run(process.execPath, [vite, 'build'], { env })) !== 0) {
    throw new Error('The build failed: its message is above.')
  }

  const { serve } = await import('./serve.mjs')
  server = await serve({ dir: join(ROOT, 'dist'), port, base })
  console.log(`\nCinder is on ${server.url} (Ctrl+C stops it)`)
}

onStop(async () => {
  await server?.close()
  return 0
})

start().catch((/** @type {Error} */ error) => {
  console.error(error.message)
  process.exit(1)
})
