import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { quarterName } from '../../shared/rules/theme.ts'
import { themeProblems } from '../../shared/rules/theme-plan.ts'
import { useRead, useToday, useWrite } from '../api/hooks.ts'
import { ConfirmDialog } from '../ui/dialog.tsx'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, onRemoved, Refusal } from '../ui/messages.tsx'
import { Page } from '../ui/page.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { LinksSection } from './links-section.tsx'
import { OutcomeSection } from './outcome-section.tsx'
import { PlanSection } from './plan-section.tsx'
import { PreparersSection } from './preparers-section.tsx'
import { ProblemSection } from './problem-section.tsx'
import { QuestionsSection } from './questions-section.tsx'
import { StepsSection } from './steps-section.tsx'
import { ThemeHints } from './theme-hints.tsx'
import styles from './themes.module.css'
import { ThreadSection } from './thread-section.tsx'

const help: Help = {
  about:
    'Một chuyên đề từ vấn đề đến kết quả. Sửa đến đâu lưu đến đó; hạn của từng bước tính ngược từ ngày sinh hoạt.',
  keys: [
    { keys: 'Tab', does: 'Sang ô tiếp theo, ô vừa rời được lưu' },
    { keys: 'Alt+G, Alt+T', does: 'Giao người được gợi ý chuẩn bị chính, tham luận' },
    { keys: 'Esc', does: 'Về bảng chuyên đề của năm' },
  ],
}

/** One theme: what it is about, who prepares it by when, what came of it. */
export function ThemePage(props: { id: number }) {
  useHelp(help)
  const [, navigate] = useLocation()
  const today = useToday()
  const read = useRead('themes.get', { id: props.id })
  const remove = useWrite('themes.remove')
  const [removing, setRemoving] = useState(false)
  const year = read.data?.year
  const leave = () => navigate(year === undefined ? '/chuyen-de' : `/chuyen-de/nam/${year}`)
  useShortcuts([{ key: 'escape', run: leave }])
  if (read.error) return <Refusal message={read.error.message} />
  if (!read.data) return <Loading />
  const theme = read.data
  const problems = themeProblems(theme.planned)
  return (
    <Page
      title={theme.title}
      subtitle={`${quarterName(theme.quarter)}/${theme.year}. Sửa đến đâu lưu đến đó`}
      actions={
        <>
          <Button variant="default" onClick={() => setRemoving(true)}>
            Xóa chuyên đề
          </Button>
          <Button onClick={leave}>Về bảng năm {theme.year}</Button>
        </>
      }
    >
      {problems.length > 0 && (
        <div role="status" className={styles.bad}>
          {problems.join('; ')}
        </div>
      )}
      <ThemeHints themeId={theme.id} />
      <PlanSection theme={theme} />
      <ProblemSection theme={theme} />
      <PreparersSection theme={theme} />
      <StepsSection theme={theme} today={today} />
      <ThreadSection theme={theme} today={today} />
      <QuestionsSection theme={theme} />
      <OutcomeSection theme={theme} />
      <LinksSection theme={theme} />
      <ConfirmDialog
        title="Xóa chuyên đề"
        opened={removing}
        sentence={`“${theme.title}” sẽ không còn trong kế hoạch, cùng ${theme.contributors.length} phân công tham luận, ${theme.questions.length} câu hỏi và các ngày đã ghi. Cuộc họp đã gắn vẫn giữ. Có thể hoàn tác bằng Ctrl+Z.`}
        confirm="Xóa"
        onClose={() => setRemoving(false)}
        onConfirm={() => remove.mutate({ id: theme.id }, onRemoved(`chuyên đề “${theme.title}”`, leave))}
      />
    </Page>
  )
}
