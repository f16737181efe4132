import { mix, shade } from '../core/colour.ts'
import { element, group, line, path, type Definitions, type Stop } from '../core/svg.ts'

/** Light over a bar whose length runs across the picture. */
function bar(colour: string): Stop[] {
  return [
    [0, shade(colour, -0.24)],
    [0.22, shade(colour, -0.04)],
    [0.6, shade(colour, 0.02)],
    [0.74, mix(colour, '#ffffff', 0.6)],
    [0.84, shade(colour, 0.04)],
    [1, shade(colour, -0.12)],
  ]
}

/** The T-handle with its loop, upright around 0, 0. */
function handle(defs: Definitions, colour: string): string {
  const grip = { x: -46, y: -190, width: 92, height: 380, rx: 46 }
  const across: Stop[] = [
    [0, shade(colour, -0.1)],
    [0.2, mix(colour, '#ffffff', 0.34)],
    [0.38, colour],
    [0.75, shade(colour, -0.06)],
    [1, shade(colour, -0.2)],
  ]
  const grooves = [-132, -108, -84, 84, 108, 132]
    .map((y) => `M-40 ${y}C-14 ${y - 7} 14 ${y - 7} 40 ${y}`)
    .join('')
  return (
    element('rect', { ...grip, fill: defs.across(across) }) +
    line(grooves, { stroke: '#0d0c10', 'stroke-width': 5, opacity: 0.3 }) +
    line(grooves, {
      stroke: '#ffffff',
      'stroke-width': 2,
      opacity: 0.2,
      transform: 'translate(0 -4)',
    }) +
    element('circle', { cx: -2, cy: 0, r: 30, fill: shade(colour, -0.1) }) +
    element('circle', { cx: -2, cy: 0, r: 17, fill: '#EFEDE8' }) +
    element('circle', { cx: -2, cy: 0, r: 17, fill: '#24222a', opacity: 0.3 })
  )
}

/** Shaft, shoulder and slotted socket, from the handle to the right. */
function shaft(defs: Definitions, colour: string): string {
  const fill = defs.across(bar(colour), true)
  const edge = { stroke: shade(colour, -0.3), 'stroke-width': 1.2 }
  return (
    path('M36 21H520V-21H36Z', { fill, ...edge }) +
    path('M34 40H96L112 21V-21L96 -40H34Z', { fill, ...edge }) +
    path('M500 21L524 36H640L652 28V-28L640 -36H524L500 -21Z', { fill, ...edge }) +
    path('M604 11H652V-11H604C596 -11 596 11 604 11Z', { fill: '#17171b', opacity: 0.85 }) +
    line('M540 34V-34M556 34V-34', { stroke: '#1c1d22', 'stroke-width': 3, opacity: 0.35 })
  )
}

/** A spike key lying on the panel, on an area of 1000 by 560 with its foot at 0. */
export function drawKey(defs: Definitions, main: string, accent: string): string {
  const silhouette =
    element('rect', { x: -46, y: -190, width: 92, height: 380, rx: 46 }) +
    path('M34 36H652V-36H34Z', {})
  return group(
    { transform: 'translate(200 196) rotate(14)' },
    group(
      { fill: '#24222a', opacity: 0.36, filter: defs.blur(12), transform: 'translate(14 -20)' },
      silhouette,
    ),
    shaft(defs, accent),
    handle(defs, main),
  )
}
