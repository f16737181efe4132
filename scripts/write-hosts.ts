// `npm run hosts` writes vercel.json. Vercel reads it before the build, so it only contains what
// doesn't depend on the shop's settings.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { topVercelJson } from '../generator/hosting/host-files.ts'

writeFileSync(join(import.meta.dirname, '../vercel.json'), topVercelJson())
