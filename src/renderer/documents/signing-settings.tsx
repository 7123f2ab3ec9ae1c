import { Divider, Stack, Text } from '@mantine/core'
import { Fragment, useState } from 'react'
import { paperName } from '../../shared/documents/papers.ts'
import type { SignedPaper } from '../../shared/rules/signing.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { Loading, Refusal } from '../ui/messages.tsx'
import { Section } from '../ui/section.tsx'
import { SigningLine } from '../ui/signing-line.tsx'

/** Who signs each kind of paper, and in what form; one paper may be signed otherwise where it is issued. */
export function SigningSettings() {
  const [opened, setOpened] = useState<SignedPaper | null>(null)
  const kinds = useRead('signing.list', {})
  const people = useRead('signing.people', { of: { paper: 'notice' } }, { enabled: opened !== null })
  const choose = useWrite('signing.choose')
  if (kinds.error) return <Refusal message={kinds.error.message} />
  if (!kinds.data) return <Loading />
  return (
    <Section title="Chữ ký văn bản">
      <Text size="sm" className="soft" mb="xs">
        Mỗi loại văn bản do ai ký, theo hình thức nào; riêng một văn bản thì đổi được khi ban hành. Biên bản
        do người ghi biên bản và chủ trì ký.
      </Text>
      <Stack gap={6}>
        {kinds.data.map((kind, index) => (
          <Fragment key={kind.paper}>
            {index > 0 && <Divider />}
            <SigningLine
              label={paperName(kind.paper)}
              signing={kind}
              open={opened === kind.paper}
              onOpen={(open) => setOpened(open ? kind.paper : null)}
              people={people.data ?? []}
              onChoose={(chosen) => choose.mutate({ of: { paper: kind.paper }, ...chosen })}
            />
          </Fragment>
        ))}
      </Stack>
    </Section>
  )
}
