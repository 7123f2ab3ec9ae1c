import { Anchor, Button, Stack, Text, Title } from '@mantine/core'
import { Link, Redirect, useLocation } from 'wouter'
import type { DeskMeeting } from '../../shared/contract/desk.ts'
import { meetingTitle } from '../../shared/rules/meeting.ts'
import { quoted } from '../../shared/rules/quoted.ts'
import { dueWords } from '../../shared/rules/report-calendar.ts'
import { reportPath } from '../../shared/rules/report-path.ts'
import { reportPeriodName } from '../../shared/rules/report-period.ts'
import { reportWords } from '../../shared/rules/reports.ts'
import { quarterName } from '../../shared/rules/theme.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead, useToday } from '../api/hooks.ts'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, Refusal } from '../ui/messages.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import styles from './desk.module.css'

const help: Help = {
  about: 'Những việc cần làm lúc này. Mỗi dòng dẫn tới chỗ làm việc đó.',
  keys: [{ keys: 'Tab, Enter', does: 'Tới một việc và mở nó' }],
}

/** What now? Each line leads to the place where it is done. */
export function DeskPage() {
  useHelp(help)
  const [, navigate] = useLocation()
  const today = useToday()
  const desk = useRead('desk.get', {})
  if (desk.error && !desk.data) return <Refusal message={desk.error.message} />
  if (!desk.data) return <Loading />
  const { members, coming, unfinished, tasks, reports, monthWithoutMeeting } = desk.data
  const { quarterWithoutTheme, themes } = desk.data
  if (members === 0) return <Redirect to="/dang-vien" />
  return (
    <Page
      title="Bàn làm việc"
      subtitle={`Hôm nay ${formatVietnameseDate(today)}`}
      actions={<Button onClick={() => navigate('/cuoc-hop/them')}>Thêm cuộc họp</Button>}
    >
      <Sheet label="Cuộc họp sắp tới">
        <Stack gap="xs">
          <Title order={2}>Cuộc họp sắp tới</Title>
          {monthWithoutMeeting && (
            <Text>
              Tháng {monthWithoutMeeting.slice(5)}/{monthWithoutMeeting.slice(0, 4)} chưa có buổi sinh hoạt
              thường kỳ nào.{' '}
              <Anchor component={Link} href="/cuoc-hop/them">
                Thêm cuộc họp
              </Anchor>
            </Text>
          )}
          {coming.length === 0 && !monthWithoutMeeting && (
            <Text className="soft">Chưa có cuộc họp nào sắp tới.</Text>
          )}
          {coming.map((meeting) => (
            <MeetingLine key={meeting.id} meeting={meeting} today={today} />
          ))}
        </Stack>
      </Sheet>
      <Sheet label="Việc chưa xong">
        <Stack gap="xs">
          <Title order={2}>Việc chưa xong</Title>
          {unfinished.length === 0 && (
            <Text className="soft">Các buổi họp trong hai tháng qua đều đã điểm danh đủ.</Text>
          )}
          {tasks.overdue + tasks.dueSoon > 0 && (
            <div className={styles.line}>
              <Anchor component={Link} href="/nhiem-vu">
                Nhiệm vụ
              </Anchor>
              <span>
                {[
                  ...(tasks.overdue > 0 ? [`${tasks.overdue} việc quá hạn`] : []),
                  ...(tasks.dueSoon > 0 ? [`${tasks.dueSoon} việc đến hạn trong 7 ngày tới`] : []),
                ].join(', ')}
              </span>
            </div>
          )}
          {reports.map((due) => (
            <div key={`${due.report} ${due.fromDate}`} className={styles.line}>
              <Anchor component={Link} href={reportPath(due)}>
                {reportWords[due.report].label}, {reportPeriodName(due)}
              </Anchor>
              <span>
                {due.recipient === '' ? '' : `gửi ${due.recipient}, `}
                {dueWords(due.dueOn, today)}
              </span>
            </div>
          ))}
          {quarterWithoutTheme && (
            <div className={styles.line}>
              <Anchor component={Link} href="/chuyen-de">
                Chuyên đề {quarterName(quarterWithoutTheme.quarter)}/{quarterWithoutTheme.year}
              </Anchor>
              <span>{quarterWithoutTheme.sentence}</span>
            </div>
          )}
          {themes.map(({ id, title, problems }) => (
            <div key={id} className={styles.line}>
              <Anchor component={Link} href={`/chuyen-de/${id}`}>
                Chuyên đề {quoted(title)}
              </Anchor>
              <span>{problems.join('; ')}</span>
            </div>
          ))}
          {unfinished.map((meeting) => (
            <div key={meeting.id} className={styles.line}>
              <Anchor component={Link} href={`/cuoc-hop/${meeting.id}/diem-danh`}>
                Điểm danh {meetingTitle(meeting.kind, meeting.period)}
              </Anchor>
              <span>
                họp ngày {formatVietnameseDate(meeting.heldOn)}, còn {meeting.unmarked} người chưa ghi
              </span>
            </div>
          ))}
        </Stack>
      </Sheet>
    </Page>
  )
}

function MeetingLine({ meeting, today }: { meeting: DeskMeeting; today: string }) {
  const home = `/cuoc-hop/${meeting.id}`
  return (
    <div className={styles.line}>
      <Anchor component={Link} href={home} fw={500}>
        {meetingTitle(meeting.kind, meeting.period)}
      </Anchor>
      <span>
        {meeting.startTime}{' '}
        {meeting.heldOn === today ? 'hôm nay' : `ngày ${formatVietnameseDate(meeting.heldOn)}`},{' '}
        {meeting.place};{' '}
        {meeting.plannedMinutes === 0
          ? 'chưa có chương trình'
          : `chương trình ${meeting.plannedMinutes} phút`}
      </span>
      {meeting.heldOn === today ? (
        <Anchor component={Link} href={`${home}/diem-danh`}>
          Điểm danh
        </Anchor>
      ) : (
        <Anchor component={Link} href={`${home}/van-ban`}>
          In chương trình
        </Anchor>
      )}
    </div>
  )
}
