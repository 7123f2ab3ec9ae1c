import { existsSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog, type OpenDialogOptions, shell } from 'electron'
import type { SaveKind } from '../api/host.ts'
import { freePath } from '../files/free-path.ts'
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

/** Asks for a folder, starting in the one last used, and answers a new one in it. */
export async function chooseNewFolder(
  window: BrowserWindow | null,
  remembered: Remembered,
  kind: SaveKind,
  folderName: string,
): Promise<string | null> {
  const last = remembered.read().folders?.[kind]
  const options: OpenDialogOptions = {
    title: titles[kind],
    buttonLabel: 'Chọn thư mục',
    defaultPath: last && existsSync(last) ? last : app.getPath('documents'),
    properties: ['openDirectory', 'createDirectory'],
  }
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  const [chosen] = filePaths
  if (canceled || !chosen) return null
  remembered.change({ folders: { ...remembered.read().folders, [kind]: chosen } })
  return freePath(chosen, folderName)
}

/** Opens the folder a file stands in, with the file selected. */
export async function showFile(path: string): Promise<void> {
  shell.showItemInFolder(path)
}
