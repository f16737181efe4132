// `npm start`: install what is missing, build, serve. Import only files without dependencies at the
// top, because a fresh clone has none installed.
//
// package.json says `exec node …` because npm sends signals to its shell, which doesn't forward
// them. With `exec`, this process replaces the shell. Windows has no `exec` and runs the part after
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
    throw new Error('The build failed. See its message above.')
  }

  const { serve } = await import('./serve.mjs')
  server = await serve({ dir: join(ROOT, 'dist'), port, base })
  console.log(`\nCinder is running at ${server.url} (press Ctrl+C to stop)`)
}

onStop(async () => {
  await server?.close()
  return 0
})

start().catch((/** @type {Error} */ error) => {
  console.error(error.message)
  process.exit(1)
})
