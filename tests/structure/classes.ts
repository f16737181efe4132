import { matchesIn } from './sources.ts'

/** The classes in a template; a `*` is what Liquid writes there. */
export function classesInHtml(text: string): readonly string[] {
  const markup = text.replace(/\{\{.*?\}\}/gs, '*').replace(/\{%.*?%\}/gs, ' ')
  return matchesIn(markup, /\bclass="([^"]*)"/g).flatMap((names) => names.trim().split(/\s+/))
}

/** The classes that SCSS styles. */
export function classesInScss(text: string): readonly string[] {
  const selectors = text
    .replace(/\/\/.*$/gm, '')
    .replace(/(['"]).*?\1|#\{.*?\}/g, '')
    .match(/[^;{}]+(?=\{)/g)
  return (selectors ?? [])
    .filter((selector) => !selector.trim().startsWith('@'))
    .flatMap((selector) => matchesIn(selector, /\.([a-zA-Z][\w-]*)/g))
}
