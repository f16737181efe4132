// Both parts in one file that comes when a code is asked for.
export { generate } from 'lean-qr'
export { toSvgPath } from 'lean-qr/extras/svg'
