import { Hash, LookupType, Tag } from 'liquidjs'
import type { Context, Emitter, Liquid, TagToken, TopLevelToken } from 'liquidjs'

type Arguments = Readonly<Record<string, unknown>>

/**
 * `{% render 'name', card: card %}`, as Liquid's own but for one thing: the HTML is kept with the
 * object it was made of. A partial sees nothing but what it is given, so the same things make the
 * same HTML, and a card that is in twenty lists is filled once.
 */
export class RenderTag extends Tag {
  readonly #partial: string
  readonly #arguments: Hash
  readonly #kept = new WeakMap<object, Map<string, string>>()

  constructor(token: TagToken, remainTokens: TopLevelToken[], liquid: Liquid) {
    super(token, remainTokens, liquid)
    const name = /^'([a-z-]+)'/.exec(token.args)?.[1]
    if (name === undefined) throw new Error(`{% render ${token.args} %} needs a quoted name`)
    this.#partial = name
    this.#arguments = new Hash(token.args.slice(name.length + 2))
  }

  /** Called by Liquid. */
  *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const given = (yield this.#arguments.render(context)) as Arguments
    const kept = this.#keptFor(given)
    const key = keyOf(given)
    let html = kept?.get(key)
    if (html === undefined) {
      // Parsed once by Liquid's own cache, which is off in dev.
      const templates = this.liquid.parseFileSync(this.#partial, LookupType.Partials)
      html = (yield this.liquid.renderer.renderTemplates(templates, context.spawn(given))) as string
      kept?.set(key, html)
    }
    emitter.write(html)
  }

  /** Where to keep what is made of one object; what is made of several is seldom asked for again. */
  #keptFor(given: Arguments): Map<string, string> | undefined {
    const objects = Object.values(given).filter((value) => typeof value === 'object')
    const [owner = this] = objects
    if (objects.length > 1 || owner === null) return undefined
    const kept = this.#kept.get(owner) ?? new Map<string, string>()
    this.#kept.set(owner, kept)
    return kept
  }
}

/** The words and numbers given beside the object. */
function keyOf(given: Arguments): string {
  return Object.values(given)
    .filter((value) => typeof value !== 'object')
    .join('\n')
}
