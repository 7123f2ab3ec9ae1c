import { Button, Group, Select } from '@mantine/core'
import { Fragment, useState } from 'react'
import { Link } from 'wouter'
import type { ScorePage as ScoreAnswer, ScoreLine } from '../../shared/contract/scores.ts'
import { pointsText, scoreLevelNames } from '../../shared/rules/score.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, Refusal, sayDone } from '../ui/messages.tsx'
import { Sheet } from '../ui/page.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { ScoreRow } from './score-line.tsx'
import styles from './scores.module.css'
import { SheetsDialog } from './sheets-dialog.tsx'

const help: Help = {
  about:
    'Chấm điểm chất lượng buổi họp theo phiếu 100 điểm. Dòng nào dữ liệu đã có thì chương trình tính sẵn kèm căn cứ; sửa được bằng tay, và con số tính sẵn vẫn đứng bên cạnh. Điểm bị trừ nên ghi lý do: lý do đó đi vào bảng tổng hợp gửi cấp trên.',
  keys: [
    { keys: 'Enter ↓ ↑', does: 'Ghi điểm rồi sang dòng dưới, dòng trên' },
    { keys: 'T', does: 'Cho điểm tối đa các dòng chưa có điểm (khi con trỏ không ở trong ô)' },
  ],
}

/** The quality score of a meeting: the sheet with what the facts give, the points people give, and the level. */
export function ScorePage(props: { meetingId: number }) {
  useHelp(help)
  const { meetingId } = props
  const [asked, setAsked] = useState<string | null>(null)
  const page = useRead('scores.get', { meetingId, sheet: asked })
  if (page.error) return <Refusal message={page.error.message} />
  if (!page.data) return <Loading />
  const { score, lines } = page.data
  return (
    <Sheet label="Chấm điểm chất lượng buổi họp">
      {score ? (
        <ScoredHead meetingId={meetingId} page={page.data} score={score} />
      ) : (
        <UnscoredHead meetingId={meetingId} page={page.data} onChoose={setAsked} />
      )}
      <div className={styles.frame}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">TT</th>
              <th scope="col">Nội dung tiêu chí</th>
              <th scope="col" className={styles.points}>
                Tối đa
              </th>
              <th scope="col" className={score ? styles.facts : styles.factsAlone}>
                Theo dữ liệu
              </th>
              {score && (
                <>
                  <th scope="col">Điểm chấm</th>
                  <th scope="col" className={styles.reason}>
                    Thuyết minh điểm trừ
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <Fragment key={line.criterion}>
                {line.groupTitle !== '' && line.groupTitle !== lines[index - 1]?.groupTitle && (
                  <tr className={styles.group}>
                    <th scope="rowgroup" colSpan={score ? 6 : 4}>
                      {groupWords(line.groupTitle, lines, score !== null)}
                    </th>
                  </tr>
                )}
                <ScoreRow meetingId={meetingId} number={index + 1} line={line} scored={score !== null} />
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  )
}

function groupWords(title: string, lines: readonly ScoreLine[], scored: boolean): string {
  const own = lines.filter((line) => line.groupTitle === title)
  const sum = (values: number[]) => pointsText(values.reduce((a, b) => a + Math.round(b * 100), 0) / 100)
  const most = sum(own.map((line) => line.maximum))
  return scored ? `${title}: ${sum(own.map((line) => line.points ?? 0))}/${most}` : `${title}: tối đa ${most}`
}

function UnscoredHead(props: { meetingId: number; page: ScoreAnswer; onChoose: (sheet: string) => void }) {
  const { meetingId, page } = props
  const [importing, setImporting] = useState(false)
  const create = useWrite('scores.create')
  const known = page.lines.filter((line) => line.computed !== null).length
  const note = page.sheets.find(({ sheet }) => sheet === page.sheet)?.note
  return (
    <>
      <Group align="flex-end" gap="sm" mb="xs">
        <Select
          label="Phiếu chấm"
          data={page.sheets.map(({ sheet, name }) => ({ value: sheet, label: name }))}
          value={page.sheet}
          onChange={(sheet) => sheet && props.onChoose(sheet)}
          flex={1}
          miw={280}
        />
        <Button variant="default" onClick={() => setImporting(true)}>
          Phiếu khác từ Excel
        </Button>
        <Button
          onClick={() => create.mutate({ meetingId, sheet: page.sheet })}
          loading={create.isPending}
          autoFocus
        >
          Chấm điểm
        </Button>
      </Group>
      <p className={styles.about}>
        Chưa chấm điểm. Dữ liệu đã có cho {known}/{page.lines.length} dòng
        {page.themed ? '; tháng có chuyên đề nên tính theo điểm tối đa của tháng có chuyên đề' : ''}.{' '}
        <span className="soft">{note}</span>{' '}
        <Link href={`/cai-dat/phieu-cham/${page.sheet}`}>Xem, sửa phiếu này</Link>
      </p>
      <SheetsDialog opened={importing} onClose={() => setImporting(false)} onAdded={props.onChoose} />
    </>
  )
}

function ScoredHead(props: {
  meetingId: number
  page: ScoreAnswer
  score: NonNullable<ScoreAnswer['score']>
}) {
  const { meetingId, score } = props
  const fill = useWrite('scores.fillRest')
  const refresh = useWrite('scores.refresh')
  const remove = useWrite('scores.remove')
  const { themed, otherMaxima, lines } = props.page
  const changed = lines.filter((line) => line.now !== null).length
  const fillRest = () =>
    score.missing > 0 &&
    fill.mutate(
      { meetingId },
      { onSuccess: ({ filled }) => sayDone(`Đã cho điểm tối đa ${filled} dòng. Ctrl+Z để lấy lại.`) },
    )
  useShortcuts([{ key: 't', run: fillRest }])
  const startAgain = () =>
    remove.mutate(
      { meetingId },
      { onSuccess: () => sayDone('Đã bỏ phiếu chấm của buổi họp này. Ctrl+Z để lấy lại.') },
    )
  return (
    <>
      <Group justify="space-between" align="center" gap="sm" mb="xs">
        <output className={styles.total}>
          Tổng {pointsText(score.total)}/100 ·{' '}
          {score.level ? `Xếp loại ${scoreLevelNames[score.level]}` : `còn ${score.missing} dòng chưa chấm`}
        </output>
        <Group gap="xs">
          {score.missing > 0 && (
            <Button size="xs" variant="default" onClick={fillRest} loading={fill.isPending}>
              Còn lại: tối đa (T)
            </Button>
          )}
          {(changed > 0 || otherMaxima) && (
            <Button
              size="xs"
              variant="default"
              onClick={() => refresh.mutate({ meetingId })}
              loading={refresh.isPending}
            >
              {otherMaxima ? 'Chuyển sang điểm tối đa của tháng' : `Lấy lại theo dữ liệu (${changed} dòng)`}
            </Button>
          )}
          <Button
            size="xs"
            variant={score.level ? 'filled' : 'default'}
            component={Link}
            href={`/cuoc-hop/${meetingId}/van-ban`}
          >
            Xem phiếu in
          </Button>
          {/* Last: where a button before it goes away, the keyboard moves on to the next one. */}
          <Button size="xs" variant="default" onClick={startAgain} loading={remove.isPending}>
            Chấm lại từ đầu
          </Button>
        </Group>
      </Group>
      <p className={styles.about}>{score.sheetName}</p>
      {otherMaxima && (
        <p className={styles.changed}>
          Tháng này nay {themed ? 'có' : 'không có'} chuyên đề nên điểm tối đa của phiếu khác với lúc chấm.
        </p>
      )}
    </>
  )
}
