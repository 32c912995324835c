import { describe, expect, it } from 'vitest'
import { networkOf } from './network-of.ts'
import { roleOfGroups, type GroupRole } from './role-of-groups.ts'
import { foldUserName } from './user-name.ts'

describe('the network of an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:DB8:0001:2:ffff::', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})

describe('the role of a group', () => {
  const mapping: readonly GroupRole[] = [
    { group: 'yjs-managers', role: 'team-manager' },
    { group: 'yjs-staff', role: 'case-manager' },
  ]

  it('is the one that the settings name', () => {
    expect(roleOfGroups(['everyone', 'yjs-staff'], mapping)).toBe('case-manager')
  })

  it('is the first of the settings for a person of several groups', () => {
    expect(roleOfGroups(['yjs-staff', 'yjs-managers'], mapping)).toBe('team-manager')
  })

  it('is none for a person of no mapped group', () => {
    expect(roleOfGroups(['everyone'], mapping)).toBeNull()
    expect(roleOfGroups([], mapping)).toBeNull()
    expect(roleOfGroups(['YJS-STAFF'], mapping)).toBeNull()
  })
})

describe('a user name', () => {
  it.each([
    [' Sam.Field@Council.Example ', 'sam.field@council.example'],
    ['ÉANNA', 'éanna'],
    ['e\u0301anna', 'éanna'],
  ])('%j is kept as %s', (typed, kept) => {
    expect(foldUserName(typed)).toBe(kept)
  })
})
