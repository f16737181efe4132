import type { z } from 'zod'

/** One mistake in the catalogue, told so that its owner can mend it. */
export interface Problem {
  /** File as the owner sees it, with the line where one is known: "catalog/shop.yaml:12". */
  readonly where: string
  /** Path of the field, such as "colours.2.palette.upper"; empty for the file as a whole. */
  readonly field: string
  readonly problem: string
  readonly fix: string
}

/** Everything that is wrong with the catalogue, or with the pages, in one error. */
export class CatalogueError extends Error {
  // Private, and the name on the prototype: Vite prints whatever else it finds on an error.
  readonly #problems: readonly Problem[]

  /** @param subject - what has them, with its verb */
  constructor(problems: readonly Problem[], subject = 'The catalogue has') {
    super(describeProblems(problems, subject))
    this.#problems = problems
    // The place in our own code helps nobody who mends a YAML file.
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

/** What zod found, in an owner's words. */
export function explainIssue(issue: z.core.$ZodIssue): Pick<Problem, 'problem' | 'fix'> {
  switch (issue.code) {
    case 'invalid_type':
      return explainType(issue.expected, issue.input)
    case 'invalid_value':
      return explainValue(issue.values, issue.input)
    case 'invalid_key':
      return {
        problem: 'can not be called that',
        fix: issue.issues.map(({ message }) => message).join('; '),
      }
    case 'unrecognized_keys':
      return {
        problem: 'is a field that is not known',
        fix: 'correct its spelling or remove it; docs/selling.md lists the fields',
      }
    case 'too_small':
      return {
        problem: `${show(issue.input)} is too little`,
        fix: limit('at least', issue.minimum, issue.origin),
      }
    case 'too_big':
      return {
        problem: `${show(issue.input)} is too much`,
        fix: limit('at most', issue.maximum, issue.origin),
      }
    case 'not_multiple_of':
      return {
        problem: `${show(issue.input)} is too exact`,
        fix: `give it to the nearest ${String(issue.divisor)}`,
      }
    case 'invalid_union':
      return issue.errors.length > 0
        ? {
            problem: `${show(issue.input)} does not fit here`,
            fix: 'write a text, or one text per language such as { en: … }',
          }
        : {
            problem: 'does not say what kind of product it is',
            fix: 'write `kind: shoe` or `kind: accessory`',
          }
    default:
      return { problem: `${show(issue.input)} is not right`, fix: issue.message }
  }
}

function explainValue(known: readonly unknown[], input: unknown): Pick<Problem, 'problem' | 'fix'> {
  const problem = input === undefined ? 'is missing' : `is ${show(input)}, which is not known`
  return { problem, fix: `use one of: ${known.map(String).join(', ')}` }
}

function explainType(expected: string, input: unknown): Pick<Problem, 'problem' | 'fix'> {
  if (input === undefined)
    return { problem: 'is missing', fix: `add it: ${NOUNS[expected] ?? expected}` }
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
  string: 'a text',
}

function limit(words: string, value: number | bigint, origin: string): string {
  const units: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' }
  return `${words} ${String(value)}${units[origin] ?? ''}`
}

function show(input: unknown): string {
  if (input === undefined) return 'nothing'
  const text = JSON.stringify(input)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
