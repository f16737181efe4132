// A file of its own: team order needs the widths, and no other list of vocabulary.ts.

/** Fitting of the last: narrow is a B, regular a D, wide a 2E on the men's scale. */
export const WIDTHS = ['narrow', 'regular', 'wide'] as const

/** One of {@link WIDTHS}. */
export type Width = (typeof WIDTHS)[number]
