interface Document {
  /** Undefined in browsers that can't prerender. */
  readonly prerendering?: boolean
}
