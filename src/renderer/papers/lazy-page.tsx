import { lazy, Suspense } from 'react'
import { Loading } from '../ui/messages.tsx'
import type { WrittenPaperPageProps } from './written-paper-page.tsx'

const Page = lazy(async () => ({ default: (await import('./written-paper-page.tsx')).WrittenPaperPage }))

/** The screen of a written paper, loaded when it is first opened. */
export function WrittenPaperPage(props: WrittenPaperPageProps) {
  return (
    <Suspense fallback={<Loading />}>
      <Page {...props} />
    </Suspense>
  )
}
