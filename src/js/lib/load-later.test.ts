import { describe, expect, test, vi } from 'vitest'
import { createLoadLater } from './load-later.ts'

const FILES = { zoom: ['/assets/zoom.js', '/assets/zoom.css'] }

function answering(...statuses: readonly number[]) {
  const left = [...statuses]
  return vi.fn((url: string) => {
    const status = left.shift() ?? 200
    if (status === 0) return Promise.reject(new TypeError(`Failed to fetch ${url}`))
    const blob = (): Promise<Blob> => Promise.resolve(new Blob())
    return Promise.resolve({ status, ok: status === 200, blob })
  })
}

describe('a chunk that is loaded on demand', () => {
  test('is imported after its files were fetched', async () => {
    const fetchFile = answering()
    const load = vi.fn(() => Promise.resolve('module'))
    expect(await createLoadLater(FILES, fetchFile)('zoom', load)).toBe('module')
    expect(fetchFile.mock.calls.flat()).toEqual(FILES.zoom)
  })

  test.each([0, 404, 503])(
    'is not imported if a file answers %i, and can be tried again',
    async (status) => {
      const loadLater = createLoadLater(FILES, answering(200, status))
      const load = vi.fn(() => Promise.resolve('module'))
      await expect(loadLater('zoom', load)).rejects.toThrow(/zoom\.css/)
      expect(load).not.toHaveBeenCalled()
      expect(await loadLater('zoom', load)).toBe('module')
    },
  )

  test('is imported at once if it has no list of files, as in dev', async () => {
    const fetchFile = answering()
    expect(await createLoadLater({}, fetchFile)('zoom', () => Promise.resolve(1))).toBe(1)
    expect(fetchFile).not.toHaveBeenCalled()
  })
})
