import { AppShell, Button, Group, Kbd, NavLink, Stack, Text } from '@mantine/core'
import { createSpotlight, Spotlight, type SpotlightActionData, useSpotlight } from '@mantine/spotlight'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import type { OfficeStatus } from '../shared/contract/office.ts'
import { fold } from '../shared/rules/fold.ts'
import { meetingTitle } from '../shared/rules/meeting.ts'
import { useRead, useWrite } from './api/hooks.ts'
import styles from './shell.module.css'
import { sayDone } from './ui/messages.tsx'
import { useShortcuts } from './ui/shortcuts.ts'

const [paletteStore, palette] = createSpotlight()

/** The menu follows the month's work; an entry stands here once its feature works. */
const menu = [
  { path: '/', label: 'Bàn làm việc' },
  { path: '/cuoc-hop', label: 'Cuộc họp' },
  { path: '/chuyen-de', label: 'Chuyên đề' },
  { path: '/dang-vien', label: 'Đảng viên' },
  { path: '/nhiem-vu', label: 'Nhiệm vụ' },
  { path: '/van-ban/so', label: 'Sổ văn bản' },
  { path: '/bao-cao', label: 'Báo cáo' },
  { path: '/cai-dat', label: 'Cài đặt' },
]

/** The frame around every screen: menu, cell, what was saved when, undo and redo, the command palette. */
export function Shell(props: { status: OfficeStatus; children: ReactNode }) {
  const [location, navigate] = useLocation()
  const history = useRead('history.status', {})
  const undo = useWrite('history.undo')
  const redo = useWrite('history.redo')
  const openSample = useWrite('office.openSample')
  const closeSample = useWrite('office.closeSample')

  const takeBack = () => undo.mutate({}, { onSuccess: (step) => sayDone(`Đã hoàn tác: ${step.description}`) })
  const doAgain = () => redo.mutate({}, { onSuccess: (step) => sayDone(`Đã làm lại: ${step.description}`) })
  useShortcuts([
    { key: 'z', ctrl: true, run: takeBack },
    { key: 'y', ctrl: true, run: doAgain },
  ])

  const leaveSample = () => closeSample.mutate({}, { onSuccess: () => navigate('/') })
  const visitSample = () => openSample.mutate({}, { onSuccess: () => navigate('/') })

  return (
    <AppShell header={{ height: 48 }} navbar={{ width: 168, breakpoint: 0 }} padding={0}>
      <button type="button" className={styles.skip} onClick={skipToContent}>
        Tới nội dung chính
      </button>
      <AppShell.Header className={styles.header}>
        <Group justify="space-between" wrap="nowrap" h="100%" px="md">
          <Text fw={700} truncate>
            {props.status.cellName}
          </Text>
          <Group gap="xs" wrap="nowrap">
            {history.data?.savedAt && (
              <Text size="sm" className="soft num" role="status">
                Đã lưu {clockOf(history.data.savedAt)}
              </Text>
            )}
            <Button
              variant="default"
              size="xs"
              onClick={takeBack}
              disabled={!history.data?.undo}
              title={
                history.data?.undo ? `Hoàn tác: ${history.data.undo} (Ctrl+Z)` : 'Chưa có gì để hoàn tác'
              }
            >
              Hoàn tác
            </Button>
            <Button
              variant="default"
              size="xs"
              onClick={doAgain}
              disabled={!history.data?.redo}
              title={history.data?.redo ? `Làm lại: ${history.data.redo} (Ctrl+Y)` : 'Chưa có gì để làm lại'}
            >
              Làm lại
            </Button>
            <Button
              variant="default"
              size="xs"
              onClick={palette.open}
              rightSection={<Kbd size="xs">Ctrl+K</Kbd>}
            >
              Tìm
            </Button>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={styles.navbar} aria-label="Danh mục chính">
        <Stack gap={2} p="xs">
          {menu.map((entry) => (
            <NavLink
              key={entry.path}
              component={Link}
              href={entry.path}
              label={entry.label}
              active={isIn(location, entry.path)}
              aria-current={isIn(location, entry.path) ? 'page' : undefined}
            />
          ))}
        </Stack>
      </AppShell.Navbar>
      <AppShell.Main id="noi-dung" tabIndex={-1} className={styles.main}>
        {props.status.sample && (
          <div className={styles.sample} role="note">
            <span>VĂN PHÒNG MẪU: số liệu hư cấu để xem thử, không phải dữ liệu của chi bộ</span>
            {props.status.sampleCanClose && (
              <Button size="compact-sm" variant="white" color="dark" onClick={leaveSample}>
                Đóng văn phòng mẫu
              </Button>
            )}
          </div>
        )}
        {props.status.sample && <div className={styles.watermark} aria-hidden />}
        {props.children}
      </AppShell.Main>
      <Palette
        today={props.status.today}
        sample={props.status.sample}
        sampleCanClose={props.status.sampleCanClose}
        onOpenSample={visitSample}
        onCloseSample={leaveSample}
      />
    </AppShell>
  )
}

