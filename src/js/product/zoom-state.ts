/** The history entry of a full-screen picture, so that "back" closes it. */
export interface ZoomState {
  readonly zoom: true
}

export const ZOOM_STATE: ZoomState = { zoom: true }

export function isZoomState(state: unknown): state is ZoomState {
  return typeof state === 'object' && state !== null && 'zoom' in state && state.zoom === true
}
