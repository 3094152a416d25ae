/** What a command of the command line is. Data goes to `out`, progress and refusals to `err`. */

export type Option = {
  type: 'boolean' | 'string'
  summary: string
  /** What stands for the value in the help: `--since DAY`. */
  value?: string
}

export type World = {
  environment: Readonly<Record<string, string | undefined>>
  out: (line: string) => void
  err: (line: string) => void
  /** Writes over the last line of a terminal; absent where `err` is no terminal. */
  renew?: (line: string) => void
}

/** Done, refused by what was found, or misused. */
export type ExitCode = 0 | 1 | 2

export type Given = {
  values: Readonly<Record<string, string | boolean | undefined>>
  operands: readonly string[]
}

export type Command = {
  /** The words that call it: `['providers', 'check']`. */
  words: readonly string[]
  /** Its operands, by name; all are needed. */
  operands: readonly string[]
  summary: string
  options: Readonly<Record<string, Option>>
  /** Lines that stand under the options in the help. */
  notes?: readonly string[]
  run: (given: Given, world: World) => Promise<ExitCode>
}

/** Ends a command with one sentence and an exit code; no stack is shown. */
export class CommandRefusal extends Error {
  readonly exitCode: ExitCode

  constructor(message: string, exitCode: ExitCode = 1) {
    super(message)
    this.name = 'CommandRefusal'
    this.exitCode = exitCode
  }
}
