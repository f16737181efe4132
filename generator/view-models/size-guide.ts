import { sizeChart, type SizeRow } from '../../src/js/catalog/size-chart.ts'

export interface SizeGuideView {
  readonly charts: readonly {
    readonly gender: 'men' | 'women' | 'kids'
    readonly rows: readonly SizeRow[]
    readonly shortestMm: number
    readonly longestMm: number
  }[]
}

export function sizeGuideView(): SizeGuideView {
  return {
    charts: (['men', 'women', 'kids'] as const).map((gender) => {
      const rows = sizeChart(gender)
      return {
        gender,
        rows,
        shortestMm: rows[0]?.footMm ?? 0,
        longestMm: rows.at(-1)?.footMm ?? 0,
      }
    }),
  }
}
