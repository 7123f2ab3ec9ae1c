import { Alert, Button, Checkbox, Group, Progress, Stack, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { errorSentences } from '../../shared/contract/errors.ts'
import type { JobStatus } from '../../shared/contract/jobs.ts'
import type { ReportInput } from '../../shared/contract/reports.ts'
import type { ReportPeriod } from '../../shared/rules/report-period.ts'
import { useJob, useRead, useWrite } from '../api/hooks.ts'
import styles from './reports.module.css'

type Started = { jobId: string } | null
type Words = { write: string; writing: string; done: string; failed: string }

const oneFile: Words = {
  write: 'Ghi tệp Excel',
  writing: 'Đang ghi tệp…',
  done: 'Đã ghi xong tệp Excel',
  failed: 'Chưa ghi được tệp',
}
const wholePack: Words = {
  write: 'Ghi cả bộ báo cáo',
  writing: 'Đang ghi bộ báo cáo…',
  done: 'Đã ghi xong bộ báo cáo',
  failed: 'Chưa ghi xong bộ báo cáo',
}

/** A heading with the button that writes the report's workbook. */
export function ReportExport({ input, children }: { input: ReportInput; children: ReactNode }) {
  const start = useWrite('reports.export')
  return (
    <Export
      words={oneFile}
      pending={start.isPending}
      start={(onStarted) => start.mutate(input, { onSuccess: onStarted })}
      of={JSON.stringify(input)}
      main
    >
      {children}
    </Export>
  )
}

/**
 * The button that writes every report of the period into a folder, and the choice whether the papers issued in it go
 * along; `problem` says why there is no period yet.
 */
export function PackExport(props: { period: ReportPeriod; problem: string | null; children: ReactNode }) {
  const { period, problem, children } = props
  const start = useWrite('pack.export')
  const choose = useWrite('pack.choose')
  const pack = useRead('pack.get', period, { enabled: problem === null }).data
  // What was just chosen counts at once, before it is stored and read again.
  const withPapers = choose.isPending ? choose.variables.withPapers : (pack?.withPapers ?? false)
  return (
    <Export
      words={wholePack}
      pending={start.isPending}
      start={(onStarted) => start.mutate({ ...period, withPapers }, { onSuccess: onStarted })}
      of={JSON.stringify(period)}
      problem={problem}
      choice={
        <Checkbox
          label={`Kèm văn bản đã ban hành${pack ? ` (${pack.papers})` : ''}`}
          classNames={{ label: styles.choice ?? '' }}
          checked={withPapers}
          onChange={(event) => choose.mutate({ withPapers: event.currentTarget.checked })}
        />
      }
    >
      {children}
    </Export>
  )
}

/** Something with the button that writes; then how far it is, and at the end where the files stand. */
function Export(props: {
  words: Words
  pending: boolean
  start: (onStarted: (started: Started) => void) => void
  /** What is written: what was said of another report or period would mislead. */
  of: string
  problem?: string | null
  main?: boolean
  /** What is to be chosen before, beside the button. */
  choice?: ReactNode
  children: ReactNode
}) {
  const { words, of } = props
  const [begun, setBegun] = useState<{ jobId: string; of: string } | null>(null)
  const jobId = begun?.of === of ? begun.jobId : null
  const job = useJob(jobId)
  const running = props.pending || (jobId !== null && (job === null || job.state === 'running'))
  const write = () => props.start((started) => started && setBegun({ jobId: started.jobId, of }))
  return (
    <Stack gap="sm" mb={props.main ? 'sm' : 0}>
      <div className={props.main ? styles.head : styles.bar}>
        {props.children}
        <div className={styles.write}>
          {props.choice}
          <Button
            onClick={write}
            disabled={running || Boolean(props.problem)}
            aria-busy={running}
            title={props.problem ?? undefined}
            variant={props.main ? 'filled' : 'default'}
          >
            {running ? words.writing : words.write}
          </Button>
        </div>
      </div>
      {jobId !== null && job !== null && <Outcome words={words} jobId={jobId} job={job} />}
    </Stack>
  )
}

function Outcome({ words, jobId, job }: { words: Words; jobId: string; job: JobStatus }) {
  const cancel = useWrite('jobs.cancel')
  const showFile = useWrite('jobs.showFile')
  switch (job.state) {
    case 'running': {
      const percentDone = job.total === 0 ? 0 : Math.round((job.done * 100) / job.total)
      return (
        <Group gap="md" role="status">
          <Progress
            value={percentDone}
            w={260}
            aria-label={`${job.doing || 'Đang chuẩn bị'} ${percentDone}%`}
          />
          <Text size="sm">{job.doing || 'Đang chuẩn bị'}</Text>
          <Button variant="default" size="xs" onClick={() => cancel.mutate({ jobId })}>
            Dừng
          </Button>
        </Group>
      )
    }
    case 'finished':
      return (
        <>
          <div className={styles.done} role="status">
            <div>
              <b>{words.done}</b>
              <p className={styles.path}>{job.path}</p>
            </div>
            <Button variant="default" onClick={() => showFile.mutate({ jobId })}>
              Mở thư mục
            </Button>
          </div>
          {job.problems.length > 0 && (
            <Alert color="red" title="Có phần chưa ghi được, các phần khác đã ghi" role="alert">
              {job.problems.map((problem) => (
                <p key={problem} className={styles.problem}>
                  {problem}
                </p>
              ))}
            </Alert>
          )}
        </>
      )
    case 'failed': {
      const stopped = job.code === 'job-cancelled' || job.code === 'pack-stopped'
      return (
        <Alert color={stopped ? 'gray' : 'red'} title={words.failed} role="alert">
          <span className={styles.ink}>{errorSentences[job.code]}</span>
        </Alert>
      )
    }
  }
}
