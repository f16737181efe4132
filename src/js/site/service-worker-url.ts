interface Policy {
  createScriptURL(url: string): string
}

interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy
}

/**
 * Make the address of the service worker. In browsers with Trusted Types, which our content
 * security policy requires, it is the one address that the policy "cinder" allows.
 *
 * @param base - path of the site, with a slash at the end
 * @param trustedTypes - the browser's, if it has them
 */
export function serviceWorkerUrl(
  base: string,
  trustedTypes = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes,
): string {
  const url = `${base}sw.js`
  const policy = trustedTypes?.createPolicy('cinder', {
    createScriptURL: (asked) => {
      if (asked !== url) throw new TypeError(`Not the service worker: ${asked}`)
      return asked
    },
  })
  return policy?.createScriptURL(url) ?? url
}
