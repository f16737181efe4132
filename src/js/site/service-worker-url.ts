interface Policy {
  createScriptURL(url: string): string
}

interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy
}

/**
 * Name the one script that may be loaded by a text. Browsers that know Trusted Types, which our
 * content security policy asks for, take it from the policy "cinder" only.
 *
 * @param base - path of the site, with a slash at the end
 * @param trustedTypes - the browser's, where it has them
 */
export function serviceWorkerUrl(
  base: string,
  trustedTypes = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes,
): string {
  const url = `${base}sw.js`
  const policy = trustedTypes?.createPolicy('cinder', {
    createScriptURL: (asked) => {
      if (asked !== url) throw new TypeError(`No script of ours: ${asked}`)
      return asked
    },
  })
  return policy?.createScriptURL(url) ?? url
}
