/** The host of an address: "formspree.io". Empty for an address on the shop's own host. */
export function hostOf(address: string): string {
  return /^https?:\/\/([^/?#]+)/.exec(address)?.[1] ?? ''
}
