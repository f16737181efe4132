import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { precompress } from './precompress.ts'

const TEXT = 'A page of some length. '.repeat(100)
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cinder-compress-'))
  mkdirSync(join(folder, 'shop'))
  for (const file of ['shop/index.html', 'a.css', 'a.avif']) writeFileSync(join(folder, file), TEXT)
  writeFileSync(join(folder, 'small.txt'), 'short')
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

function isThere(file: string): boolean {
  return existsSync(join(folder, file))
}

describe('compressing beforehand', () => {
  test('writes files that decompress to the same text', async () => {
    await precompress(folder, undefined)
    expect(brotliDecompressSync(readFileSync(join(folder, 'shop/index.html.br'))).toString()).toBe(
      TEXT,
    )
    expect(gunzipSync(readFileSync(join(folder, 'shop/index.html.gz'))).toString()).toBe(TEXT)
    expect(isThere('a.css.br')).toBe(true)
  })

  test('skips files that are already compressed or too small', async () => {
    await precompress(folder, '1')
    expect(isThere('a.avif.br')).toBe(false)
    expect(isThere('small.txt.gz')).toBe(false)
  })

  test('is not done if the owner turns it off', async () => {
    expect(await precompress(folder, '0')).toEqual({ files: 3, isDone: false })
    expect(isThere('a.css.br')).toBe(false)
  })

  test('of very many files is only done on request', async () => {
    for (let index = 0; index < 260; index += 1) {
      writeFileSync(join(folder, `${index}.html`), 'short')
    }
    expect((await precompress(folder, undefined)).isDone).toBe(false)
    expect((await precompress(folder, '1')).isDone).toBe(true)
    expect(isThere('a.css.br')).toBe(true)
  })
})
