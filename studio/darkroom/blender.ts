import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** What one view of a job came out as. */
export interface Shot {
  readonly out: string
  readonly width: number
  readonly height: number
}

/** What the machine lacks, in words, one line each; empty when pictures can be made. */
export function missingTools(): string[] {
  const blender = spawnSync('blender', ['--version'], { encoding: 'utf8' })
  const missing: string[] = []
  if (blender.status !== 0) {
    missing.push(
      'Blender 3.4 or later (on Debian: apt-get install --no-install-recommends blender ' +
        'python3-numpy libopenblas0-pthread)',
    )
  }
  return missing
}

interface Waiting {
  readonly views: number
  readonly shots: Shot[]
  readonly resolve: (shots: Shot[]) => void
  readonly reject: (error: Error) => void
}

/** One Blender for many jobs, since it takes seconds to start. Jobs are answered in order. */
export class Blender {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #waiting: Waiting[] = []
  #tail = ''
  #ended = false

  constructor() {
    const script = join(import.meta.dirname, 'render.py')
    const blender = ['-b', '--factory-startup', '-noaudio', '--python', script]
    // Lowest priority: whoever works at this machine goes first.
    const nice = process.env['STUDIO_NICE'] ?? '19'
    this.#child = spawn('nice', ['-n', nice, 'blender', ...blender])
    createInterface({ input: this.#child.stdout }).on('line', (line) => this.#read(line))
    this.#child.stderr.on('data', (text: Buffer) => {
      this.#tail = (this.#tail + text.toString()).slice(-2000)
    })
    this.#child.on('exit', (code) => {
      this.#ended = true
      const error = new Error(`Blender ended (${code ?? 'killed'}). ${this.#tail.trim()}`)
      for (const { reject } of this.#waiting.splice(0)) reject(error)
    })
  }

  /** It is gone; the next job needs another. */
  get ended(): boolean {
    return this.#ended
  }

  /** Renders a job's views; rejects with Blender's own words where it cannot. */
  render(job: { readonly views: readonly unknown[] }): Promise<Shot[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ views: job.views.length, shots: [], resolve, reject })
      this.#child.stdin.write(`${JSON.stringify(job)}\n`)
    })
  }

  /** Lets it end. */
  stop(): void {
    this.#child.stdin.end()
    if (this.#waiting.length > 0) this.#child.kill('SIGTERM')
  }

  #read(line: string): void {
    const [head] = this.#waiting
    if (!head || !line.startsWith('STUDIO {')) return
    const answer = JSON.parse(line.slice(7)) as Shot | { readonly error: string }
    if ('error' in answer) {
      this.#waiting.shift()
      head.reject(new Error(answer.error))
      return
    }
    head.shots.push(answer)
    if (head.shots.length < head.views) return
    this.#waiting.shift()
    head.resolve(head.shots)
  }
}
