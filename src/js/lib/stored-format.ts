/** What could be read of a stored text. */
export interface Parsed<Value> {
  readonly value: Value
  /**
   * False if the text contains anything that the value doesn't. The text is then kept aside under
   * `<key>.unreadable`.
   */
  readonly isWhole: boolean
}

/** How a value is kept in storage. */
export interface StoredFormat<Value> {
  readonly key: string
  /**
   * Whether several tabs may change the value at once. If so, each write is announced under
   * `<key>.writing`, and changes that another tab wrote over are made again.
   */
  readonly isShared: boolean
  /**
   * Read a stored text, whatever it is, without throwing.
   *
   * @param text - null if nothing is stored
   */
  parse(text: string | null): Parsed<Value>
  /** Write the value as text; null if nothing should be stored. */
  serialize(value: Value): string | null
}
