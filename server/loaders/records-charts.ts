/** The three charts of the records page. What each shows is also in the table beneath it. */

import { moneyInWords } from '#core/money.ts'
import type { RecordsData } from '#core/page-data.ts'
import type { RecordsFigures } from '#core/records.ts'
import { agesDrawing, answersDrawing } from './records-bar-chart.ts'
import { drawChart } from './records-plot.ts'
import { pricesDrawing } from './records-price-chart.ts'

function pricesLabel({ prices }: RecordsFigures): string {
  const points = prices.flatMap((group) => group.points)
  const least = moneyInWords(Math.min(...points.map(({ low }) => low)))
  const most = moneyInWords(Math.max(...points.map(({ high }) => high)))
  return `Chart: the price of one session, ${points.length} prices from ${least} to ${most}. The table below has each one.`
}

/** The charts for some figures; null where there is nothing to draw. */
export async function recordsCharts(figures: RecordsFigures): Promise<RecordsData['charts']> {
  const { answers, ages } = figures
  const hasPrices = figures.prices.some(({ points }) => points.length > 0)
  const hasAnswers = answers.some(({ providers }) => providers > 0)
  const prices = hasPrices ? await drawChart(pricesLabel(figures), pricesDrawing(figures)) : null
  const answersChart = hasAnswers
    ? await drawChart(
        'Chart: how many providers answer each question. The table below has the counts.',
        answersDrawing(answers),
      )
    : null
  const agesChart =
    ages.length > 0
      ? await drawChart(
          'Chart: findings by the year of their source. The table below has the counts.',
          agesDrawing(ages),
        )
      : null
  return { prices, answers: answersChart, ages: agesChart }
}
