/** The name of a code in a list of names or of entries with a name; the code itself where the list does not have it. */
export function nameOf(
  list: Readonly<Record<string, string | { readonly name: string }>>,
  code: string,
): string {
  const entry = Object.hasOwn(list, code) ? list[code] : undefined
  if (entry === undefined) return code
  return typeof entry === 'string' ? entry : entry.name
}
