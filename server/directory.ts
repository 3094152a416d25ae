/**
 * What a running server knows: the rubric, the catalog for one version of the database on one day,
 * and a way to the records. A snapshot is replaced whole when the version or the day changes, so
 * that an answer is always made from one consistent state.
 */

import type { IsoDate } from '#core/calendar.ts'
import { getCatalogVersion, listChangesSince } from '#db/changes.ts'
import type { Db } from '#db/schema.ts'
import type { Snapshot } from './snapshot.ts'
import { readSnapshot, renewSnapshot } from './snapshot.ts'

/** The least time between two looks at the version counter. */
export const LOOK_EVERY_MS = 1000

export type DirectoryOptions = {
  db: Db
  today: () => IsoDate
  /** Names the code that makes the answers; part of every entity tag. */
  build: string
  /** Told when a newer version could not be read; the older one stays in use. */
  onTrouble: (error: unknown) => void
  /** Milliseconds of a clock that never goes back. */
  clock?: () => number
}

export class Directory {
  readonly #options: DirectoryOptions
  readonly #clock: () => number
  #snapshot: Snapshot
  #lookedAt: number
  #looking: Promise<void> | null = null

  private constructor(options: DirectoryOptions, snapshot: Snapshot) {
    this.#options = options
    this.#clock = options.clock ?? (() => performance.now())
    this.#snapshot = snapshot
    this.#lookedAt = this.#clock()
  }

  /** Reads the whole database once. Throws `NoRubric` if it holds none. */
  static async open(options: DirectoryOptions): Promise<Directory> {
    const { db, today, build } = options
    return new Directory(options, await readSnapshot(db, today(), build))
  }

  get snapshot(): Snapshot {
    return this.#snapshot
  }

  get db(): Db {
    return this.#options.db
  }

  /** Looks at the day and, at most once a second, at the version; renews what has changed. */
  refresh(): Promise<void> | undefined {
    const due = this.#clock() - this.#lookedAt >= LOOK_EVERY_MS
    if (!due) return undefined
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null
    })
    return this.#looking
  }

  async #look(): Promise<void> {
    const { db, today, build, onTrouble } = this.#options
    this.#lookedAt = this.#clock()
    try {
      const day = today()
      if (day !== this.#snapshot.day) {
        this.#snapshot = await readSnapshot(db, day, build)
      } else if ((await getCatalogVersion(db)) !== this.#snapshot.version) {
        const changes = await listChangesSince(db, this.#snapshot.version)
        this.#snapshot = await renewSnapshot(db, this.#snapshot, changes, build)
      }
    } catch (error) {
      onTrouble(error)
    }
  }
}
