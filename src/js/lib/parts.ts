import $ from 'jquery/slim'

/**
 * Find a module's part, `[data-part="<name>"]`, that belongs to `$root` and not to a module nested
 * in it.
 *
 * @throws Error - naming module and part, when the markup lacks it
 */
export function part($root: JQuery, name: string): JQuery {
  const $parts = parts($root, name)
  if ($parts.length === 0) {
    throw new Error(`Module "${$root.attr('data-module') ?? '?'}" has no part "${name}"`)
  }
  return $parts.first()
}

/** Find all of a module's parts of one name; none is fine. */
export function parts($root: JQuery, name: string): JQuery {
  const root = $root.get(0)
  return $root
    .find(`[data-part~="${name}"]`)
    .filter((_, element) => $(element).parent().closest('[data-module]').get(0) === root)
}

/** Clone the element that a module's `<template data-part>` holds. */
export function cloneTemplate($root: JQuery, name: string): JQuery {
  const template = part($root, name).get(0)
  if (!(template instanceof HTMLTemplateElement) || !template.content.firstElementChild) {
    throw new Error(`Part "${name}" is no filled template`)
  }
  return $(template.content.firstElementChild.cloneNode(true) as HTMLElement)
}
