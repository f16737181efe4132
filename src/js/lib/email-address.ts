/** Anything beyond ASCII but blanks and what no one sees: letters of every script, and emoji. */
const BEYOND = String.raw`[^\0-\x7F\p{Cc}\p{Cf}\p{Cs}\p{Z}]`
const LETTER = String.raw`(?:[\dA-Za-z]|${BEYOND})`

/**
 * An email address as `<input type="email">` takes it, with letters of any script besides (RFC
 * 6531). Browsers differ in those, so the shop's fields don't use that type.
 *
 * @see https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
 */
export const EMAIL = new RegExp(
  String.raw`^(?:[\w.!#$%&'*+\/=?^${'`'}{|}~\-]|${BEYOND})+@` +
    String.raw`${LETTER}(?:(?:${LETTER}|-){0,61}${LETTER})?` +
    String.raw`(?:\.${LETTER}(?:(?:${LETTER}|-){0,61}${LETTER})?)*$`,
  'u',
)

/** Write an email address into a link: it may contain `%`, `?` or `&`, which would end it. */
export function mailtoHref(email: string): string {
  return `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`
}
