import { Button, Center, Group, Stack, Text, Title } from '@mantine/core'
import { useLocation } from 'wouter'
import { useWrite } from '../api/hooks.ts'
import { Sheet } from '../ui/page.tsx'
import { NewCellForm } from './cell-form.tsx'

/** The one page of the first start: who the cell is. Then the members' screen offers how to go on. */
export function FirstStartPage() {
  const [, navigate] = useLocation()
  const openSample = useWrite('office.openSample')
  return (
    <Center mih="100vh" p="lg" component="main">
      <Stack maw={860} w="100%" gap="md">
        <div>
          <Title order={1}>Văn phòng Chi bộ</Title>
          <Text className="soft">
            Mọi dữ liệu nằm trên máy này, không gửi đi đâu. Trước hết, hãy cho biết chi bộ của đồng chí.
          </Text>
        </div>
        <Sheet label="Thông tin chi bộ">
          <NewCellForm onSaved={() => navigate('/dang-vien')} />
        </Sheet>
        <Group justify="space-between">
          <Text size="sm" className="soft">
            Muốn xem trước chương trình làm được gì? Văn phòng mẫu có số liệu hư cấu, không lẫn với dữ liệu
            thật.
          </Text>
          <Button
            variant="default"
            loading={openSample.isPending}
            onClick={() => openSample.mutate({}, { onSuccess: () => navigate('/') })}
          >
            Xem thử với dữ liệu mẫu
          </Button>
        </Group>
      </Stack>
    </Center>
  )
}
