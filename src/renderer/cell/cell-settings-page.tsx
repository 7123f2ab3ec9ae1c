import { Button, Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useRead, useWrite } from '../api/hooks.ts'
import { type Help, useHelp } from '../ui/help.tsx'
import { Loading } from '../ui/messages.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { KnownCellForm } from './cell-form.tsx'

const help: Help = {
  about:
    'Thông tin chi bộ, các mức theo thông lệ, nhiệm kỳ, thể thức văn bản, phiếu chấm điểm. Mọi màn hình tính theo những gì ghi ở đây.',
  keys: [{ keys: 'Tab', does: 'Sang ô tiếp theo, ô vừa rời được lưu' }],
}

/** What was said on the first start, to be corrected; other features' settings; where the data lies; the sample office. */
export function CellSettingsPage(props: { children: ReactNode }) {
  useHelp(help)
  const [, navigate] = useLocation()
  const cell = useRead('cell.get', {})
  const status = useRead('office.status', {})
  const openSample = useWrite('office.openSample')
  if (!cell.data || !status.data) return <Loading />
  return (
    <Page title="Cài đặt">
      <Sheet label="Thông tin chi bộ">
        <Stack gap="sm">
          <Title order={2}>Chi bộ</Title>
          <KnownCellForm cell={cell.data} />
        </Stack>
      </Sheet>
      {props.children}
      <Sheet label="Dữ liệu">
        <Stack gap="xs">
          <Title order={2}>Dữ liệu</Title>
          <Text size="sm">
            Dữ liệu nằm tại thư mục: <b>{status.data.dataFolder}</b>
          </Text>
          {!status.data.sample && (
            <Group>
              <Button
                variant="default"
                onClick={() => openSample.mutate({}, { onSuccess: () => navigate('/') })}
                loading={openSample.isPending}
              >
                Xem thử với dữ liệu mẫu
              </Button>
            </Group>
          )}
        </Stack>
      </Sheet>
    </Page>
  )
}
