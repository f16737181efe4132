import { join } from 'node:path'
import { build } from 'vite'

const ENTRY = 'src/page-start/page-start.ts'

/**
 * Bundle the inline script of each page, as one line.
 *
 * @param root - the project's folder
 * @throws Error - if the result can't be put into a page
 */
export async function bundleStartScript(root: string): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      copyPublicDir: false,
      lib: { entry: join(root, ENTRY), name: 'start', formats: ['iife'] },
    },
  })
  const [first] = [result].flat()
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined
  const text = chunk?.code.trim() ?? ''
  // The policy knows it by its hash, and templates drop indentation.
  if (text === '' || text.includes('\n') || text.includes('</')) {
    throw new Error(
      `${ENTRY} can't be put into a page: expected one line without "</", got:\n${text}`,
    )
  }
  return text
}
