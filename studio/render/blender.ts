import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** The file that Blender wrote for one view. */
export interface RenderedView {
  readonly out: string
  readonly width: number
  readonly height: number
}

/** Names the missing program, and how to install it. Null if Blender is here. */
export function missingBlender(): string | null {
  if (spawnSync('blender', ['--version']).status === 0) return null
  return (
    'Blender 3.4 or later (on Debian: apt-get install --no-install-recommends blender ' +
    'python3-numpy libopenblas0-pthread)'
  )
}

interface WaitingJob {
  readonly views: number
  readonly rendered: RenderedView[]
  readonly resolve: (rendered: RenderedView[]) => void
  readonly reject: (error: Error) => void
}

/** One Blender process for many jobs, since it takes seconds to start. It answers them in order. */
export class Blender {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #waiting: WaitingJob[] = []
  #tail = ''
  #ended = false

  constructor() {
    const script = join(import.meta.dirname, 'render.py')
    const blender = ['-b', '--factory-startup', '-noaudio', '--python', script]
    // Lowest priority, so that other work on this machine goes first.
    const nice = process.env['STUDIO_NICE'] ?? '19'
    this.#child = spawn('nice', ['-n', nice, 'blender', ...blender])
    createInterface({ input: this.#child.stdout }).on('line', (line) => this.#read(line))
    this.#child.stderr.on('data', (text: Buffer) => {
      this.#tail = (this.#tail + text.toString()).slice(-2000)
    })
    this.#child.on('exit', (code) => {
      this.#ended = true
      const error = new Error(`Blender stopped (${code ?? 'killed'}). ${this.#tail.trim()}`)
      for (const { reject } of this.#waiting.splice(0)) reject(error)
    })
  }

  /** Whether the process has ended. The next job then needs a new one. */
  get ended(): boolean {
    return this.#ended
  }

  /** Renders a job's views. Rejects with Blender's own message. */
  render(job: { readonly views: readonly unknown[] }): Promise<RenderedView[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ views: job.views.length, rendered: [], resolve, reject })
      this.#child.stdin.write(`${JSON.stringify(job)}\n`)
    })
  }

  /** Ends the process. */
  stop(): void {
    this.#child.stdin.end()
    if (this.#waiting.length > 0) this.#child.kill('SIGTERM')
  }

  #read(line: string): void {
    const [head] = this.#waiting
    if (!head || !line.startsWith('STUDIO {')) return
    const response = JSON.parse(line.slice(7)) as RenderedView | { readonly error: string }
    if ('error' in response) {
      this.#waiting.shift()
      head.reject(new Error(response.error))
      return
    }
    head.rendered.push(response)
    if (head.rendered.length < head.views) return
    this.#waiting.shift()
    head.resolve(head.rendered)
  }
}
