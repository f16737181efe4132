import { readFileSync } from 'node:fs'
import { CORE_SCHEMA, load } from 'js-yaml'
import { isNode, LineCounter, parseDocument, visit, type Document } from 'yaml'
import type { z } from 'zod'
import { explainIssue, type Problem } from './problems.ts'

/** A file that was read: its value if it is valid, its problems if it is not. */
export interface Reading<Value> {
  readonly value: Value | undefined
  readonly problems: readonly Problem[]
  /** Create a problem in this file, with the field's line. */
  readonly problemAt: (path: readonly PropertyKey[], problem: string, fix: string) => Problem
}

/**
 * Read a YAML file and check it against a schema.
 *
 * @param file - path to open, and the name to use in problems
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
 * This uses two parsers. js-yaml is five times as fast, which matters for a catalogue of thousands.
 * yaml knows the line of each field, so it only reads files that have a problem.
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
    // An unknown field is reported on its own line, not on the line of its group.
    const paths =
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [...issue.path, key])
        : [issue.path]
    return paths.map((path) => problemAt(path, problem, fix))
  })
  return { value: undefined, problems, problemAt }
}

/** The file's value, or undefined if it isn't valid YAML; no schema accepts undefined. */
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
    problem: `"*${anchor}" refers to an anchor that does not exist`,
    fix: 'put text that starts with * in quotes',
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
 * Parses the file again to find a problem's line. Keeping every parsed document would take 90 KB
 * each, and most files have no problem.
 */
function createProblemAt(name: string, text: string): Reading<unknown>['problemAt'] {
  return (path, problem, fix) => ({
    where: `${name}${lineOf(parseText(text), path)}`,
    field: path.map(String).join('.'),
    problem,
    fix,
  })
}

/** In YAML, text that starts with `*` refers to an anchor; most owners do not mean that. */
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

/** ":12" for the field, or for its nearest parent that is in the file. */
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
