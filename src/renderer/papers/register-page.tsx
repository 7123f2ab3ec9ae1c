import { Button, Group, Kbd, Select, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { PaperRegister } from '../../shared/contract/register.ts'
import { fold } from '../../shared/rules/fold.ts'
import { termOn } from '../../shared/rules/paper-number.ts'
import {
  groupWords,
  papersOfTerm,
  type RegisterGroup,
  type RegisterLine,
  registerGroups,
  revisionWords,
  termWords,
} from '../../shared/rules/paper-register.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead, useToday, useWrite } from '../api/hooks.ts'
import { DataGrid, type GridColumn } from '../ui/data-grid.tsx'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, Refusal, sayDone } from '../ui/messages.tsx'
import { EmptyState, Page } from '../ui/page.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { OutsideDialog, type OutsideStart } from './outside-dialog.tsx'
import styles from './papers.module.css'

const help: Help = {
  about:
    'Sổ đăng ký văn bản: mọi số đã cấp trong một nhiệm kỳ, theo từng thể loại, cả số còn thiếu và số bị trùng. Văn bản đã ban hành mở ra đúng như lúc ban hành.',
  keys: [
    { keys: '↑ ↓', does: 'Chuyển dòng' },
    { keys: 'Enter', does: 'Mở văn bản đã ban hành; sửa số ghi thêm; ghi số còn thiếu' },
    { keys: 'Insert', does: 'Thêm số đã cấp ngoài chương trình' },
    { keys: 'E', does: 'Ghi tệp Excel' },
    { keys: '/', does: 'Tới ô tìm' },
  ],
}

const searchId = 'tim-van-ban'
const all = 'all'
const before = 'before'

/** The register of all numbers of a term. */
export function RegisterPage() {
  useHelp(help)
  const register = useRead('register.get', {})
  if (register.error) return <Refusal message={register.error.message} />
  if (!register.data) return <Loading />
  return <Register register={register.data} />
}

function Register({ register }: { register: PaperRegister }) {
  const { terms, types, papers, abbreviation } = register
  const today = useToday()
  const [, navigate] = useLocation()
  const [chosenTerm, setChosenTerm] = useState<string | null>(null)
  const [code, setCode] = useState(all)
  const [query, setQuery] = useState('')
  const [outside, setOutside] = useState<OutsideStart | null>(null)
  const save = useWrite('register.export')
  const now = termOn(terms, today)?.id ?? null
  const termChoices = [
    ...terms.toReversed().map(({ id }) => id),
    ...(papersOfTerm(papers, terms, null).length > 0 || terms.length === 0 ? [null] : []),
  ]
  const wanted = chosenTerm === before ? null : chosenTerm === null ? now : Number(chosenTerm)
  const termId = termChoices.includes(wanted) ? wanted : (termChoices[0] ?? null)
  const groups = useMemo(
    () => registerGroups(papersOfTerm(papers, terms, termId), types, abbreviation),
    [papers, terms, termId, types, abbreviation],
  )
  const ofType = groups.filter((group) => code === all || group.code === code)
  const shown = useMemo(() => linesFound(groups, code, query), [groups, code, query])
  const add = () => setOutside({ id: null, code: code === all ? 'CV' : code, number: null, title: '' })
  const write = () =>
    save.mutate({ termId }, { onSuccess: (saved) => saved && sayDone(`Đã ghi ${saved.path}`) })
  useShortcuts([
    { key: '/', run: () => document.getElementById(searchId)?.focus() },
    { key: 'insert', run: add },
    { key: 'e', run: write },
  ])
  const open = (line: RegisterLine) => {
    if (line.kind === 'gap')
      setOutside({
        id: null,
        code: line.code,
        number: { number: line.from, issuedOn: dayAfter(groups, line) ?? today },
        title: '',
      })
    else if (line.paper.origin === 'issued')
      navigate(`/van-ban/so/${line.paper.revisions.at(-1)?.id ?? line.paper.id}`)
    else {
      const { id, code, number, issuedOn, title } = line.paper
      setOutside({ id, code, number: { number, issuedOn }, title })
    }
  }
  return (
    <Page
      title="Sổ đăng ký văn bản"
      subtitle={summary(ofType)}
      actions={
        <>
          <Button
            variant="default"
            onClick={write}
            loading={save.isPending}
            rightSection={<Kbd size="xs">E</Kbd>}
          >
            Ghi tệp Excel
          </Button>
          <Button onClick={add}>Thêm số đã cấp ngoài chương trình</Button>
        </>
      }
    >
      <Group gap="md" align="flex-end">
        <Select
          label="Nhiệm kỳ chi ủy"
          data={termChoices.map((id) => ({
            value: id === null ? before : String(id),
            label: termWords(terms, id),
          }))}
          value={termId === null ? before : String(termId)}
          onChange={setChosenTerm}
          allowDeselect={false}
          w={290}
        />
        <Select
          label="Thể loại"
          data={[
            { value: all, label: 'Mọi thể loại' },
            ...groups.map((group) => ({ value: group.code, label: `${group.name} (${group.given})` })),
          ]}
          value={ofType.length === 0 ? all : code}
          onChange={(chosen) => setCode(chosen ?? all)}
          allowDeselect={false}
          w={190}
        />
        <TextInput
          id={searchId}
          label="Tìm"
          placeholder="Số, trích yếu, cuộc họp; không cần dấu"
          defaultValue=""
          onChange={(event) => setQuery(event.currentTarget.value)}
          w={290}
        />
      </Group>
      {terms.length === 0 && (
        <p className={styles.none}>
          Chưa ghi nhiệm kỳ chi ủy nên số được đếm chung.{' '}
          <Link href="/cai-dat">Ghi nhiệm kỳ trong Cài đặt</Link>
        </p>
      )}
      {shown.length === 0 ? (
        <EmptyState
          sentence={
            groups.length === 0
              ? 'Nhiệm kỳ này chưa có số nào. Số được cấp khi ban hành văn bản của cuộc họp; số đã cấp trên giấy thì ghi thêm tại đây.'
              : 'Không có số nào khớp với điều đang tìm.'
          }
        >
          {groups.length === 0 && <Button onClick={add}>Thêm số đã cấp ngoài chương trình</Button>}
        </EmptyState>
      ) : (
        <DataGrid
          label="Sổ đăng ký văn bản"
          columns={columns}
          rows={shown}
          rowKey={(line) =>
            line.kind === 'gap' ? `${line.code} ${line.from}` : `${line.paper.origin} ${line.paper.id}`
          }
          onOpen={open}
          maxHeight="calc(100vh - 210px)"
        />
      )}
      {outside && <OutsideDialog start={outside} types={types} onClose={() => setOutside(null)} />}
    </Page>
  )
}

