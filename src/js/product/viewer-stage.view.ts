import { ModelViewerElement } from '@google/model-viewer'
import { $loader } from '@google/model-viewer/lib/three-components/CachingGLTFLoader.js'
import { Renderer } from '@google/model-viewer/lib/three-components/Renderer.js'
import { MeshoptDecoder } from 'three/examples/jsm/libs/meshopt_decoder.module.js'
import type { Translate } from '../lib/messages.ts'

/** A model on the page. */
export interface Stage {
  /** Show it in a colour, by code, and say so; false where it has no such variant. */
  paint(code: string, label: string): boolean
  focus(): void
  remove(): void
}

export interface StageOptions {
  readonly model: Blob
  /** Address of the picture that stands there until the model does. */
  readonly poster: string
  readonly t: Translate
  readonly signal: AbortSignal
  /** Called where the model is gone after it was shown, such as when the graphics card was reset. */
  readonly onLost: () => void
}

/** As much of three.js's loader as is used; the shop has none of its types. */
interface GltfLoader {
  setMeshoptDecoder(decoder: object): void
}

const HEIGHTS = ['', 'upper-', 'lower-'] as const
const SIDES = ['front', 'right', 'back', 'left'] as const

/** From three quarters, a little from above, as the pictures are taken. */
const ORBIT = '30deg 70deg 88%'

/**
 * Draw a model in `host`.
 *
 * @throws Error - where the file is broken, or it was closed before it was there
 */
export async function openStage(host: HTMLElement, options: StageOptions): Promise<Stage> {
  configure()
  const url = URL.createObjectURL(options.model)
  const element = new ModelViewerElement()
  const remove = (): void => {
    element.remove()
    URL.revokeObjectURL(url)
  }
  options.signal.addEventListener('abort', remove)
  prepare(element, options)
  try {
    await whenLoaded(element, () => {
      element.src = url
      host.append(element)
    })
    options.signal.throwIfAborted()
  } catch (error) {
    remove()
    throw error
  }
  element.addEventListener('error', options.onLost)
  return {
    remove,
    focus: () => focusModel(element),
    paint(code, label) {
      const isThere = element.availableVariants.includes(code)
      if (isThere) element.variantName = code
      element.alt = label
      return isThere
    },
  }
}

/** The element itself takes no focus, its drawing does, and only once the picture before it is gone. */
function focusModel(element: ModelViewerElement): void {
  const focus = (): void => {
    element.shadowRoot?.querySelector<HTMLElement>('.userInput')?.focus()
  }
  if (element.modelIsVisible) focus()
  else element.addEventListener('poster-dismissed', focus, { once: true })
}

/**
 * Its own setting for meshopt is the address of a script, which since version 4 it loads and does
 * not use: the decoder is bundled. So the loader is given the decoder itself. The other decoders
 * would come from Google's servers; the shop asks nobody else for anything, and the build says so
 * where a model needs them (generator/models.ts).
 */
function configure(): void {
  const { loader } = Renderer.singleton
  ;(loader as unknown as Record<typeof $loader, GltfLoader>)[$loader].setMeshoptDecoder(
    MeshoptDecoder,
  )
  const nowhere = `${import.meta.env.BASE_URL}models/`
  ModelViewerElement.dracoDecoderLocation = nowhere
  ModelViewerElement.ktx2TranscoderLocation = nowhere
}

function prepare(element: ModelViewerElement, { poster, t }: StageOptions): void {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  element.poster = poster
  element.a11y = JSON.stringify(spokenWords(t))
  element.cameraControls = true
  element.cameraOrbit = ORBIT
  element.minCameraOrbit = 'auto auto 60%'
  element.maxCameraOrbit = 'auto auto 160%'
  element.touchAction = 'pan-y'
  element.interactionPrompt = 'none'
  element.shadowIntensity = 0.8
  element.shadowSoftness = 0.9
  element.autoRotate = !isCalm
  element.autoRotateDelay = 2000
  element.setAttribute('rotation-per-second', '12deg')
}

/**
 * What a screen reader says of the side that is seen, by the viewer's own keys.
 *
 * @see https://modelviewer.dev/docs/index.html#entrydocs-stagingandcameras-attributes-a11y
 */
function spokenWords(t: Translate): Readonly<Record<string, string>> {
  const sides = HEIGHTS.flatMap((height) => SIDES.map((side) => `${height}${side}`))
  return {
    'interaction-prompt': t('viewer.interaction-prompt'),
    ...Object.fromEntries(sides.map((side) => [side, t(`viewer.side.${side}`)])),
  }
}

/** Settle with the first of its two events; a file that could not be read leaves an empty scene. */
function whenLoaded(element: ModelViewerElement, start: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error('The model could not be shown'))
    element.addEventListener('error', fail, { once: true })
    element.addEventListener(
      'load',
      () => {
        element.removeEventListener('error', fail)
        const { x, y, z } = element.getDimensions()
        if (Math.max(x, y, z) > 0) resolve()
        else fail()
      },
      { once: true },
    )
    start()
  })
}
