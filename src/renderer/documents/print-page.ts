/** Prints a whole HTML page from a frame nobody sees: what the user's browser does where the host prints nothing. */
export async function printHere(html: string): Promise<void> {
  const frame = document.createElement('iframe')
  frame.title = 'Bản in'
  frame.style.cssText = 'position: fixed; width: 0; height: 0; border: 0; visibility: hidden'
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  frame.srcdoc = html
  document.body.append(frame)
  await loaded
  const page = frame.contentWindow
  if (!page) return
  await page.document.fonts.ready
  // The dialog may stay open after `print` returns, and it prints what is still there.
  page.addEventListener('afterprint', () => frame.remove(), { once: true })
  page.print()
}
