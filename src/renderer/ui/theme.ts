import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** The one accent: a deep red for the few things that matter. */
const red: MantineColorsTuple = [
  '#fbeeee',
  '#f1dada',
  '#e2b3b1',
  '#d48a87',
  '#c86764',
  '#b44a47',
  '#a3302f',
  '#8f1d1d',
  '#7a1717',
  '#661010',
]

export const theme = createTheme({
  primaryColor: 'red',
  primaryShade: 7,
  colors: { red },
  black: '#26211c',
  fontFamily: 'Inter, "Segoe UI", system-ui, sans-serif',
  fontSizes: { xs: '13px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.55', lg: '1.55', xl: '1.45' },
  headings: {
    fontWeight: '700',
    sizes: { h1: { fontSize: '22px', lineHeight: '1.4' }, h2: { fontSize: '17px', lineHeight: '1.45' } },
  },
  defaultRadius: 4,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right', allowDeselect: false } },
    Button: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
    ActionIcon: { defaultProps: { size: 28 } },
  },
})
