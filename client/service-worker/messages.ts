/** What a page and the service worker say to each other. */

export type ToWorker =
  /** `withLarge`: what makes PDFs too, about a megabyte. */
  | { kind: 'keep'; page: string; assets: string[]; withLarge: boolean }
  | { kind: 'which-copies' }
  | { kind: 'stop' }

/** The oldest record that this page got as a copy, in ms since 1970; null when all are fresh. */
export type FromWorker = { kind: 'copies'; oldest: number | null }
