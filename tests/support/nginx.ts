import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { findNginx } from '../../scripts/ensure-nginx.mjs'

/** A running nginx. */
export interface Nginx {
  /** Where the site is, with a slash at the end. */
  readonly url: string
  stop(): Promise<void>
}

/**
 * Run Debian's nginx with the configuration a build has written. Changed are only the port and the
 * folder, which an owner would change too.
 *
 * @param dir - what was built
 * @param base - what it was built for
 */
export async function startNginx(dir: string, base: string): Promise<Nginx> {
  const found = findNginx()
  if (found === undefined) throw new Error('There is no nginx: see scripts/ensure-nginx.mjs')
  const folder = mkdtempSync(join(tmpdir(), 'cinder-nginx-'))
  const root = join(folder, 'www')
  const target = join(root, base).replace(/\/$/, '')
  mkdirSync(dirname(target), { recursive: true })
  symlinkSync(dir, target)

  const port = await findPort()
  const server = readFileSync(join(dir, 'nginx.conf'), 'utf8')
    .replace('listen 80 default_server;', `listen ${port};`)
    .replace('listen [::]:80 default_server;', '')
    .replace('root /var/www/cinder;', `root ${root};`)
  writeFileSync(join(folder, 'site.conf'), server)
  writeFileSync(join(folder, 'nginx.conf'), mainConf(folder, found.brotli))

  const child = spawn(found.program, ['-p', folder, '-c', join(folder, 'nginx.conf')])
  const ended = new Promise((resolve) => child.once('exit', resolve))
  let complaint = ''
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()))
  const url = `http://localhost:${port}${base}`
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`nginx did not start: ${complaint}`)
  }
  return {
    url,
    async stop() {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

function mainConf(folder: string, brotli: string): string {
  // As root, nginx would read our files as somebody who may not.
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n')
  return `${user}
load_module ${brotli};
daemon off;
pid ${folder}/nginx.pid;
error_log stderr warn;
events {}
http {
${temporary}
access_log off;
include ${folder}/site.conf;
}
`
}

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address()
      probe.close(() => {
        resolve(typeof address === 'object' ? (address?.port ?? 0) : 0)
      })
    })
  })
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return new Promise((resolve) => setTimeout(resolve, 50, false))
  }
}
