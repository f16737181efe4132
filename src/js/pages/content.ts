import { mountAll } from '../lib/mount.ts'
import { createServices } from '../site/services.ts'
import { mistypedAddress } from '../site/mistyped-address.view.ts'
import { siteModules } from '../site/site-modules.view.ts'

void mountAll([...siteModules, mistypedAddress], createServices())
