import { productList } from '../filters/product-list.view.ts'
import { mountAll } from '../lib/mount.ts'
import { createServices } from '../site/services.ts'
import { siteModules } from '../site/site-modules.view.ts'

// The list first: where the address asks for something, it is hidden until that is found.
void mountAll([productList, ...siteModules], createServices())