function Palette(props: {
  today: string
  sample: boolean
  sampleCanClose: boolean
  onOpenSample: () => void
  onCloseSample: () => void
}) {
  const [location, navigate] = useLocation()
  const { opened } = useSpotlight(paletteStore)
  // Read only while the palette is open: every write asks all reads on screen again.
  const members = useRead('members.list', { date: props.today }, { enabled: opened })
  const paste = usePasteMeeting(location, props.today, opened)
  const go = (label: string, path: string, description?: string): SpotlightActionData => ({
    id: path,
    label,
    onClick: () => navigate(path),
    ...(description ? { description } : {}),
  })
  const actions: SpotlightActionData[] = [
    ...menu.map((entry) => go(entry.label, entry.path)),
    go('Thêm cuộc họp', '/cuoc-hop/them'),
    go('Thêm đảng viên', '/dang-vien/them'),
    go('Nhập danh sách đảng viên từ Excel', '/dang-vien/nhap'),
    go('Điền biểu của cấp trên', '/bao-cao/dien-bieu'),
    go('Biểu đồ phát biểu', '/bao-cao/phat-bieu'),
    go('Lịch báo cáo', '/bao-cao/lich'),
    ...(paste
      ? [
          go(
            'Chép lên Sổ tay đảng viên điện tử',
            `/cuoc-hop/${paste.id}/van-ban/dan-len-so-tay`,
            meetingTitle(paste.kind, paste.period),
          ),
        ]
      : []),
    ...(members.data ?? []).map((member) => go(member.fullName, `/dang-vien/${member.id}`, 'Đảng viên')),
  ]
  if (!props.sample)
    actions.push({ id: 'sample', label: 'Xem thử với dữ liệu mẫu', onClick: props.onOpenSample })
  if (props.sampleCanClose)
    actions.push({ id: 'close-sample', label: 'Đóng văn phòng mẫu', onClick: props.onCloseSample })
  return (
    <Spotlight
      store={paletteStore}
      actions={actions}
      shortcut="mod + K"
      tagsToIgnore={[]}
      transitionProps={{ duration: 0 }}
      overlayProps={{ blur: 0 }}
      limit={8}
      nothingFound="Không tìm thấy"
      searchProps={{
        placeholder: 'Gõ tên người hoặc việc cần làm, không cần dấu',
        'aria-label': 'Tìm',
      }}
      filter={(query, items) =>
        items.filter((item) => {
          const words = fold(query).split(' ')
          const text = fold('label' in item ? (item.label ?? '') : '')
          return words.every((word) => text.includes(word))
        })
      }
    />
  )
}

/** The meeting whose fields are to be copied: the one being worked on, else the last one held. */
function usePasteMeeting(location: string, today: string, opened: boolean) {
  const id = Number(/^\/cuoc-hop\/(\d+)/.exec(location)?.[1] ?? 0)
  const year = Number(today.slice(0, 4))
  const here = useRead('meetings.get', { id }, { enabled: opened && id > 0 })
  const thisYear = useRead('meetings.list', { year }, { enabled: opened && id === 0 })
  const lastYear = useRead('meetings.list', { year: year - 1 }, { enabled: opened && id === 0 })
  if (id > 0) return here.data
  return [...(thisYear.data ?? []), ...(lastYear.data ?? [])].find(({ heldOn }) => heldOn <= today)
}

function isIn(location: string, path: string): boolean {
  return path === '/' ? location === '/' : location.startsWith(path)
}

function skipToContent(): void {
  document.getElementById('noi-dung')?.focus()
}

function clockOf(instant: string): string {
  return new Date(instant).toLocaleTimeString('vi-VN', { hour12: false })
}
