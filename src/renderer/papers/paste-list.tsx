import { Button, Kbd } from '@mantine/core'
import { type Paste, pastePartNames } from '../../shared/rules/paste-pack.ts'
import { useRead } from '../api/hooks.ts'
import { copyText } from '../ui/copy-text.ts'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, Refusal, sayDone, sayRefused } from '../ui/messages.tsx'
import { Section } from '../ui/section.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import styles from './papers.module.css'

const help: Help = {
  about: 'Từng ô để chép rồi dán vào Sổ tay đảng viên điện tử. Chương trình không gửi gì qua mạng.',
  keys: [{ keys: '1 đến 6', does: 'Chép ô mang số đó' }],
}

function copy({ part, text }: Paste): void {
  if (text === '') return
  if (copyText(text)) sayDone(`Đã chép: ${pastePartNames[part]}`)
  else sayRefused('Chưa chép được. Chưa có gì thay đổi. Hãy chọn chữ trong ô rồi bấm Ctrl+C.')
}

/** What the national app asks of a meeting, each to be copied by one key. */
export function PasteList(props: { meetingId: number }) {
  useHelp(help)
  const pack = useRead('papers.pastePack', { meetingId: props.meetingId })
  const pastes = pack.data ?? []
  useShortcuts(pastes.map((paste, index) => ({ key: String(index + 1), run: () => copy(paste) })))
  if (pack.error) return <Refusal message={pack.error.message} />
  if (!pack.data) return <Loading />
  return (
    <Section title="Chép lên Sổ tay đảng viên điện tử">
      <ol className={styles.pastes}>
        {pastes.map((paste, index) => (
          <li key={paste.part} className={styles.paste} aria-label={pastePartNames[paste.part]}>
            <div className={styles.pasteHead}>
              <b>{pastePartNames[paste.part]}</b>
              <Button
                size="xs"
                variant="default"
                onClick={() => copy(paste)}
                disabled={paste.text === ''}
                title={paste.text === '' ? 'Chưa có nội dung để chép' : undefined}
                rightSection={<Kbd size="xs">{index + 1}</Kbd>}
              >
                Chép
              </Button>
            </div>
            <div className={paste.text === '' ? styles.empty : styles.pasteText}>
              {paste.text === '' ? 'Chưa có nội dung' : paste.text}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
