import type { PageContent, PageData } from '#core/page-data.ts'
import { AskPage } from './pages/ask.tsx'
import { ComparePage } from './pages/compare.tsx'
import { HomePage } from './pages/home.tsx'
import { JournalPage } from './pages/journal.tsx'
import { LearnPage } from './pages/learn.tsx'
import { MethodPage } from './pages/method.tsx'
import { OfflinePage } from './pages/offline.tsx'
import { PlanPage } from './pages/plan.tsx'
import { ProblemPage } from './pages/problem.tsx'
import { ProviderPage } from './pages/provider.tsx'
import { ProvidersPage } from './pages/providers.tsx'
import { RecordsPage } from './pages/records.tsx'
import { ShortlistPage } from './pages/shortlist.tsx'
import { StylePage } from './pages/style.tsx'
import { viewOf } from './state/list-view.ts'

/** The page's own title, without the name of the product. */
export function titleOf(content: PageContent): string {
  switch (content.page) {
    case 'home':
      return 'Ketamine care on evidence'
    case 'providers':
      return 'Providers'
    case 'provider':
      return content.profile.record.name
    case 'compare':
      return content.comparison?.providers.map(({ name }) => name).join(' and ') ?? 'Compare'
    case 'method':
      return 'Method'
    case 'learn':
      return 'Learn'
    case 'records':
      return 'What the records show'
    case 'style':
      return 'Style'
    case 'shortlist':
      return 'My shortlist'
    case 'ask':
      return 'Ask'
    case 'plan':
      return 'Seven-day plan'
    case 'journal':
      return 'Journal'
    case 'offline':
      return 'Offline'
    case 'problem':
      return content.title
    default:
      return content satisfies never
  }
}

/** What stands in the main part of a page. */
export function pageOf({ content, url, law, today }: PageData) {
  switch (content.page) {
    case 'home':
      return <HomePage data={content} law={law} />
    case 'providers':
      return <ProvidersPage data={content} view={viewOf(content, url)} />
    case 'provider':
      return <ProviderPage data={content} url={url} law={law} />
    case 'compare':
      return <ComparePage data={content} url={url} />
    case 'method':
      return <MethodPage data={content} />
    case 'learn':
      return <LearnPage data={content} law={law} />
    case 'records':
      return <RecordsPage data={content} today={today} />
    case 'style':
      return <StylePage data={content} law={law} />
    case 'shortlist':
      return <ShortlistPage />
    case 'ask':
      return <AskPage data={content} law={law} />
    case 'plan':
      return <PlanPage />
    case 'journal':
      return <JournalPage />
    case 'offline':
      return <OfflinePage />
    case 'problem':
      return <ProblemPage data={content} />
    default:
      return content satisfies never
  }
}
