import { lazy, Suspense } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import type { Input } from '../shared/contract/index.ts'
import { AgendaPage } from './agenda/agenda-page.tsx'
import { AttendancePage } from './attendance/attendance-page.tsx'
import { CarryPanel } from './carry/carry-panel.tsx'
import { CellSettingsPage } from './cell/cell-settings-page.tsx'
import { DecisionsPage } from './decisions/decisions-page.tsx'
import { DeskPage } from './desk/desk-page.tsx'
import { LayoutSettings } from './documents/layout-settings.tsx'
import { PaperPage, type ShowNumbered, ShownPaper } from './documents/paper-page.tsx'
import { MeetingPage } from './meetings/meeting-page.tsx'
import { MeetingWorkspace } from './meetings/meeting-workspace.tsx'
import { MeetingsPage } from './meetings/meetings-page.tsx'
import { NewMeetingPage } from './meetings/new-meeting-page.tsx'
import { MemberPage } from './members/member-page.tsx'
import { MembersPage } from './members/members-page.tsx'
import { NumberedPaper, WrittenPaperPage } from './papers/lazy-page.tsx'
import { TermsForm } from './papers/terms-form.tsx'
import { AsksPanel } from './preparation/asks-panel.tsx'
import { PreparationPanel } from './preparation/preparation-panel.tsx'
import { MemberRemarks } from './remarks/member-remarks.tsx'
import { RemarksSection } from './remarks/remarks-section.tsx'
import { RunningRemark } from './remarks/running-remark.tsx'
import { RunningPage } from './running/running-page.tsx'
import { SheetsSetting } from './scores/sheets-setting.tsx'
import { ThresholdsForm } from './settings/thresholds-form.tsx'
import { SpeakingChartPage } from './speaking/chart-page.tsx'
import { SpeakingPage } from './speaking/speaking-page.tsx'
import { MeetingTasks } from './tasks/meeting-tasks.tsx'
import { TasksPage } from './tasks/tasks-page.tsx'
import { Loading } from './ui/messages.tsx'

const ImportPage = lazy(async () => ({
  default: (await import('./members/import-page.tsx')).ImportPage,
}))
const RegisterPage = lazy(async () => ({
  default: (await import('./papers/register-page.tsx')).RegisterPage,
}))
const IssuedPage = lazy(async () => ({
  default: (await import('./papers/issued-page.tsx')).IssuedPage,
}))

const ReportsPage = lazy(async () => ({
  default: (await import('./reports/reports-page.tsx')).ReportsPage,
}))
const ReportCalendarPage = lazy(async () => ({
  default: (await import('./reports/calendar-page.tsx')).ReportCalendarPage,
}))

const FormPage = lazy(async () => ({
  default: (await import('./reports/form-page.tsx')).FormPage,
}))

const ScorePage = lazy(async () => ({
  default: (await import('./scores/score-page.tsx')).ScorePage,
}))

const SheetsPage = lazy(async () => ({
  default: (await import('./scores/sheets-page.tsx')).SheetsPage,
}))
const SheetPage = lazy(async () => ({
  default: (await import('./scores/sheet-page.tsx')).SheetPage,
}))

const ThemesPage = lazy(async () => ({
  default: (await import('./themes/themes-page.tsx')).ThemesPage,
}))
const PlanImportPage = lazy(async () => ({
  default: (await import('./themes/plan-import-page.tsx')).PlanImportPage,
}))
const YearPapersPage = lazy(async () => ({
  default: (await import('./documents/year-papers-page.tsx')).YearPapersPage,
}))
const ThemePage = lazy(async () => ({
  default: (await import('./themes/theme-page.tsx')).ThemePage,
}))

const showPaper = (paper: Input<'documents.pdf'>) => <ShownPaper key={JSON.stringify(paper)} {...paper} />
const showNumbered: ShowNumbered = (of, actions) => (
  <NumberedPaper of={of} actions={actions} preview={showPaper} />
)

