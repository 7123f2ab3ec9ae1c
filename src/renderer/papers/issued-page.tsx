import { Button, Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link, Redirect, useLocation } from 'wouter'
import type { Input } from '../../shared/contract/index.ts'
import { formatVietnameseDate } from '../../shared/rules/vietnamese-date.ts'
import { useRead } from '../api/hooks.ts'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading, Refusal } from '../ui/messages.tsx'
import { Page } from '../ui/page.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'

const help: Help = {
  about: 'Văn bản đúng như lúc ban hành, từng lần sửa.',
  keys: [
    { keys: 'Ctrl+P', does: 'In' },
    { keys: 'Esc', does: 'Về sổ đăng ký văn bản' },
  ],
}
const home = '/van-ban/so'

/** A paper of the register exactly as it was issued, and each time it was issued again. */
export function IssuedPage(props: {
  /** Of any of its issues. */
  issuedId: number
  preview: (paper: Input<'documents.pdf'>) => ReactNode
}) {
  useHelp(help)
  const [, navigate] = useLocation()
  useShortcuts([{ key: 'escape', run: () => navigate(home) }])
  const register = useRead('register.get', {})
  if (register.error) return <Refusal message={register.error.message} />
  if (!register.data) return <Loading />
  const paper = register.data.papers.find(
    ({ origin, id, revisions }) =>
      origin === 'issued' && [id, ...revisions.map((each) => each.id)].includes(props.issuedId),
  )
  if (!paper) return <Redirect to={home} />
  const issues = [
    { id: paper.id, words: `Ban hành ${formatVietnameseDate(paper.issuedOn)}` },
    ...paper.revisions.map(({ id, revision, issuedOn, reason }) => ({
      id,
      words: `Sửa lần ${revision}, ${formatVietnameseDate(issuedOn)}: ${reason}`,
    })),
  ]
  return (
    <Page
      title={`Số ${paper.symbol}`}
      subtitle={paper.title}
      actions={
        <>
          {paper.meeting && (
            <Button component={Link} href={`/cuoc-hop/${paper.meeting.id}/van-ban`} variant="default">
              Văn bản của buổi họp
            </Button>
          )}
          {paper.year !== null && (
            <Button component={Link} href={`/chuyen-de/nam/${paper.year}/van-ban`} variant="default">
              Văn bản chuyên đề năm {paper.year}
            </Button>
          )}
          <Button component={Link} href={home} variant="default">
            Về sổ đăng ký
          </Button>
        </>
      }
    >
      {issues.length > 1 && (
        <Select
          label="Xem bản"
          w={420}
          data={issues.map(({ id, words }) => ({ value: String(id), label: words }))}
          value={String(props.issuedId)}
          onChange={(chosen) => chosen && navigate(`${home}/${chosen}`)}
          allowDeselect={false}
        />
      )}
      {props.preview({ paper: 'issued', issuedId: props.issuedId })}
    </Page>
  )
}
