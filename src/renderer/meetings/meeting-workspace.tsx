import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { meetingModeNames, meetingTitle } from '../../shared/rules/meeting.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead } from '../api/hooks.ts'
import { Loading, Refusal } from '../ui/messages.tsx'
import { momentInWords } from '../ui/moment.ts'
import { Page } from '../ui/page.tsx'
import styles from './meeting-workspace.module.css'

/** The steps of a meeting in the order of the work; `path` follows the meeting's own address. */
const steps = [
  { path: '', label: 'Chuẩn bị' },
  { path: '/diem-danh', label: 'Điểm danh' },
  { path: '/dieu-hanh', label: 'Điều hành' },
  { path: '/phat-bieu', label: 'Phát biểu' },
  { path: '/ket-luan', label: 'Kết luận' },
  { path: '/cham-diem', label: 'Chấm điểm' },
  { path: '/van-ban', label: 'Văn bản' },
] as const

/** The frame around every screen of one meeting: what meeting it is, and its steps. */
export function MeetingWorkspace(props: { meetingId: number; children: ReactNode }) {
  const [location, navigate] = useLocation()
  const meeting = useRead('meetings.get', { id: props.meetingId })
  if (meeting.error) return <Refusal message={meeting.error.message} />
  if (!meeting.data) return <Loading />
  const { kind, period, heldOn, startTime, place, mode, chairName, minuteTakerName, theme, closedAt } =
    meeting.data
  const home = `/cuoc-hop/${props.meetingId}`
  const facts = [
    `${startTime} ngày ${formatVietnameseDate(heldOn)}`,
    place,
    ...(mode === 'inPerson' ? [] : [meetingModeNames[mode]]),
    `Chủ trì: ${chairName ?? 'chưa phân công'}`,
    `Thư ký: ${minuteTakerName ?? 'chưa phân công'}`,
    ...(theme ? [`Chuyên đề: ${theme}`] : []),
    ...(closedAt === null ? [] : [`Đã kết thúc lúc ${momentInWords(closedAt)}`]),
  ]
  return (
    <Page
      title={meetingTitle(kind, period)}
      subtitle={facts.join(' · ')}
      actions={
        <Group gap="xs">
          <Button variant="default" onClick={() => navigate(`${home}/sua`)}>
            Sửa thông tin
          </Button>
          <Button variant="default" onClick={() => navigate('/cuoc-hop')}>
            Về danh sách
          </Button>
        </Group>
      }
    >
      <nav className={styles.tabs} aria-label="Các bước của cuộc họp">
        {steps.map((step) => (
          <Link
            key={step.path}
            href={home + step.path}
            className={styles.tab}
            aria-current={isAt(location, home + step.path, step.path) ? 'page' : undefined}
          >
            {step.label}
          </Link>
        ))}
      </nav>
      {props.children}
    </Page>
  )
}

/** A step is where one is on its screen and on those below it; the first step's address is above all others. */
function isAt(location: string, address: string, path: string): boolean {
  return location === address || (path !== '' && location.startsWith(`${address}/`))
}
