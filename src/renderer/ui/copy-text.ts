/**
 * Puts a text on the clipboard, from within a key press or a click; answers whether it was taken. The newer way asks
 * for a permission, and the program's window refuses every permission.
 */
export function copyText(text: string): boolean {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }
  document.addEventListener('copy', put, { once: true })
  try {
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', put)
  }
}
