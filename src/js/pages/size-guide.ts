import { mountAll } from '../lib/mount.ts'
import { createServices } from '../site/services.ts'
import { sizeFinder } from '../product/size-finder.view.ts'
import { siteModules } from '../site/site-modules.view.ts'

void mountAll([...siteModules, sizeFinder], createServices())
