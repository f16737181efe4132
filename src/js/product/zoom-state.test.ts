import { expect, test } from 'vitest'
import { isZoomState, ZOOM_STATE } from './zoom-state.ts'

test('a history entry of an open picture is known, and no other', () => {
  expect(isZoomState(ZOOM_STATE)).toBe(true)
  expect(isZoomState(JSON.parse(JSON.stringify(ZOOM_STATE)))).toBe(true)
  for (const other of [null, undefined, 'zoom', 1, {}, { zoom: 'side' }]) {
    expect(isZoomState(other)).toBe(false)
  }
})
