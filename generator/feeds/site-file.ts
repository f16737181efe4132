/** A file in addition to the pages; `path` is under `dist/`. */
export interface SiteFile {
  readonly path: string
  readonly text: string
}
