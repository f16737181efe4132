import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/**
 * Make a catalogue of any number of models: the real ones, then copies with other names, addresses
 * and style codes. The copies have no pictures, so their pages show the placeholder.
 *
 * @param source - the real catalogue's folder
 * @param target - a folder to fill; its old content is deleted
 */
export function multiplyCatalogue(source: string, target: string, count: number): void {
  const products = join(target, 'products')
  rmSync(target, { recursive: true, force: true })
  cpSync(source, target, { recursive: true })
  rmSync(products, { recursive: true })
  mkdirSync(products)

  const files = readdirSync(join(source, 'products')).filter((file) => file.endsWith('.yaml'))
  const texts = files.map((file) => readFileSync(join(source, 'products', file), 'utf8'))
  for (let index = 0; index < count; index += 1) {
    const file = files[index % files.length] ?? ''
    const text = texts[index % files.length] ?? ''
    const round = Math.floor(index / files.length)
    const name = round === 0 ? file : file.replace('.yaml', `-${round}.yaml`)
    writeFileSync(join(products, name), round === 0 ? text : rename(text, index, round))
  }
}

function rename(text: string, index: number, round: number): string {
  const code = `Z${index.toString(36).toUpperCase().padStart(4, '0')}`
  return text
    .replace(/^style-code: .*$/m, `style-code: ${code}`)
    .replace(/^name: (.*)$/m, (_, name: string) => {
      return `name: ${JSON.stringify(`${String(parse(name))} ${round}`)}`
    })
}
