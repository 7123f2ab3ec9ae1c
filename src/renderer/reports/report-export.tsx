import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { errorSentences } from '../../shared/contract/errors.ts'
import type { JobStatus } from '../../shared/contract/jobs.ts'
import type { ReportInput } from '../../shared/contract/reports.ts'
import { useJob, useWrite } from '../api/hooks.ts'
import styles from './reports.module.css'

/** A heading with the button that writes the workbook; then how far it is, and at the end where the file stands. */
export function ReportExport({ input, children }: { input: ReportInput; children: ReactNode }) {
  const [jobId, setJobId] = useState<string | null>(null)
  const job = useJob(jobId)
  const start = useWrite('reports.export')
  const running = start.isPending || (jobId !== null && (job === null || job.state === 'running'))
  const write = () => start.mutate(input, { onSuccess: (started) => started && setJobId(started.jobId) })
  return (
    <Stack gap="sm" mb="sm">
      <Group gap="md" justify="space-between" align="flex-start">
        {children}
        <Button onClick={write} disabled={running}>
          {running ? 'Đang ghi tệp…' : 'Ghi tệp Excel'}
        </Button>
      </Group>
      {jobId !== null && job !== null && <Outcome jobId={jobId} job={job} />}
    </Stack>
  )
}

function Outcome({ jobId, job }: { jobId: string; job: JobStatus }) {
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
        <div className={styles.done} role="status">
          <div>
            <b>Đã ghi xong tệp Excel</b>
            <p className={styles.path}>{job.path}</p>
          </div>
          <Button variant="default" onClick={() => showFile.mutate({ jobId })}>
            Mở thư mục
          </Button>
        </div>
      )
    case 'failed':
      return (
        <Alert color={job.code === 'job-cancelled' ? 'gray' : 'red'} title="Chưa ghi được tệp" role="alert">
          <span className={styles.ink}>{errorSentences[job.code]}</span>
        </Alert>
      )
  }
}
