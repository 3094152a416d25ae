/** What every page needs around its content. */

import { lawNotices } from '#core/learn-law.ts'
import type { PageContent, PageData } from '#core/page-data.ts'
import type { Snapshot } from './snapshot.ts'

/** The data of a page at an address, from a snapshot. */
export function pageData(url: string, snapshot: Snapshot, content: PageContent): PageData {
  return {
    url,
    today: snapshot.day,
    origin: snapshot.origin,
    rubric_version: snapshot.prepared.rubric.version,
    catalog_version: snapshot.version,
    law: lawNotices(snapshot.prepared, snapshot.day),
    content,
  }
}
