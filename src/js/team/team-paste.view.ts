import type { PageModule } from '../lib/mount.ts'
import { part } from '../lib/parts.ts'
import { decodeText } from './decode-text.ts'
import { pastedText } from './pasted-text.view.ts'
import { isTable } from './read-table.ts'
import { rosterText } from './roster-text.ts'
import { takeRoster } from './take-roster.ts'
import { newRowId, type TeamServices } from './team-services.view.ts'

/** Adds a list from the clipboard or from a file. */
export const teamPaste: PageModule<TeamServices> = {
  name: 'team-paste',
  mount($root, services) {
    const $text = part($root, 'text')
    const take = (text: string): void => {
      const isTaken = takeText($root, text, services)
      if (isTaken) $text.val('')
    }
    $root.removeAttr('data-reserved')
    $text.on('paste', (event) => {
      const text = pastedText(event)
      if (!isTable(text)) return
      event.preventDefault()
      take(String($text.val()) === '' ? text : `${String($text.val())}\n${text}`)
    })
    $root.on('click', '[data-action="add-pasted"]', () => {
      take(String($text.val()))
    })
    part($root, 'file').on('change', (event) => {
      void readFile($root, event.currentTarget as HTMLInputElement, take)
    })
    $root.on('click', '[data-action="undo-pasted"]', () => {
      services.store.undo()
      part($root, 'message').text(services.t('team.undone'))
      part($root, 'undo').prop('hidden', true)
      $text.trigger('focus')
    })

    async function readFile(
      $target: JQuery,
      input: HTMLInputElement,
      use: (text: string) => void,
    ): Promise<void> {
      const [file] = input.files ?? []
      if (file === undefined) return
      try {
        use(decodeText(new Uint8Array(await file.arrayBuffer())))
      } catch {
        part($target, 'message').text(services.t('team.file-failed'))
      }
      // So that choosing the same file again reads it again.
      input.value = ''
    }
  },
}

function takeText($root: JQuery, text: string, { store, t, columnNames }: TeamServices): boolean {
  const taken = takeRoster(text, store.team, { names: columnNames, newId: newRowId })
  const isTaken = taken.rows.length > taken.leftOutCount
  if (isTaken) store.changeUndoably(taken.operation)
  part($root, 'message').text(rosterText(taken, t))
  part($root, 'undo').prop('hidden', !isTaken)
  return isTaken
}
