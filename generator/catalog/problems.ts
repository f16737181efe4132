import type { z } from 'zod'

/** One mistake in the catalogue, and how to fix it. */
export interface Problem {
  /** File path, with the line if it is known: "catalog/shop.yaml:12". */
  readonly where: string
  /** Path of the field, such as "colours.2.palette.upper"; empty for the whole file. */
  readonly field: string
  readonly problem: string
  readonly fix: string
}

/** What is said of a field that the schema doesn't have; pages list theirs beside it. */
export const UNKNOWN_FIELD = 'is not a known field'

/** All mistakes in the catalogue, or in the pages, in one error. */
export class CatalogueError extends Error {
  // Private, because Vite prints every public field of an error.
  readonly #problems: readonly Problem[]

  /** @param subject - what has them, with its verb */
  constructor(problems: readonly Problem[], subject = 'Your catalog has') {
    super(describeProblems(problems, subject))
    this.#problems = problems
    // A stack trace into our code does not help the owner of a YAML file.
    this.stack = this.message
  }

  get problems(): readonly Problem[] {
    return this.#problems
  }
}

function describeProblems(problems: readonly Problem[], subject: string): string {
  const count = problems.length === 1 ? 'one mistake' : `${String(problems.length)} mistakes`
  const list = problems.map(
    ({ where, field, problem, fix }) =>
      `  ${where}\n    ${field === '' ? '' : `${field}: `}${problem}\n    Fix: ${fix}\n`,
  )
  return `${subject} ${count}:\n\n${list.join('\n')}`
}

/** Explain zod's issue in words an owner understands. */
export function explainIssue(issue: z.core.$ZodIssue): Pick<Problem, 'problem' | 'fix'> {
  switch (issue.code) {
    case 'invalid_type':
      return explainType(issue.expected, issue.input)
    case 'invalid_value':
      return explainValue(issue.values, issue.input)
    case 'invalid_key':
      return {
        problem: 'is not a valid name',
        fix: issue.issues.map(({ message }) => message).join('; '),
      }
    case 'unrecognized_keys':
      return {
        problem: UNKNOWN_FIELD,
        fix: 'check the spelling or remove it; docs/selling.md lists the fields',
      }
    case 'too_small':
      return {
        problem: `${show(issue.input)} is below the minimum`,
        fix: limit('use at least', issue.minimum, issue.origin),
      }
    case 'too_big':
      return {
        problem: `${show(issue.input)} is over the limit`,
        fix: limit('use at most', issue.maximum, issue.origin),
      }
    case 'not_multiple_of':
      return {
        problem: `${show(issue.input)} has too many decimal places`,
        fix: `round it to the nearest ${String(issue.divisor)}`,
      }
    case 'invalid_union':
      return issue.errors.length > 0
        ? {
            problem: `is ${show(issue.input)}, not text`,
            fix: 'write text, or one text per language such as { en: … }',
          }
        : {
            problem: 'does not say what kind of product it is',
            fix: 'add `kind: shoe` or `kind: accessory`',
          }
    default:
      return { problem: `${show(issue.input)} is not valid`, fix: issue.message }
  }
}

function explainValue(known: readonly unknown[], input: unknown): Pick<Problem, 'problem' | 'fix'> {
  const problem = input === undefined ? 'is missing' : `is ${show(input)}, which is not an option`
  return { problem, fix: `use one of: ${known.map(String).join(', ')}` }
}

function explainType(expected: string, input: unknown): Pick<Problem, 'problem' | 'fix'> {
  if (input === undefined)
    return { problem: 'is missing', fix: `add ${NOUNS[expected] ?? expected}` }
  const fix =
    typeof input === 'string' && (expected === 'number' || expected === 'int')
      ? 'write a number without quotes and without a unit, such as 129.95'
      : `write ${NOUNS[expected] ?? expected} here`
  return { problem: `is ${show(input)}, not ${NOUNS[expected] ?? expected}`, fix }
}

const NOUNS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'a group of fields',
  record: 'a group of fields',
  string: 'text',
}

function limit(words: string, value: number | bigint, origin: string): string {
  const units: Readonly<Record<string, string>> = { string: 'character', array: 'item' }
  const unit = units[origin]
  if (unit === undefined) return `${words} ${String(value)}`
  return `${words} ${String(value)} ${unit}${Number(value) === 1 ? '' : 's'}`
}

function show(input: unknown): string {
  if (input === undefined) return 'nothing'
  const text = JSON.stringify(input)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
