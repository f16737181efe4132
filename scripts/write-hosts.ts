// `npm run hosts` writes vercel.json, which Vercel reads before it builds: what a build would put
// into it is not known yet, so it holds what no setting of the shop changes.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { topVercelJson } from '../generator/hosting/host-files.ts'

writeFileSync(join(import.meta.dirname, '../vercel.json'), topVercelJson())
