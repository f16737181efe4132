import $ from 'jquery/slim'
import type { PageModule } from '../lib/mount.ts'
import { part } from '../lib/parts.ts'
import { fillCells } from './fill-cells.ts'
import { pastedText } from './pasted-text.view.ts'
import { isTable, readTable } from './read-table.ts'
import { whoText } from './row-text.ts'
import { offerChoices } from './team-choices.view.ts'
import { createRow, fixOf, renderRow } from './team-row.view.ts'
import { newRowId, newRowIds, type TeamServices } from './team-services.view.ts'
import { mountTeamTools } from './team-tools.view.ts'
import {
  addBlank,
  canonicalCell,
  EMPTY_CELLS,
  FIELDS,
  MOST_ROWS,
  removeRow,
  setCells,
  type CellField,
} from './team.ts'

/** The list as a table to type in. Each row says what it orders, or what is wrong with it. */
export const teamSheet: PageModule<TeamServices> = {
  name: 'team-sheet',
  mount($root, services) {
    const render = (): void => {
      renderRows($root, services)
      renderState($root, services)
    }
    services.onState(render)
    bindTyping($root, services)
    bindRows($root, services)
    mountTeamTools($root, services)
    render()
    // Shown once its rows are there, so that nothing below them moves.
    $root.removeAttr('data-reserved')
  },
}

function renderRows($root: JQuery, services: TeamServices): void {
  const { rows } = services.state().checked
  const body = part($root, 'rows').get(0)
  if (body === undefined) return
  const present = new Map(
    Array.from(body.children, (row) => [(row as HTMLElement).dataset['row'], row as HTMLElement]),
  )
  const wanted = rows.map((row) => present.get(row.row.id) ?? createRow($root, row.row.id))
  const kept = new Set(wanted)
  for (const element of present.values()) if (!kept.has(element)) element.remove()
  wanted.forEach((element, index) => {
    const row = rows[index]
    if (row !== undefined) renderRow($root, element, { row, index, services })
    if (body.children[index] !== element) body.insertBefore(element, body.children[index] ?? null)
  })
  part($root, 'table').prop('hidden', rows.length === 0)
  part($root, 'empty').prop('hidden', rows.length > 0)
}

function renderState($root: JQuery, services: TeamServices): void {
  const { store, t } = services
  const { checked } = services.state()
  const count = checked.rows.filter(({ isBlank }) => !isBlank).length
  write(part($root, 'count'), count === 0 ? '' : countText(count, services))
  part($root, 'next').prop('hidden', checked.problemCount === 0)
  part($root, 'system').val(store.team.system)
  for (const name of ['export', 'print', 'clear']) part($root, name).prop('hidden', count === 0)
  const fault = store.fault === null ? '' : t(`team.storage.${store.fault}`)
  // Blocked storage doesn't matter before there is something to store.
  const isTold = store.fault !== null && (store.fault !== 'blocked' || count > 0)
  write(part($root, 'fault').prop('hidden', !isTold), isTold ? fault : '')
}

function countText(count: number, { state, t }: TeamServices): string {
  const { status, checked } = state()
  const texts = [t('team.rows', { count })]
  if (status === 'loading') texts.push(t('team.checking'))
  else if (checked.problemCount > 0) texts.push(t('team.problems', { count: checked.problemCount }))
  else if (status === 'ready') texts.push(t('team.no-problems'))
  return texts.join('. ')
}

/** Only if it changes, because a live region announces the same text again. */
function write($element: JQuery, text: string): void {
  if ($element.text() !== text) $element.text(text)
}

