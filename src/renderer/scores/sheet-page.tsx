import { Button, Checkbox, Group } from '@mantine/core'
import { Fragment, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { SheetCriterion, WrittenSheet } from '../../shared/contract/score-sheets.ts'
import { meetingKindNames } from '../../shared/rules/meeting.ts'
import { pointsText, scoredKinds } from '../../shared/rules/score.ts'
import { sheetTotals } from '../../shared/rules/score-sheet.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { DateField } from '../ui/date-field.tsx'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, Refusal } from '../ui/messages.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { CopyDialog } from './copy-dialog.tsx'
import { KeptField } from './kept-field.tsx'
import { ScaleDialog } from './scale-dialog.tsx'
import styles from './scores.module.css'
import { SheetLineRow } from './sheet-line.tsx'

const help: Help = {
  about:
    'Sửa một phiếu chấm điểm: tên, ngày hiệu lực, nhóm, tiêu chí, điểm tối đa (tháng thường và tháng có chuyên đề) và mức điểm tính sẵn theo dữ liệu. Mỗi ô được lưu khi rời ô. Phiếu đủ 100 điểm mới dùng để chấm được.',
  keys: [
    { keys: 'Enter', does: 'Lưu ô rồi xuống dòng dưới (Shift+Enter: lên dòng trên)' },
    { keys: 'Ctrl+Enter', does: 'Thêm dòng dưới dòng này' },
    { keys: 'Ctrl+Delete', does: 'Xóa dòng này' },
    { keys: 'Alt+↑ Alt+↓', does: 'Chuyển dòng lên, xuống, sang nhóm bên cạnh' },
  ],
}

/** A score sheet line by line: to be written while it is the cell's and no meeting is scored by it, else to be read. */
export function SheetPage(props: { sheet: string }) {
  useHelp(help)
  const [, navigate] = useLocation()
  const page = useRead('scoreSheets.get', { sheet: props.sheet })
  const sheets = useRead('scoreSheets.list', {})
  const [version, setVersion] = useState(false)
  const [stepsOf, setStepsOf] = useState<number | null>(null)
  if (page.error) return <Refusal message={page.error.message} />
  if (!page.data || !sheets.data || page.data.sheet !== props.sheet) return <Loading />
  const { own, used, criteria } = page.data
  const fixed = own === null || used > 0
  const line = criteria.find(({ id }) => id === stepsOf)
  return (
    <Page
      title={page.data.name}
      subtitle={<Link href="/cai-dat/phieu-cham">Về các phiếu chấm điểm</Link>}
      actions={
        fixed && (
          <Button onClick={() => setVersion(true)}>
            {own === null ? 'Sửa thành phiếu của chi bộ' : 'Sửa thành bản mới'}
          </Button>
        )
      }
    >
      <Sheet label="Thông tin phiếu">
        {fixed ? (
          <p className={styles.about}>
            {own === null
              ? 'Phiếu có sẵn trong chương trình nên giữ nguyên; sửa được ở phiếu chép của chi bộ.'
              : `Phiếu đã dùng để chấm ${used} buổi họp nên giữ nguyên, không sửa và không xóa. Muốn đổi hoặc thôi dùng: chọn Sửa thành bản mới, bản mới thay phiếu này từ ngày có hiệu lực; điểm đã chấm không đổi theo.`}{' '}
            <span className="soft">
              {page.data.note} {page.data.source !== '' && `Nguồn: ${page.data.source}.`}
            </span>
          </p>
        ) : (
          <SheetHead sheet={page.data} id={own} />
        )}
        <Problems problems={page.data.problems} />
      </Sheet>
      <Sheet label="Các dòng của phiếu">
        <LineTable sheet={page.data} fixed={fixed} onSteps={setStepsOf} />
      </Sheet>
      {line && <ScaleDialog key={line.id} line={line} onClose={() => setStepsOf(null)} />}
      {version && (
        <CopyDialog
          sheets={sheets.data}
          from={props.sheet}
          version
          onClose={() => setVersion(false)}
          onMade={(sheet) => {
            setVersion(false)
            navigate(`/cai-dat/phieu-cham/${sheet}`)
          }}
        />
      )}
    </Page>
  )
}

function SheetHead(props: { sheet: WrittenSheet; id: number }) {
  const { id, sheet } = props
  const update = useWrite('scoreSheets.update')
  const dated = useWrite('scoreSheets.update', { toldInPlace: true })
  const [problem, setProblem] = useState<string | null>(null)
  const storeName = (name: string) => {
    if (name === '') return 'Chưa nhập tên phiếu'
    update.mutate({ id, name })
    return null
  }
  const storeDay = (validFrom: string | null) => {
    if (validFrom === null || /^\d{4}-\d{2}-\d{2}$/.test(validFrom)) dated.mutate({ id, validFrom })
  }
  return (
    <Group gap="lg" align="flex-start" mb="xs">
      <div className={styles.sheetName}>
        <KeptField label="Tên phiếu" stored={sheet.name} store={storeName} maxLength={200} labelled />
      </div>
      <DateField
        label="Hiệu lực từ ngày"
        placeholder="mọi ngày"
        value={sheet.validFrom}
        onChange={storeDay}
        error={dated.error && (dated.error.fields.validFrom ?? dated.error.message)}
      />
      <Checkbox.Group
        label="Dùng cho"
        value={sheet.kinds}
        error={problem}
        onChange={(chosen) => {
          const kinds = scoredKinds.filter((kind) => chosen.includes(kind))
          setProblem(kinds.length === 0 ? 'Phiếu phải dùng cho ít nhất một loại buổi họp' : null)
          if (kinds.length > 0) update.mutate({ id, kinds })
        }}
      >
        <Group gap="sm" mt={4}>
          {scoredKinds.map((kind) => (
            <Checkbox key={kind} value={kind} label={meetingKindNames[kind]} />
          ))}
        </Group>
      </Checkbox.Group>
    </Group>
  )
}

function Problems(props: { problems: readonly string[] }) {
  if (props.problems.length === 0) return null
  return (
    <ul className={styles.problems} aria-label="Còn phải sửa trước khi dùng">
      {props.problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  )
}

/** What the lines add up to; stays in sight while they are written. */
function Totals(props: { sheet: WrittenSheet }) {
  const { kinds, criteria } = props.sheet
  const { plain, themed } = sheetTotals(criteria)
  return (
    <output className={styles.sums}>
      {kinds.includes('regular') && <>Tháng không có chuyên đề: {pointsText(plain)}/100 · </>}
      Tháng có chuyên đề: {pointsText(themed)}/100
    </output>
  )
}

function LineTable(props: { sheet: WrittenSheet; fixed: boolean; onSteps: (id: number) => void }) {
  const { sheet, fixed } = props
  const add = useWrite('scoreSheets.addLine')
  const { own, criteria } = sheet
  const last = criteria.at(-1)
  const addAfter = (after: SheetCriterion | undefined, groupTitle: string) => {
    if (own !== null) add.mutate({ id: own, after: after?.id ?? null, groupTitle })
  }
  return (
    <>
      <Totals sheet={sheet} />
      <table className={`${styles.table} ${styles.written}`}>
        <thead>
          <tr>
            <th scope="col">TT</th>
            <th scope="col">Nội dung tiêu chí</th>
            <th scope="col" className={styles.most}>
              Tối đa
            </th>
            <th scope="col" className={styles.most}>
              Tháng có chuyên đề
            </th>
            <th scope="col" className={styles.facts}>
              Tính sẵn theo dữ liệu
            </th>
            {!fixed && (
              <th scope="col" className={styles.narrow}>
                Việc
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {criteria.map((line, index) => (
            <Fragment key={fixed ? index : line.id}>
              {line.groupTitle !== '' && line.groupTitle !== criteria[index - 1]?.groupTitle && (
                <GroupRow sheet={sheet} title={line.groupTitle} fixed={fixed} />
              )}
              <SheetLineRow
                line={line}
                number={index + 1}
                first={index === 0}
                last={index === criteria.length - 1}
                fixed={fixed}
                onSteps={() => props.onSteps(line.id)}
                onAdd={() => addAfter(line, line.groupTitle)}
              />
            </Fragment>
          ))}
        </tbody>
      </table>
      {!fixed && (
        <Group gap="xs" mt="xs">
          <Button variant="default" size="xs" onClick={() => addAfter(last, newGroup(criteria))}>
            Thêm nhóm
          </Button>
          <Button variant="default" size="xs" onClick={() => addAfter(last, last?.groupTitle ?? '')}>
            Thêm dòng cuối phiếu
          </Button>
        </Group>
      )}
    </>
  )
}

/** A name no group has yet: "Nhóm mới", "Nhóm mới 2". */
function newGroup(criteria: readonly SheetCriterion[]): string {
  const taken = new Set(criteria.map(({ groupTitle }) => groupTitle))
  let number = 1
  const name = () => (number === 1 ? 'Nhóm mới' : `Nhóm mới ${number}`)
  while (taken.has(name())) number++
  return name()
}

function GroupRow(props: { sheet: WrittenSheet; title: string; fixed: boolean }) {
  const { sheet, title, fixed } = props
  const rename = useWrite('scoreSheets.renameGroup')
  const { plain, themed } = sheetTotals(sheet.criteria.filter(({ groupTitle }) => groupTitle === title))
  const sums =
    plain === themed
      ? `tối đa ${pointsText(plain)}`
      : `tối đa ${pointsText(plain)}, tháng có chuyên đề ${pointsText(themed)}`
  const store = (to: string) => {
    if (sheet.own !== null) rename.mutate({ id: sheet.own, from: title, to })
    return null
  }
  return (
    <tr className={styles.group}>
      <th scope="rowgroup" colSpan={fixed ? 5 : 6}>
        {fixed ? (
          `${title}: ${sums}`
        ) : (
          <Group gap="sm" wrap="nowrap">
            <div className={styles.groupName}>
              <KeptField label={`Tên nhóm: ${title}`} stored={title} store={store} maxLength={2000} />
            </div>
            <span className={styles.rule}>{sums}</span>
          </Group>
        )}
      </th>
    </tr>
  )
}
