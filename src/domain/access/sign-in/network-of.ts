/**
 * The network that tries are counted under: an IPv4 address itself, the first half of an IPv6 address, since one household or office
 * holds all of the second half and could change it with each try.
 *
 * @param address as the connection gives it; an IPv4 address written as IPv6 counts as IPv4
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(bare)?.[1]
  if (mapped !== undefined) return mapped
  if (!bare.includes(':')) return bare
  const [head = '', tail] = bare.toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const left = Array.from({ length: 8 - before.length - after.length }, () => '0')
  const groups = [...before, ...(tail === undefined ? [] : left), ...after].slice(0, 4)
  return groups.map(group => group.replace(/^0+(?=.)/u, '')).join(':')
}
