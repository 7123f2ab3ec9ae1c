/** Where the program's own page lives in Electron: a scheme of its own, served from the built files. */
export const scheme = 'app'
export const ownOrigin = `${scheme}://office`
export const ownPage = `${ownOrigin}/`

/** Whether an address belongs to our own page. Node's URL gives such schemes no origin, so host and scheme. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return `${url.protocol}//${url.host}` === ownOrigin
}
