import { checkoutPage } from '../checkout/checkout-page.view.ts'
import { mountAll } from '../lib/mount.ts'
import { createServices } from '../site/services.ts'
import { siteModules } from '../site/site-modules.view.ts'

void mountAll([...siteModules, checkoutPage], createServices())
