/** Long work that can pause: a generator that yields between its pieces and returns what came of it. */
export type Pieces<Result> = Generator<void, Result, void>

/** Does all the pieces at once. */
export function finish<Result>(pieces: Pieces<Result>): Result {
  for (;;) {
    const step = pieces.next()
    if (step.done) return step.value
  }
}
