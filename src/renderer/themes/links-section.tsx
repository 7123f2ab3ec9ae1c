import type { Theme } from '../../shared/contract/themes.ts'
import { useWrite } from '../api/hooks.ts'
import { Section } from '../ui/section.tsx'
import { SavedText } from './saved-fields.tsx'
import { TextRows } from './text-rows.tsx'
import { stepped, useSavedList } from './use-saved-list.ts'

type LinkRow = Theme['links'][number]

/** Where the theme's files lie: paths and addresses, kept as text. */
export function LinksSection({ theme }: { theme: Theme }) {
  const setLinks = useWrite('themes.setLinks', { toldInPlace: true })
  const { list, change, refused } = useSavedList(theme.links, (links) =>
    setLinks.mutateAsync({ id: theme.id, links }),
  )
  const quietly = (changed: (links: readonly LinkRow[]) => LinkRow[]) => {
    change(changed).catch(() => undefined)
  }
  const set = (index: number, changes: Partial<LinkRow>) =>
    change((links) => links.map((link, at) => (at === index ? { ...link, ...changes } : link)))
  return (
    <Section title="Tệp và đường dẫn">
      <TextRows
        label="Tệp và đường dẫn"
        one="tệp"
        rows={list.map(({ label, target }, index) => (
          <>
            <SavedText
              ariaLabel={`Tên gọi tệp ${index + 1}`}
              placeholder="Tên gọi, ví dụ: Dự thảo báo cáo"
              value={label}
              onSave={(text) => set(index, { label: text })}
            />
            <SavedText
              ariaLabel={`Đường dẫn tệp ${index + 1}`}
              value={target}
              onSave={(text) => set(index, { target: text })}
            />
          </>
        ))}
        addLabel="Thêm đường dẫn"
        addPlaceholder="D:\Chuyen de\Du thao.docx hoặc https://…; Enter để thêm"
        onAdd={(target) => quietly((links) => [...links, { label: '', target }])}
        onStep={(index, by) => quietly((links) => stepped(links, index, by))}
        onRemove={(index) => quietly((links) => links.toSpliced(index, 1))}
        error={refused}
      />
    </Section>
  )
}
