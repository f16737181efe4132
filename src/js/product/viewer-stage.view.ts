import { ModelViewerElement } from '@google/model-viewer'
import { $loader } from '@google/model-viewer/lib/three-components/CachingGLTFLoader.js'
import { Renderer } from '@google/model-viewer/lib/three-components/Renderer.js'
import { MeshoptDecoder } from 'three/examples/jsm/libs/meshopt_decoder.module.js'
import type { Translate } from '../lib/messages.ts'

/** A 3D model on the page. */
export interface Stage {
  /** Shows it in a color, by code; false if the model lacks that color. */
  paint(code: string, label: string): boolean
  focus(): void
  remove(): void
}

export interface StageOptions {
  readonly model: Blob
  /** Address of the picture to show until the model is loaded. */
  readonly poster: string
  readonly t: Translate
  readonly signal: AbortSignal
  /** Called if the model is lost after it was shown, for example when the graphics card is reset. */
  readonly onLost: () => void
}

/** The part of three.js's loader that we use, because the shop doesn't install its types. */
interface GltfLoader {
  setMeshoptDecoder(decoder: object): void
}

const HEIGHTS = ['', 'upper-', 'lower-'] as const
const SIDES = ['front', 'right', 'back', 'left'] as const

/** Three-quarter view from slightly above, like the pictures. */
const ORBIT = '30deg 70deg 88%'

/**
 * Shows a model in `host`.
 *
 * @throws Error - if the file is broken, or the viewer was closed first
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

/** The element itself takes no focus. Its canvas does, once the poster is gone. */
function focusModel(element: ModelViewerElement): void {
  const focus = (): void => {
    element.shadowRoot?.querySelector<HTMLElement>('.userInput')?.focus()
  }
  if (element.modelIsVisible) focus()
  else element.addEventListener('poster-dismissed', focus, { once: true })
}

/**
 * The viewer's own setting for meshopt is the address of a script, which since version 4 it loads
 * but doesn't use, because the decoder is bundled. So we pass the decoder itself. The other
 * decoders would come from Google's servers, which the shop never contacts. The build reports
 * models that need them (generator/models.ts).
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

/** Settles with the first of the two events. An unreadable file leaves an empty scene. */
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