const columns: GridColumn<RegisterLine>[] = [
  {
    key: 'symbol',
    heading: 'Số và ký hiệu',
    width: 130,
    cell: (line) => line.kind === 'paper' && <b className="num">{line.paper.symbol}</b>,
  },
  {
    key: 'issuedOn',
    heading: 'Ngày',
    width: 105,
    cell: (line) =>
      line.kind === 'paper' && <span className="num">{formatVietnameseDate(line.paper.issuedOn)}</span>,
  },
  {
    key: 'title',
    heading: 'Tên loại và trích yếu',
    cell: (line) =>
      line.kind === 'gap' ? (
        <span className={styles.changed}>{line.words}</span>
      ) : (
        <>
          {line.paper.title}
          {line.amiss.map((words) => (
            <div key={words} className={styles.changed}>
              {words}
            </div>
          ))}
        </>
      ),
  },
  {
    key: 'meeting',
    heading: 'Từ buổi họp',
    width: '24%',
    cell: (line) =>
      line.kind === 'paper' &&
      (line.paper.origin === 'outside' ? (
        <span className="soft">Cấp ngoài chương trình</span>
      ) : (
        line.paper.meeting?.title
      )),
  },
  {
    key: 'revisions',
    heading: 'Sửa đổi',
    width: 150,
    cell: (line) => line.kind === 'paper' && revisionWords(line.paper),
  },
]

/** The lines of a type in which every word is found. */
function linesFound(groups: readonly RegisterGroup[], code: string, query: string): RegisterLine[] {
  const words = fold(query).split(' ')
  const known = groups.some((group) => group.code === code)
  return groups
    .filter((group) => !known || group.code === code)
    .flatMap(({ name, lines }) =>
      lines.filter((line) => {
        const text = fold(
          line.kind === 'gap'
            ? `${name} ${line.words}`
            : `${name} ${line.paper.symbol} ${line.paper.title} ${line.paper.meeting?.title ?? ''} ${line.amiss.join(' ')}`,
        )
        return words.every((word) => text.includes(word))
      }),
    )
}

/** The day of the paper that follows a gap: it belongs to the same term. */
function dayAfter(groups: readonly RegisterGroup[], gap: RegisterLine): string | null {
  const lines = groups.find(({ lines }) => lines.includes(gap))?.lines ?? []
  const next = lines[lines.indexOf(gap) + 1]
  return next?.kind === 'paper' ? next.paper.issuedOn : null
}

function summary(groups: readonly RegisterGroup[]): string {
  const [only] = groups
  if (groups.length === 1 && only) return `${only.name}: ${groupWords(only)}`
  const sum = (of: (group: RegisterGroup) => number) => groups.reduce((total, group) => total + of(group), 0)
  const missing = sum(({ missing }) => missing)
  const doubled = sum(({ doubled }) => doubled)
  return [
    `${sum(({ given }) => given)} văn bản, ${groups.length} thể loại`,
    ...(missing === 0 ? [] : [`thiếu ${missing} số`]),
    ...(doubled === 0 ? [] : [`trùng ${doubled} số`]),
  ].join(', ')
}
