import { addToCart } from '../cart/add-to-cart.view.ts'
import { cartDrawer } from '../cart/cart-drawer.view.ts'
import { mountAll } from '../lib/mount.ts'
import { createServices } from '../site/services.ts'
import { gallery } from '../product/gallery.view.ts'
import { viewer } from '../product/viewer.view.ts'
import { variantPicker } from '../product/variant-picker.view.ts'
import { siteModules } from '../site/site-modules.view.ts'

void mountAll(
  [...siteModules, variantPicker, cartDrawer, addToCart, gallery, viewer],
  createServices(),
)
