import $ from 'jquery/slim'

/**
 * Find a module's part, `[data-part="<name>"]`, that belongs to `$root` and not to a module inside
 * it.
 *
 * @throws Error - if the markup lacks it; the message names the module and the part
 */
export function part($root: JQuery, name: string): JQuery {
  const $parts = parts($root, name)
  if ($parts.length === 0) {
    throw new Error(`Module "${$root.attr('data-module') ?? '?'}" has no part "${name}"`)
  }
  return $parts.first()
}

/** Find all parts of a module with one name, even if there are none. */
export function parts($root: JQuery, name: string): JQuery {
  const root = $root.get(0)
  return $root
    .find(`[data-part~="${name}"]`)
    .filter((_, element) => $(element).parent().closest('[data-module]').get(0) === root)
}

/** Clone the element inside a module's `<template data-part>`. */
export function cloneTemplate($root: JQuery, name: string): JQuery {
  const template = part($root, name).get(0)
  if (!(template instanceof HTMLTemplateElement) || !template.content.firstElementChild) {
    throw new Error(`Part "${name}" is not a filled template`)
  }
  return $(template.content.firstElementChild.cloneNode(true) as HTMLElement)
}
