import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** Pictures and fonts are compressed already. */
const COMPRESSED = new Set([
  '.css',
  '.html',
  '.js',
  '.json',
  '.svg',
  '.tsv',
  '.txt',
  '.webmanifest',
  '.xml',
])

/** Below this a header costs more than compression saves. */
const LEAST_BYTES = 1024

/**
 * Up to so many files the build compresses them unasked, in some seconds. For a large catalogue it
 * would take longer than all the rest.
 */
const MOST_UNASKED = 250

/** Files compressed at the same time: zlib has four threads. */
const BATCH = 8

/**
 * Brotli's quality for few files and for many. Measured on our pages: 10 makes 4 MB 8 % smaller
 * than 6, in 1.4 s instead of 0.1 s; 11 gains 3 % more in 5.4 s. The one style sheet is worth it:
 * every first view waits for it, and with its headers it then fits into what a server sends at once,
 * ten packets of 1460 bytes.
 */
const QUALITY = { few: 10, many: 6, sheet: 11 } as const

/** `PRECOMPRESS` as the environment has it: "1" always, "0" never, else by the number of files. */
export type PrecompressSetting = '0' | '1' | undefined

/**
 * Lay a `.br` and a `.gz` beside each text of a folder, for servers that send such (nginx, and
 * `npm start`). Hosts such as Netlify compress by themselves.
 *
 * @returns how many files there were to compress, and whether it was done
 */
export async function precompress(
  folder: string,
  setting: PrecompressSetting,
): Promise<{ readonly files: number; readonly isDone: boolean }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && COMPRESSED.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
  const isDone = setting === '1' || (setting !== '0' && files.length <= MOST_UNASKED)
  if (!isDone) return { files: files.length, isDone }
  const quality = files.length <= MOST_UNASKED ? QUALITY.few : QUALITY.many
  for (let first = 0; first < files.length; first += BATCH) {
    const batch = files.slice(first, first + BATCH)
    await Promise.all(
      batch.map((file) => compress(file, extname(file) === '.css' ? QUALITY.sheet : quality)),
    )
  }
  return { files: files.length, isDone }
}

async function compress(file: string, quality: number): Promise<void> {
  const content = await readFile(file)
  if (content.length < LEAST_BYTES) return
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  }
  const [brotli, zipped] = await Promise.all([
    toBrotli(content, { params }),
    toGzip(content, { level: 6 }),
  ])
  await Promise.all([writeFile(`${file}.br`, brotli), writeFile(`${file}.gz`, zipped)])
}
