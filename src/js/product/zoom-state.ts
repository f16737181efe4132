/** What the history remembers while a picture fills the screen, so that "back" closes it. */
export interface ZoomState {
  readonly zoom: true
}

/** The state to push when a picture is opened. */
export const ZOOM_STATE: ZoomState = { zoom: true }

/** Tell whether a history entry is that of an open picture. */
export function isZoomState(state: unknown): state is ZoomState {
  return typeof state === 'object' && state !== null && 'zoom' in state && state.zoom === true
}
