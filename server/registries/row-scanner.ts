/**
 * Cuts a stream of bytes into CSV rows without decoding them.
 *
 * A line end (a line feed, a carriage return, or both) ends a row unless it stands inside a quoted
 * value. Two facts decide which it is: inside a quoted value a quote can only be followed by a quote,
 * the separator or a line end (RFC 4180), so a line end followed by `"` and a digit cannot be inside
 * one. The NPI files start every row that way, and that test costs two bytes. Any other line end is
 * settled by counting quotes.
 */

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const QUOTE = 0x22
/** Beyond any buffer. */
const NOWHERE = 0x7fffffff

/** A row longer than this is refused: no registry row comes near it, a lost quote would. */
export const MAX_ROW_BYTES = 1 << 20

export type RowScannerHandlers = {
  /**
   * `end` is where the line ends (or the data); of CR LF, that is the line feed.
   * `crossed` tells that the row runs over several lines. Answers false for a row that makes no
   * sense: if it crossed lines, a quote was lost, and reading goes on with its second line.
   */
  onRow: (bytes: Buffer, start: number, end: number, line: number, crossed: boolean) => boolean
  /** A row from `start` on that is longer than may be: its bytes as far as they are at hand. */
  onOversize: (line: number, bytes: Buffer, start: number) => void
}

export type RowScanner = {
  push: (chunk: Buffer) => void
  end: () => void
  /**
   * The line on which the next row starts, and how many of the pushed bytes belong to that row;
   * null in the middle of a row that is being skipped.
   */
  open: () => { line: number; bytes: number } | null
}

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39

function quotesBetween(bytes: Buffer, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at += 1) if (bytes[at] === QUOTE) count += 1
  return count
}

/**
 * Rows of a byte stream, each with the line it starts on (the first line is `firstLine`). With
 * `quotedValues` false, quotes mean nothing, and every line feed ends a row, but nothing else does:
 * a carriage return may stand in a value then.
 */
export function createRowScanner(
  handlers: RowScannerHandlers,
  quotedValues = true,
  firstLine = 1,
): RowScanner {
  let line = firstLine
  let carry: Buffer | null = null
  let discarding = false
  /** The bytes of a line that is skipped ended in a carriage return: the line may end there. */
  let brokeAtReturn = false
  /** Whether the row that `rowEnd` last found runs over several lines. */
  let crossed = false

  /** The first carriage return from the last place asked for on; beyond all bytes if there is none. */
  let nextReturn = -1

  /** Where the line that `from` stands on ends, or -1 if the bytes so far do not show it. */
  function lineEnd(bytes: Buffer, from: number, last: boolean): number {
    const feed = bytes.indexOf(LINE_FEED, from)
    if (!quotedValues) return feed
    if (nextReturn < from) {
      const found = bytes.indexOf(CARRIAGE_RETURN, from)
      nextReturn = found < 0 ? NOWHERE : found
    }
    if (feed >= 0 && nextReturn >= feed - 1) return feed
    // Nothing behind it yet: a line feed may follow in the next bytes.
    return nextReturn < bytes.length - (last ? 0 : 1) ? nextReturn : -1
  }

  /** Where the row that starts at `start` ends, or -1 if the bytes so far do not show it. */
  function rowEnd(bytes: Buffer, start: number, last: boolean): number {
    let counted = start
    let odd = false
    crossed = false
    for (let from = start; ; ) {
      const end = lineEnd(bytes, from, last)
      if (end < 0) return last && start < bytes.length ? bytes.length : -1
      if (!quotedValues) return end
      if (bytes[end + 1] === QUOTE && isDigit(bytes[end + 2])) return end
      if (end + 2 >= bytes.length && !last) return -1
      if (quotesBetween(bytes, counted, end) % 2 === 1) odd = !odd
      if (!odd) return end
      crossed = true
      counted = end
      from = end + 1
    }
  }

  function linesIn(bytes: Buffer, start: number, end: number): number {
    let count = 1
    nextReturn = -1
    for (let at = lineEnd(bytes, start, true); at >= 0 && at < end; count += 1) {
      at = lineEnd(bytes, at + 1, true)
    }
    return count
  }

  /** Where the next line starts; beyond these bytes if this one goes on behind them. */
  function skipLine(bytes: Buffer, from: number): number {
    nextReturn = -1
    const end = lineEnd(bytes, from, false)
    discarding = end < 0
    brokeAtReturn = discarding && quotedValues && bytes[bytes.length - 1] === CARRIAGE_RETURN
    return discarding ? bytes.length : end + 1
  }

  /** A row ran past the limit: refuse up to its first line end, and read on from there. */
  function refuseOversize(bytes: Buffer, start: number): number {
    handlers.onOversize(line, bytes, start)
    line += 1
    return skipLine(bytes, start)
  }

  /** Emits the rows that are whole; returns where the first one that is not begins. */
  function scan(bytes: Buffer, from: number, until: number, last: boolean): number {
    let start = from
    nextReturn = -1
    while (start < until) {
      const end = rowEnd(bytes, start, last)
      if (end < 0) {
        if (bytes.length - start <= MAX_ROW_BYTES) break
        start = refuseOversize(bytes, start)
        continue
      }
      if (end - start > MAX_ROW_BYTES) {
        start = refuseOversize(bytes, start)
        continue
      }
      const sound = handlers.onRow(bytes, start, end, line, crossed)
      if (!crossed) line += 1
      else if (sound) line += linesIn(bytes, start, end)
      else {
        line += 1
        nextReturn = -1
        start = lineEnd(bytes, start, last) + 1
        continue
      }
      start = end + 1
    }
    return start
  }

  /** Finishes the row that the last chunk broke off; returns where the next one starts. */
  function finishCarry(chunk: Buffer): number {
    if (carry === null) return 0
    const before = carry.length
    for (let take = 1 << 11; ; take *= 4) {
      const joined: Buffer = Buffer.concat([carry, chunk.subarray(0, take)])
      const next = scan(joined, 0, before, false)
      if (next >= before) {
        carry = null
        return next - before
      }
      if (take >= chunk.length) {
        carry = joined.subarray(next)
        return chunk.length
      }
      if (next > 0) return resume(joined, next, before, chunk)
    }
  }

  /** Rows came out of the carry, the last one is still open: go on with what is left of it. */
  function resume(joined: Buffer, next: number, before: number, chunk: Buffer): number {
    carry = joined.subarray(next, before)
    return finishCarry(chunk)
  }

  return {
    push(chunk) {
      let from = discarding ? 0 : finishCarry(chunk)
      if (from >= chunk.length) return
      if (brokeAtReturn) {
        discarding = false
        brokeAtReturn = false
        if (chunk[from] === LINE_FEED) from += 1
      } else if (discarding) from = skipLine(chunk, from)
      if (from >= chunk.length) return
      const next = scan(chunk, from, chunk.length, false)
      carry = next < chunk.length ? Buffer.from(chunk.subarray(next)) : null
    },
    end() {
      if (carry !== null) scan(carry, 0, carry.length, true)
      carry = null
      discarding = false
    },
    open: () => (discarding ? null : { line, bytes: carry === null ? 0 : carry.length }),
  }
}
