/**
 * Cuts a stream of bytes into CSV rows without decoding them.
 *
 * A line feed ends a row unless it stands inside a quoted value. Two facts decide which it is:
 * inside a quoted value a quote can only be followed by a quote, the separator or a line end (RFC
 * 4180), so a line feed followed by `"` and a digit cannot be inside one. The NPI files start every
 * row that way, and that test costs two bytes. Any other line feed is settled by counting quotes.
 */

const LINE_FEED = 0x0a
const QUOTE = 0x22

/** A row longer than this is refused: no registry row comes near it, a lost quote would. */
export const MAX_ROW_BYTES = 1 << 20

export type RowScannerHandlers = {
  /**
   * `end` is where the line feed stands (or the data ends); a carriage return may precede it.
   * `crossed` tells that the row runs over several lines. Answers false for a row that makes no
   * sense: if it crossed lines, a quote was lost, and reading goes on with its second line.
   */
  onRow: (bytes: Buffer, start: number, end: number, line: number, crossed: boolean) => boolean
  onOversize: (line: number) => void
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
 * `quotedValues` false, quotes mean nothing and every line feed ends a row.
 */
export function createRowScanner(
  handlers: RowScannerHandlers,
  quotedValues = true,
  firstLine = 1,
): RowScanner {
  let line = firstLine
  let carry: Buffer | null = null
  let discarding = false
  /** Whether the row that `rowEnd` last found runs over several lines. */
  let crossed = false

  /** Where the row that starts at `start` ends, or -1 if the bytes so far do not show it. */
  function rowEnd(bytes: Buffer, start: number, last: boolean): number {
    let counted = start
    let odd = false
    crossed = false
    for (let from = start; ; ) {
      const feed = bytes.indexOf(LINE_FEED, from)
      if (feed < 0) return last && start < bytes.length ? bytes.length : -1
      if (!quotedValues) return feed
      if (bytes[feed + 1] === QUOTE && isDigit(bytes[feed + 2])) return feed
      if (feed + 2 >= bytes.length && !last) return -1
      if (quotesBetween(bytes, counted, feed) % 2 === 1) odd = !odd
      if (!odd) return feed
      crossed = true
      counted = feed
      from = feed + 1
    }
  }

  function linesIn(bytes: Buffer, start: number, end: number): number {
    let count = 1
    for (let at = bytes.indexOf(LINE_FEED, start); at >= 0 && at < end; count += 1) {
      at = bytes.indexOf(LINE_FEED, at + 1)
    }
    return count
  }

  /** A row ran past the limit: refuse up to its first line end, and read on from there. */
  function refuseOversize(bytes: Buffer, start: number): number {
    handlers.onOversize(line)
    const feed = bytes.indexOf(LINE_FEED, start)
    line += 1
    discarding = feed < 0
    return feed < 0 ? bytes.length : feed + 1
  }

  /** Emits the rows that are whole; returns where the first one that is not begins. */
  function scan(bytes: Buffer, from: number, until: number, last: boolean): number {
    let start = from
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
        start = bytes.indexOf(LINE_FEED, start) + 1
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
      if (discarding) {
        const feed = chunk.indexOf(LINE_FEED, from)
        if (feed < 0) return
        discarding = false
        from = feed + 1
      }
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
