import { mountAll } from '../lib/mount.ts'
import { createServices } from '../site/services.ts'
import { savedPages } from '../offline/saved-pages.view.ts'
import { siteModules } from '../site/site-modules.view.ts'

void mountAll([...siteModules, savedPages], createServices())
