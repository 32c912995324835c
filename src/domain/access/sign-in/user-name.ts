/** A user name or e-mail address as it is kept and compared: capitals, outer spaces and ways of writing an accent make no difference. */
export function foldUserName(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase()
}
