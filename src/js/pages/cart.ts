import { cartLines } from '../cart/cart-lines.view.ts'
import { mountAll } from '../lib/mount.ts'
import { createServices } from '../site/services.ts'
import { siteModules } from '../site/site-modules.view.ts'

void mountAll([...siteModules, cartLines], createServices())
