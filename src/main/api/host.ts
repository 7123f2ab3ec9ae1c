/** Kinds of file a user saves; each remembers its own folder. */
export type SaveKind = 'report' | 'paper' | 'findings'

/** What only the host of the program can do; implemented once for Electron and once for the browser host. */
export type Host = {
  /** Asks the user where to save; null when they cancelled. The browser host saves into its own folder. */
  chooseSavePath: (kind: SaveKind, fileName: string) => Promise<string | null>
  /** Asks for a place and answers a folder there that does not exist yet; null when they cancelled. */
  chooseNewFolder: (kind: SaveKind, folderName: string) => Promise<string | null>
  /** Opens the folder a file stands in, the file selected where the system can. */
  showFile: (path: string) => Promise<void>
  /** Prints a whole HTML page to PDF with the real print engine. Throws AppError('pdf-unavailable'). */
  printToPdf: (html: string) => Promise<Uint8Array>
  /** Opens the system's print dialog for a page; false where the screen must do it by itself. */
  print: (html: string) => Promise<boolean>
}
