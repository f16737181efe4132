import { orderSheet } from '../order/order-sheet.view.ts'
import { mountAll } from '../lib/mount.ts'
import { createServices } from '../site/services.ts'
import { siteModules } from '../site/site-modules.view.ts'

void mountAll([...siteModules, orderSheet], createServices())
