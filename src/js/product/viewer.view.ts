import type { ProductData } from '../catalog/product-data.ts'
import { loadLater } from '../lib/load-later.view.ts'
import type { PageModule } from '../lib/mount.ts'
import { part, parts } from '../lib/parts.ts'
import { readJson, type Services } from '../site/services.ts'
import { readChoice } from './choice-fields.view.ts'
import type { Stage, StageOptions } from './viewer-stage.view.ts'

/** The 3D model: loaded on request, closed with Esc. Without it the pictures stay. */
export const viewer: PageModule<Services> = {
  name: 'viewer',
  mount($root, services) {
    const $viewer = parts($root, 'viewer')
    if ($viewer.length === 0) return
    const product = readJson(part($root, 'product').get(0)) as ProductData
    const $form = part($root, 'form')
    const choice = (): { name: string; code: string; colour: string } => {
      const { colour: code } = readChoice($form, product)
      const colour = product.colours.find((one) => one.code === code)?.name ?? ''
      return { name: product.name, code, colour }
    }
    const control = createViewer($root, services, choice)
    $root.on('click', '[data-action="open-viewer"]', () => void control.open())
    // Choosing a picture closes the model in front of it.
    $root.on('click', '[data-action="close-viewer"], [data-action="show-view"]', () => {
      control.close()
    })
    $viewer.on('keydown', ({ key }) => {
      if (key === 'Escape') control.close()
    })
    $form.on('change', 'input[name="colour"]', () => control.paint())
    $viewer.prop('hidden', false)
  },
}

interface Viewer {
  open(): Promise<void>
  close(): void
  /** Shows the chosen color. */
  paint(): void
}

type Choice = () => { readonly name: string; readonly code: string; readonly colour: string }
type State = 'closed' | 'loading' | 'open' | 'failed'

function createViewer($root: JQuery, { t }: Services, choice: Choice): Viewer {
  let stage: Stage | undefined
  let opening: AbortController | undefined
  const leave = (state: 'closed' | 'failed', message = ''): void => {
    opening?.abort()
    stage?.remove()
    stage = undefined
    const hadFocus = part($root, 'viewer').is(':focus-within')
    show($root, state, message)
    if (hadFocus) part($root, 'viewer-open').trigger('focus')
  }
  const paint = (): void => {
    if (stage === undefined) return
    const { name, code, colour } = choice()
    const isShown = stage.paint(code, t('viewer.label', { name, colour }))
    part($root, 'viewer-message').text(isShown ? '' : t('viewer.other-colour', { colour }))
  }
  const open = async (): Promise<void> => {
    show($root, 'loading', t('viewer.loading'))
    part($root, 'viewer-close').trigger('focus')
    const { signal } = (opening = new AbortController())
    try {
      const onLost = (): void => leave('failed', t('viewer.failed'))
      stage = await loadStage($root, { t, signal, onLost })
      show($root, 'open')
      paint()
      stage.focus()
    } catch {
      // Not a failure if it was closed in the meantime.
      if (!signal.aborted) leave('failed', t('viewer.failed'))
    }
  }
  return {
    paint,
    close: () => leave('closed'),
    async open() {
      if (hasWebGl()) await open()
      else show($root, 'failed', t('viewer.no-webgl'))
    },
  }
}

function show($root: JQuery, state: State, message = ''): void {
  const isClosed = state === 'closed' || state === 'failed'
  part($root, 'viewer').attr('data-state', state)
  part($root, 'viewer-message').text(message)
  part($root, 'viewer-hint').prop('hidden', state !== 'open')
  part($root, 'viewer-open').prop('hidden', !isClosed)
  part($root, 'viewer-close').prop('hidden', isClosed)
}

type StageSetting = Pick<StageOptions, 't' | 'signal' | 'onLost'>

async function loadStage($root: JQuery, setting: StageSetting): Promise<Stage> {
  const host = part($root, 'viewer-stage').get(0)
  const url = part($root, 'viewer').attr('data-model')
  if (host === undefined || url === undefined) throw new Error('The viewer has no model')
  // Load both at once: the viewer is larger than most models.
  const [{ openStage }, model] = await Promise.all([
    loadLater('viewer-stage', () => import('./viewer-stage.view.ts')),
    fetchModel(url, setting.signal),
  ])
  const $pictures = parts($root, 'set').not('[hidden]').find<HTMLImageElement>('img')
  const poster = $pictures.get(0)?.currentSrc ?? ''
  return openStage(host, { model, poster, ...setting })
}

/**
 * Loads the model's bytes. We load them ourselves because some hosts answer a missing file with an
 * HTML page and status 200, which must not be taken for a model.
 */
async function fetchModel(url: string, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(url, { signal })
  if (!response.ok) throw new Error(`${url}: ${String(response.status)}`)
  const blob = await response.blob()
  if ((await blob.slice(0, 4).text()) !== 'glTF') throw new Error(`${url} is not a GLB file`)
  return blob
}

/** Whether this browser can show it, checked before anything is loaded. */
function hasWebGl(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null
  } catch {
    return false
  }
}
