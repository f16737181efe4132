import { fileUrl, type Site } from '../site.ts'

/** The picture at the top of an event's page. */
export interface EventPictureView {
  readonly srcset: string
  readonly src: string
  readonly width: number
  readonly height: number
  readonly alt: string
}

/** Prepare an event's picture; undefined if there is none. */
export function eventPicture(site: Site, event: string): EventPictureView | undefined {
  const files = site.pictures.ofEvent(event)
  if (files === undefined) return undefined
  return {
    srcset: files.srcset
      .map(({ path, width }) => `${fileUrl(site, path)} ${String(width)}w`)
      .join(', '),
    src: fileUrl(site, files.fallback),
    width: files.width,
    height: files.height,
    alt: site.words.t(`event.${event}.picture`),
  }
}
