import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'

/**
 * The menu bar in Vietnamese. Undo, redo, search, print and help are the page's own: choosing them presses
 * their keys for the user, so that menu, keyboard and browser host all take the same way. The menu therefore
 * shows these keys but leaves them to the page (`registerAccelerator: false`).
 */
export function createMenu(window: () => BrowserWindow | null): Menu {
  const presses = (label: string, accelerator: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    registerAccelerator: false,
    click: () => press(window(), accelerator),
  })
  return Menu.buildFromTemplate([
    {
      label: '&Tệp',
      submenu: [
        presses('&In…', 'CommandOrControl+P'),
        { type: 'separator' },
        { label: '&Thoát', role: 'quit' },
      ],
    },
    {
      label: '&Sửa',
      submenu: [
        presses('&Hoàn tác', 'CommandOrControl+Z'),
        presses('&Làm lại', 'CommandOrControl+Y'),
        { type: 'separator' },
        { label: '&Cắt', role: 'cut' },
        { label: '&Sao chép', role: 'copy' },
        { label: '&Dán', role: 'paste' },
        { label: 'Chọn &tất cả', role: 'selectAll' },
        { type: 'separator' },
        presses('Tìm và &đi tới…', 'CommandOrControl+K'),
      ],
    },
    {
      label: '&Xem',
      submenu: [
        { label: '&Phóng to', role: 'zoomIn' },
        { label: '&Thu nhỏ', role: 'zoomOut' },
        { label: '&Cỡ bình thường', role: 'resetZoom' },
        { type: 'separator' },
        { label: 'Toàn &màn hình', role: 'togglefullscreen' },
      ],
    },
    { label: 'Trợ &giúp', submenu: [presses('&Hướng dẫn màn hình này', 'F1')] },
  ])
}

function press(window: BrowserWindow | null, accelerator: string): void {
  if (!window) return
  const keyCode = accelerator.split('+').at(-1) ?? ''
  const control = process.platform === 'darwin' ? 'meta' : 'control'
  const modifiers: ('meta' | 'control')[] = accelerator.includes('+') ? [control] : []
  window.webContents.focus()
  window.webContents.sendInputEvent({ type: 'keyDown', keyCode, modifiers })
  window.webContents.sendInputEvent({ type: 'keyUp', keyCode, modifiers })
}
