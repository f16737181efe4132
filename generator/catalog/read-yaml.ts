import { readFileSync } from 'node:fs'
import { CORE_SCHEMA, load } from 'js-yaml'
import { isNode, LineCounter, parseDocument, visit, type Document } from 'yaml'
import type { z } from 'zod'
import { explainIssue, type Problem } from './problems.ts'

/** A file read: its value where it is right, and what is wrong where it is not. */
export interface Reading<Value> {
  readonly value: Value | undefined
  readonly problems: readonly Problem[]
  /** Make a problem of this file, with the line of the field. */
  readonly problemAt: (path: readonly PropertyKey[], problem: string, fix: string) => Problem
}

/**
 * Read a YAML file by a schema.
 *
 * @param file - path to open, and the name problems should call it by
 * @param schema - what the file must hold
 */
export function readYaml<Schema extends z.ZodType>(
  { file, name }: { file: string; name: string },
  schema: Schema,
): Reading<z.output<Schema>> {
  return readYamlText({ name, text: readFileSync(file, 'utf8') }, schema)
}

/**
 * Read a text in YAML by a schema.
 *
 * Two parsers share the work. js-yaml reads five times as fast, which is most of what a catalogue
 * of thousands costs; yaml knows on which line each field stands, and is asked only about a file
 * that has something wrong.
 *
 * @param text - with the name problems should call it by
 * @param schema - what the text must hold
 */
export function readYamlText<Schema extends z.ZodType>(
  { name, text }: { name: string; text: string },
  schema: Schema,
): Reading<z.output<Schema>> {
  const problemAt = createProblemAt(name, text)
  const quick = schema.safeParse(loadQuickly(text))
  if (quick.success) return { value: quick.data, problems: [], problemAt }

  const parsed = parseText(text)
  const syntax = syntaxProblems(name, parsed)
  if (syntax.length > 0) return { value: undefined, problems: syntax, problemAt }

  const result = schema.safeParse(parsed.document.toJS(), { reportInput: true })
  if (result.success) return { value: result.data, problems: [], problemAt }
  const problems = result.error.issues.flatMap((issue) => {
    const { problem, fix } = explainIssue(issue)
    // An unknown field is a problem of its own line, not of the group it stands in.
    const paths =
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [...issue.path, key])
        : [issue.path]
    return paths.map((path) => problemAt(path, problem, fix))
  })
  return { value: undefined, problems, problemAt }
}

/** The file's value, or undefined where it is no YAML, which no schema accepts. */
function loadQuickly(text: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA })
  } catch {
    return undefined
  }
}

function syntaxProblems(name: string, { document, lines }: Parsed): readonly Problem[] {
  const syntax = document.errors.map(({ message, linePos }) => ({
    where: `${name}:${String(linePos?.[0].line ?? 1)}`,
    field: '',
    problem: message.split('\n', 1)[0] ?? message,
    fix: 'check the indentation, the quotes and the colons on this line',
  }))
  const aliases = findLooseAliases(document, (offset, anchor) => ({
    where: `${name}:${String(lines.linePos(offset).line)}`,
    field: '',
    problem: `"*${anchor}" refers to nothing`,
    fix: 'put a text that begins with * in quotes',
  }))
  return [...syntax, ...aliases]
}

interface Parsed {
  readonly document: Document
  readonly lines: LineCounter
}

function parseText(text: string): Parsed {
  const lines = new LineCounter()
  return { document: parseDocument(text, { lineCounter: lines }), lines }
}

/**
 * Parses again for the line of a problem. To keep every document until all are read would take
 * ninety kilobytes each, for a problem that most have not.
 */
function createProblemAt(name: string, text: string): Reading<unknown>['problemAt'] {
  return (path, problem, fix) => ({
    where: `${name}${lineOf(parseText(text), path)}`,
    field: path.map(String).join('.'),
    problem,
    fix,
  })
}

/** A text that begins with `*` refers to an anchor, in YAML; most likely none is meant. */
function findLooseAliases(
  document: Document,
  problemOn: (offset: number, name: string) => Problem,
): Problem[] {
  const problems: Problem[] = []
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return
      problems.push(problemOn(alias.range?.[0] ?? 0, alias.source))
    },
  })
  return problems
}

/** ":12" for the field, or for the nearest field above it that stands in the file. */
function lineOf({ document, lines }: Parsed, path: readonly PropertyKey[]): string {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth).map(toYamlKey), true)
    if (isNode(node) && node.range) return `:${String(lines.linePos(node.range[0]).line)}`
  }
  return ''
}

function toYamlKey(key: PropertyKey): unknown {
  const text = String(key)
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text
}
