import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { useRead, useToday, useWrite } from '../api/hooks.ts'
import { ConfirmDialog } from '../ui/dialog.tsx'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, onRemoved, Refusal, sayDone } from '../ui/messages.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { KnownMemberForm, NewMemberForm } from './member-form.tsx'
import { StrengthsSection } from './strengths-section.tsx'

const leave = { keys: 'Esc', does: 'Về trang trước (khi con trỏ không ở trong ô)' }
const newHelp: Help = {
  about: 'Chỉ cần họ và tên là thêm được; các ô khác điền sau cũng được.',
  keys: [{ keys: 'Enter', does: 'Thêm đảng viên' }, leave],
}
const knownHelp: Help = {
  about:
    'Một đảng viên với diện sinh hoạt, chức vụ theo thời gian, thế mạnh và những gì các buổi họp đã ghi nhận. Sửa ngày ở đây thì mọi số liệu tính theo.',
  keys: [{ keys: 'Tab', does: 'Sang ô tiếp theo, ô vừa rời được lưu' }, leave],
}

/** One member, or a new one (`id` null). `remarks`: what meetings noted of them. */
export function MemberPage(props: { id: number | null; remarks?: ReactNode }) {
  useHelp(props.id === null ? newHelp : knownHelp)
  useShortcuts([{ key: 'escape', run: () => window.history.back() }])
  return props.id === null ? <NewMember /> : <KnownMember id={props.id} remarks={props.remarks} />
}

function NewMember() {
  const today = useToday()
  const [, navigate] = useLocation()
  return (
    <Page title="Thêm đảng viên">
      <Sheet>
        <NewMemberForm
          today={today}
          onAdded={(member) => {
            sayDone(`Đã thêm ${member.fullName}`)
            navigate('/dang-vien')
          }}
          onCancel={() => navigate('/dang-vien')}
        />
      </Sheet>
    </Page>
  )
}

function KnownMember(props: { id: number; remarks: ReactNode }) {
  const [, navigate] = useLocation()
  const [removing, setRemoving] = useState(false)
  const member = useRead('members.get', { id: props.id })
  const remove = useWrite('members.remove')
  if (member.error && !member.data) return <Refusal message={member.error.message} />
  if (!member.data) return <Loading />
  const { id, ...fields } = member.data
  return (
    <Page
      title={fields.fullName}
      subtitle="Sửa đến đâu lưu đến đó"
      actions={
        <>
          <Button variant="default" onClick={() => setRemoving(true)}>
            Xóa khỏi danh sách
          </Button>
          <Button onClick={() => navigate('/dang-vien')}>Về danh sách</Button>
        </>
      }
    >
      <Sheet>
        <KnownMemberForm id={id} member={fields} />
      </Sheet>
      <StrengthsSection memberId={id} />
      {props.remarks}
      <ConfirmDialog
        title="Xóa khỏi danh sách"
        opened={removing}
        sentence={`${fields.fullName} sẽ không còn trong danh sách, các buổi họp đã điểm danh vẫn giữ. Người chuyển đi nên được ghi ở diện sinh hoạt thay vì xóa. Có thể hoàn tác bằng Ctrl+Z.`}
        confirm="Xóa"
        onClose={() => setRemoving(false)}
        onConfirm={() =>
          remove.mutate(
            { id },
            onRemoved(`${fields.fullName} khỏi danh sách`, () => navigate('/dang-vien')),
          )
        }
      />
    </Page>
  )
}
