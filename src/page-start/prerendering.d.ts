interface Document {
  /** Whether the page is being made ready in advance, where the browser does that. */
  readonly prerendering?: boolean
}
