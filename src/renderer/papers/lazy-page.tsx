import { type ComponentProps, lazy, Suspense } from 'react'
import { Loading } from '../ui/messages.tsx'
import type { NumberedPaper as NumberedPaperBody } from './issue-bar.tsx'
import type { WrittenPaperPageProps } from './written-paper-page.tsx'

const Page = lazy(async () => ({ default: (await import('./written-paper-page.tsx')).WrittenPaperPage }))
const Numbered = lazy(async () => ({ default: (await import('./issue-bar.tsx')).NumberedPaper }))

/** The screen of a written paper, loaded when it is first opened. */
export function WrittenPaperPage(props: WrittenPaperPageProps) {
  return (
    <Suspense fallback={<Loading />}>
      <Page {...props} />
    </Suspense>
  )
}

/** A paper that carries a number, loaded when one is first looked at. */
export function NumberedPaper(props: ComponentProps<typeof NumberedPaperBody>) {
  return (
    <Suspense fallback={<Loading />}>
      <Numbered {...props} />
    </Suspense>
  )
}
