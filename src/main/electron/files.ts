import { existsSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog, shell } from 'electron'
import type { SaveKind } from '../api/host.ts'
import type { Remembered } from './remembered.ts'

const titles: Readonly<Record<SaveKind, string>> = {
  report: 'Lưu báo cáo',
  paper: 'Lưu văn bản',
  findings: 'Lưu kết quả kiểm tra',
}
const typeNames: Readonly<Record<string, string>> = {
  '.xlsx': 'Bảng tính Excel',
  '.pdf': 'Tệp PDF',
  '.docx': 'Văn bản Word',
}

/** Asks where to save, starting in the folder last used for that kind of file (else in Documents). */
export async function chooseSavePath(
  window: BrowserWindow | null,
  remembered: Remembered,
  kind: SaveKind,
  fileName: string,
): Promise<string | null> {
  const last = remembered.read().folders?.[kind]
  const folder = last && existsSync(last) ? last : app.getPath('documents')
  const extension = extname(fileName)
  const options = {
    title: titles[kind],
    buttonLabel: 'Lưu',
    defaultPath: join(folder, fileName),
    filters: [{ name: typeNames[extension] ?? 'Tệp', extensions: [extension.slice(1)] }],
  }
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options))
  if (canceled || !filePath) return null
  remembered.change({ folders: { ...remembered.read().folders, [kind]: dirname(filePath) } })
  return filePath
}

/** Opens the folder a file stands in, with the file selected. */
export async function showFile(path: string): Promise<void> {
  shell.showItemInFolder(path)
}
