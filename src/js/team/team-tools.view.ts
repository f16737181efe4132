import { part } from '../lib/parts.ts'
import { SIZE_SYSTEMS } from '../catalog/sizes.ts'
import { writeTeamCsv } from './team-csv.ts'
import type { TeamServices } from './team-services.view.ts'
import { clearRows, FIELDS } from './team.ts'

/** Actions on the whole list: size system, CSV, print, clear, undo. */
export function mountTeamTools($root: JQuery, services: TeamServices): void {
  const { state, store, t } = services
  const showMessage = (text: string, canUndo: boolean): void => {
    part($root, 'message').text(text)
    part($root, 'undo').prop('hidden', !canUndo)
  }
  part($root, 'system').on('change', (event) => {
    const chosen = (event.currentTarget as HTMLSelectElement).value
    const system = SIZE_SYSTEMS.find((one) => one === chosen)
    if (system !== undefined) store.change((team) => ({ ...team, system }))
  })
  $root.on('click', '[data-action="export"]', () => {
    exportCsv(services)
    showMessage(t('team.exported', { file: t('team.file') }), false)
  })
  $root.on('click', '[data-action="print"]', () => {
    window.print()
  })
  $root.on('click', '[data-action="clear"]', () => {
    const count = state().checked.rows.filter(({ isBlank }) => !isBlank).length
    store.changeUndoably(clearRows)
    showMessage(t('team.cleared', { count }), true)
    part($root, 'undo').trigger('focus')
  })
  $root.on('click', '[data-action="undo-rows"]', () => {
    store.undo()
    showMessage(t('team.undone'), false)
    part($root, 'heading').trigger('focus')
  })
}

function exportCsv({ state, data, t }: TeamServices): void {
  const { checked, team } = state()
  const system = team.system.toUpperCase()
  const headers = [
    ...FIELDS.map((field) =>
      field === 'size' ? t('team.header.size', { system }) : t(`team.column.${field}`),
    ),
    t('team.header.sku'),
    t('team.header.price'),
    t('team.header.total'),
  ]
  const csv = writeTeamCsv(checked.rows, { headers, currency: data.currency })
  const link = document.createElement('a')
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }))
  link.href = url
  link.download = t('team.file')
  link.click()
  // Not immediately, because Safari starts the download after the click was handled.
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 60_000)
}
