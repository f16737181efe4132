import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp from 'sharp'

const TILE = [300, 225] as const
const GAP = 10
const COLUMNS = 6

/**
 * Writes the pictures of `keys` onto one contact sheet. Each is taken from the first folder that has
 * it.
 */
export async function writeContactSheet(
  keys: readonly string[],
  { folders, view }: { readonly folders: readonly string[]; readonly view: string },
  file: string,
): Promise<void> {
  const made = keys.flatMap((key) => {
    const names = folders.map((folder) => join(folder, key, `${view}-800.webp`))
    return names.find((name) => existsSync(name)) ?? []
  })
  const tiles = await Promise.all(
    made.map(async (name, i) => ({
      input: await sharp(name).resize(TILE[0], TILE[1]).toBuffer(),
      left: GAP + (i % COLUMNS) * (TILE[0] + GAP),
      top: GAP + Math.floor(i / COLUMNS) * (TILE[1] + GAP),
    })),
  )
  const rows = Math.max(1, Math.ceil(made.length / COLUMNS))
  await mkdir(dirname(file), { recursive: true })
  await sharp({
    create: {
      width: GAP + COLUMNS * (TILE[0] + GAP),
      height: GAP + rows * (TILE[1] + GAP),
      channels: 3,
      background: '#ffffff',
    },
  })
    .composite(tiles)
    .png()
    .toFile(file)
}
