import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { Link } from 'wouter'
import { Sheet } from '../ui/page.tsx'

/** The way to the score sheets from the settings. */
export function SheetsSetting() {
  return (
    <Sheet label="Phiếu chấm điểm">
      <Stack gap="sm">
        <div>
          <Title order={2}>Phiếu chấm điểm</Title>
          <Text size="sm" className="soft">
            Tiêu chí, điểm tối đa và mức điểm tính sẵn để chấm chất lượng buổi họp.
          </Text>
        </div>
        <Group>
          <Button variant="default" component={Link} href="/cai-dat/phieu-cham">
            Mở các phiếu chấm điểm
          </Button>
        </Group>
      </Stack>
    </Sheet>
  )
}