/** Which address shows which screen. Features meet here and nowhere else. */
export function Routes() {
  return (
    <Switch>
      <Route path="/">
        <DeskPage />
      </Route>
      <Route path="/cuoc-hop">
        <MeetingsPage year={null} />
      </Route>
      <Route path="/cuoc-hop/nam/:year">{(params) => <MeetingsPage year={Number(params.year)} />}</Route>
      <Route path="/cuoc-hop/them">
        <NewMeetingPage />
      </Route>
      <Route path="/cuoc-hop/:id/sua">{(params) => <MeetingPage meetingId={Number(params.id)} />}</Route>
      <Route path="/cuoc-hop/:id/diem-danh">
        {(params) => (
          <MeetingWorkspace meetingId={Number(params.id)}>
            <AttendancePage meetingId={Number(params.id)} />
          </MeetingWorkspace>
        )}
      </Route>
      <Route path="/cuoc-hop/:id/dieu-hanh">
        {(params) => (
          <MeetingWorkspace meetingId={Number(params.id)}>
            <RunningPage
              key={params.id}
              meetingId={Number(params.id)}
              remarks={<RunningRemark meetingId={Number(params.id)} />}
            />
          </MeetingWorkspace>
        )}
      </Route>
      <Route path="/cuoc-hop/:id/phat-bieu">
        {(params) => (
          <MeetingWorkspace meetingId={Number(params.id)}>
            <SpeakingPage meetingId={Number(params.id)} />
          </MeetingWorkspace>
        )}
      </Route>
      <Route path="/cuoc-hop/:id/ket-luan">
        {(params) => (
          <MeetingWorkspace meetingId={Number(params.id)}>
            <DecisionsPage
              meetingId={Number(params.id)}
              tasks={<MeetingTasks meetingId={Number(params.id)} />}
              remarks={<RemarksSection meetingId={Number(params.id)} />}
            />
          </MeetingWorkspace>
        )}
      </Route>
      <Route path="/cuoc-hop/:id/cham-diem">
        {(params) => (
          <MeetingWorkspace meetingId={Number(params.id)}>
            <Suspense fallback={<Loading />}>
              <ScorePage key={params.id} meetingId={Number(params.id)} />
            </Suspense>
          </MeetingWorkspace>
        )}
      </Route>
      <Route path="/cuoc-hop/:id/van-ban/:paper">
        {(params) => (
          <MeetingWorkspace meetingId={Number(params.id)}>
            <WrittenPaperPage
              key={`${params.id} ${params.paper}`}
              meetingId={Number(params.id)}
              address={params.paper}
              preview={showPaper}
            />
          </MeetingWorkspace>
        )}
      </Route>
      <Route path="/cuoc-hop/:id/van-ban">
        {(params) => (
          <MeetingWorkspace meetingId={Number(params.id)}>
            <PaperPage key={params.id} meetingId={Number(params.id)} numbered={showNumbered} />
          </MeetingWorkspace>
        )}
      </Route>
      <Route path="/cuoc-hop/:id">
        {(params) => (
          <MeetingWorkspace meetingId={Number(params.id)}>
            <AgendaPage
              meetingId={Number(params.id)}
              beside={
                <>
                  <CarryPanel meetingId={Number(params.id)} />
                  <PreparationPanel meetingId={Number(params.id)} />
                  <AsksPanel meetingId={Number(params.id)} />
                </>
              }
            />
          </MeetingWorkspace>
        )}
      </Route>
      <Route path="/chuyen-de">
        <Suspense fallback={<Loading />}>
          <ThemesPage year={null} />
        </Suspense>
      </Route>
      <Route path="/chuyen-de/nam/:year">
        {(params) => (
          <Suspense fallback={<Loading />}>
            <ThemesPage year={Number(params.year)} />
          </Suspense>
        )}
      </Route>
      <Route path="/chuyen-de/nam/:year/van-ban">
        {(params) => (
          <Suspense fallback={<Loading />}>
            <YearPapersPage key={params.year} year={Number(params.year)} numbered={showNumbered} />
          </Suspense>
        )}
      </Route>
      <Route path="/chuyen-de/nhap">
        <Suspense fallback={<Loading />}>
          <PlanImportPage />
        </Suspense>
      </Route>
      <Route path="/chuyen-de/:id">
        {(params) => (
          <Suspense fallback={<Loading />}>
            <ThemePage key={params.id} id={Number(params.id)} />
          </Suspense>
        )}
      </Route>
      <Route path="/dang-vien">
        <MembersPage />
      </Route>
      <Route path="/dang-vien/them">
        <MemberPage id={null} />
      </Route>
      <Route path="/dang-vien/nhap">
        <ImportPage />
      </Route>
      <Route path="/dang-vien/:id">
        {(params) => (
          <MemberPage
            key={params.id}
            id={Number(params.id)}
            remarks={<MemberRemarks memberId={Number(params.id)} />}
          />
        )}
      </Route>
      <Route path="/nhiem-vu">
        <TasksPage />
      </Route>
      <Route path="/bao-cao/phat-bieu">
        <SpeakingChartPage />
      </Route>
      <Route path="/bao-cao/xem/:report/:fromDate/:toDate">
        {({ report, fromDate, toDate }) => (
          <Suspense fallback={<Loading />}>
            <ReportsPage report={report} period={{ fromDate, toDate }} />
          </Suspense>
        )}
      </Route>
      <Route path="/bao-cao/dien-bieu">
        <Suspense fallback={<Loading />}>
          <FormPage />
        </Suspense>
      </Route>
      <Route path="/bao-cao/lich">
        <Suspense fallback={<Loading />}>
          <ReportCalendarPage />
        </Suspense>
      </Route>
      <Route path="/bao-cao">
        <Suspense fallback={<Loading />}>
          <ReportsPage report={null} period={null} />
        </Suspense>
      </Route>
      <Route path="/van-ban/so">
        <Suspense fallback={<Loading />}>
          <RegisterPage />
        </Suspense>
      </Route>
      <Route path="/van-ban/so/:id">
        {(params) => (
          <Suspense fallback={<Loading />}>
            <IssuedPage issuedId={Number(params.id)} preview={showPaper} />
          </Suspense>
        )}
      </Route>
      <Route path="/cai-dat/phieu-cham">
        <Suspense fallback={<Loading />}>
          <SheetsPage />
        </Suspense>
      </Route>
      <Route path="/cai-dat/phieu-cham/:sheet">
        {(params) => (
          <Suspense fallback={<Loading />}>
            <SheetPage key={params.sheet} sheet={params.sheet} />
          </Suspense>
        )}
      </Route>
      <Route path="/cai-dat">
        <CellSettingsPage>
          <ThresholdsForm />
          <SheetsSetting />
          <LayoutSettings />
          <TermsForm />
        </CellSettingsPage>
      </Route>
      <Route>
        <Redirect to="/" />
      </Route>
    </Switch>
  )
}
