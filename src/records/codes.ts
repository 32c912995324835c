/**
 * Reads a code that the database holds as one of a code list.
 *
 * @throws Error naming the code when the list has no such code: the database is newer than this version, or was changed by hand
 */
export function readCode<List extends Readonly<Record<string, unknown>>>(
  list: List,
  code: string,
): keyof List & string {
  if (!Object.hasOwn(list, code)) throw new Error(`The code "${code}" is not in its list`)
  return code
}
