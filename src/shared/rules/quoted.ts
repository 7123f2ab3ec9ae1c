/** A title between quotation marks, shortened where it would fill the sentence it stands in. */
export function quoted(title: string): string {
  const shown = title.length > 60 ? `${title.slice(0, 59).trimEnd()}…` : title
  return `“${shown}”`
}
