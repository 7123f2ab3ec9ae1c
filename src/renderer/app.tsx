import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { useRead } from './api/hooks.ts'
import { FirstStartPage } from './cell/first-start-page.tsx'
import { Routes } from './routes.tsx'
import { Shell } from './shell.tsx'
import { HelpProvider } from './ui/help.tsx'
import { Loading, ProblemPage } from './ui/messages.tsx'

/** The program: what is wrong with the data if anything is, the first start, or the shell with its screens. */
export function App() {
  const status = useRead('office.status', {})
  // Once something is on screen it stays: what the user typed must not vanish behind a later failure.
  if (status.error && !status.data)
    return (
      <ProblemPage
        title="Chương trình chưa làm việc được"
        message={status.error.message}
        onRetry={() => window.location.reload()}
      />
    )
  if (!status.data) return <Loading />
  return (
    <Router hook={useHashLocation}>
      <HelpProvider>
        {status.data.cellName === null ? (
          <FirstStartPage />
        ) : (
          <Shell status={status.data}>
            {/* Another database is another program: nothing on screen may outlive the one it shows. */}
            <Routes key={String(status.data.sample)} />
          </Shell>
        )}
      </HelpProvider>
    </Router>
  )
}
