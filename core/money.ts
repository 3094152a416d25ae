/** Money is whole US cents. Nothing here passes through a fraction of a cent. */

declare const cents: unique symbol
/** A whole number of cents, never negative. */
export type Cents = number & { readonly [cents]: true }

/** An amount as cents; throws `RangeError` for a caller that passes a fraction or a negative. */
export function toCents(amount: number): Cents {
  if (!Number.isSafeInteger(amount) || amount < 0) {
    throw new RangeError(`not a whole number of cents: ${amount}`)
  }
  return amount as Cents
}

/** The sum of amounts in cents. */
export function addCents(...amounts: readonly number[]): Cents {
  return toCents(amounts.reduce((sum, amount) => sum + amount, 0))
}

/** An amount times a whole count. */
export function timesCents(amount: number, count: number): Cents {
  return toCents(amount * count)
}

/**
 * "$1,254" or "$1,254.50": dollars with separators, cents only when there are any.
 * Other currencies carry their code: "GBP 225".
 */
export function moneyInWords(amount: number, currency = 'USD'): string {
  const whole = Math.floor(amount / 100)
  const rest = amount % 100
  const digits = String(whole).replace(/\B(?=(\d{3})+$)/g, ',')
  const text = rest === 0 ? digits : `${digits}.${String(rest).padStart(2, '0')}`
  return currency === 'USD' ? `$${text}` : `${currency} ${text}`
}

/** "$400" when both ends agree, else "$400 to $600". */
export function rangeInWords(low: number, high: number, currency = 'USD'): string {
  const from = moneyInWords(low, currency)
  return low === high ? from : `${from} to ${moneyInWords(high, currency)}`
}
