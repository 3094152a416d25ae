/** What can still be read of JSON that breaks off or is damaged in the middle. */

/** A place up to which the text is whole, and what would close it there. */
type Cut = { end: number; closing: string }

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' }

/** Where a value has just ended or a list just begun, and the half string at the end, if any. */
function cutsOf(text: string): { cuts: Cut[]; half: string | null } {
  const cuts: Cut[] = []
  let closing = ''
  let isText = false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? ''
    if (isText) {
      if (letter === '\\') at += 1
      else if (letter === '"') isText = false
    } else if (letter === '"') {
      isText = true
    } else if (letter === ',') {
      cuts.push({ end: at, closing })
    } else if (letter in CLOSING) {
      closing = CLOSING[letter] + closing
      cuts.push({ end: at + 1, closing })
    } else if (letter === '}' || letter === ']') {
      closing = closing.slice(1)
      cuts.push({ end: at + 1, closing })
    }
  }
  const whole = text.replace(/\\(u[\da-f]{0,3})?$/i, '')
  return { cuts, half: isText ? `${whole}"${closing}` : null }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * The value that a text holds up to where it breaks: whole entries of lists and fields, and text
 * that was cut as far as it goes. Undefined when there is nothing.
 */
export function salvaged(text: string): unknown {
  const { cuts, half } = cutsOf(text)
  const value = half === null ? undefined : parsed(half)
  if (value !== undefined) return value
  const upTo = ({ end, closing }: Cut) => parsed(text.slice(0, end) + closing)
  // A text that is good up to one place is good up to every place before it.
  let [good, bad] = [-1, cuts.length]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (upTo(cuts[middle] as Cut) === undefined) bad = middle
    else good = middle
  }
  const last = cuts[good]
  return last && upTo(last)
}