function bindTyping($root: JQuery, services: TeamServices): void {
  const { store, t } = services
  $root.on('input', '[data-field]', (event) => {
    const { id, field, input } = positionOf(event.currentTarget as HTMLInputElement)
    store.change((team) => setCells(team, id, { [field]: input.value }))
  })
  // When a cell is left, it shows what was read.
  $root.on('change', '[data-field]', (event) => {
    const { id, field, input } = positionOf(event.currentTarget as HTMLInputElement)
    const text = canonicalCell(field, input.value)
    if (input.value !== text) input.value = text
    store.change((team) => setCells(team, id, { [field]: text }))
  })
  $root.on('focusin', '[data-field]', (event) => {
    const { id, field } = positionOf(event.currentTarget as HTMLInputElement)
    const cells = store.team.rows.find((row) => row.id === id)?.cells ?? EMPTY_CELLS
    offerChoices($root, { field, cells }, services)
  })
  $root.on('paste', '[data-field]', (event) => {
    const text = pastedText(event)
    if (!isTable(text)) return
    event.preventDefault()
    const position = positionOf(event.currentTarget as HTMLInputElement)
    const table = readTable(text, 'tabbed')
    position.input.blur()
    const newId = newRowIds()
    store.changeUndoably((team) => fillCells(team, position, { table, newId }))
    position.input.focus()
    showMessage($root, t('team.filled', { count: Math.min(table.length, MOST_ROWS) }))
  })
  $root.on('keydown', '[data-field]', (event) => {
    if (event.key !== 'Enter' || event.originalEvent?.isComposing === true) return
    event.preventDefault()
    const { id, field } = positionOf(event.currentTarget as HTMLInputElement)
    const at = store.team.rows.findIndex((row) => row.id === id)
    // As in a spreadsheet: move down, and add a row after the last.
    if (at === store.team.rows.length - 1) addRow($root, services)
    focusField($root, store.team.rows[at + 1]?.id, field)
  })
}

function bindRows($root: JQuery, services: TeamServices): void {
  const { store, t } = services
  $root.on('click', '[data-action="add-row"]', () => {
    addRow($root, services)
    focusField($root, store.team.rows.at(-1)?.id, 'athlete')
  })
  $root.on('click', '[data-action="fix"]', (event) => {
    const button = event.currentTarget as HTMLElement
    const fix = fixOf(button)
    const id = $(button).closest('[data-row]').attr('data-row') ?? ''
    if (fix === undefined) return
    store.changeUndoably((team) => setCells(team, id, fix.changes))
    const [field = 'model'] = FIELDS.filter((one) => one in fix.changes).slice(-1)
    focusField($root, id, field)
  })
  $root.on('click', '[data-action="remove-row"]', (event) => {
    const $row = $(event.currentTarget as HTMLElement).closest('[data-row]')
    const id = $row.attr('data-row') ?? ''
    const at = store.team.rows.findIndex((row) => row.id === id)
    const who = whoText(store.team.rows[at]?.cells.athlete ?? '', at, services)
    store.changeUndoably((team) => removeRow(team, id))
    showMessage($root, t('team.removed', { who }))
    const next = store.team.rows[Math.min(at, store.team.rows.length - 1)]
    if (next === undefined) part($root, 'heading').trigger('focus')
    else rowOf($root, next.id).find('[data-action="remove-row"]').trigger('focus')
  })
  $root.on('click', '[data-action="next-problem"]', () => {
    const { rows } = services.state().checked
    const next = rows.find(({ problem }) => problem !== null)
    if (next?.problem) focusField($root, next.row.id, next.problem.field)
  })
}

function addRow($root: JQuery, { store, t }: TeamServices): void {
  if (store.team.rows.length >= MOST_ROWS)
    showMessage($root, t('team.full', { count: MOST_ROWS }), false)
  const id = newRowId()
  store.change((team) => addBlank(team, id))
}

/** Says what was done, beside the button to undo it. */
function showMessage($root: JQuery, text: string, canUndo = true): void {
  part($root, 'message').text(text)
  part($root, 'undo').prop('hidden', !canUndo)
}

function positionOf(input: HTMLInputElement): {
  id: string
  field: CellField
  input: HTMLInputElement
} {
  const id = $(input).closest('[data-row]').attr('data-row') ?? ''
  const field = FIELDS.find((one) => one === input.dataset['field']) ?? 'athlete'
  return { id, field, input }
}

function rowOf($root: JQuery, id: string): JQuery {
  return part($root, 'rows')
    .children()
    .filter((_, row) => row.dataset['row'] === id)
}

function focusField($root: JQuery, id: string | undefined, field: CellField): void {
  if (id !== undefined) rowOf($root, id).find(`[data-field="${field}"]`).trigger('focus')
}
