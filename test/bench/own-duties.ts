import { randomUUID } from 'node:crypto'
import { readDuties } from '#records/duties.ts'
import { inService } from '#records/scope.ts'
import { today } from './databases.ts'
import { newIdEachTime } from './load.ts'
import { contactPath, savedContact } from './pages.ts'
import { inRounds, ratios, spreadOf, timeOf } from './rounds.ts'
import type { RunningApp } from './running-app.ts'
import { statementsOf } from './statements.ts'
import { chooseOpenWork, type Subjects, type WorkSaved } from './subjects.ts'
import type { WorkComparison } from './whole-service.ts'

const saves = 20

/**
 * Saving a contact and asking at once what that child is owed, over saving it alone.
 *
 * Without the wire, so that nothing else hides what the duties cost. The request that saves has its transaction open already, so the
 * duties are read in one that stays open too; each save goes to the next of many children, so that nobody gathers more contacts than a
 * child has in life.
 */
export async function compareOwnDuties(
  app: RunningApp,
  subjects: Subjects,
  rounds: number,
): Promise<WorkComparison> {
  const works = await chooseOpenWork(app.db, subjects)
  const [sender] = (await savedContact(app, subjects)).senders
  if (sender === undefined || works.length === 0) throw new Error('There is nothing to save')
  let turn = 0
  const save = async (): Promise<WorkSaved> => {
    const work = works[turn % works.length] ?? subjects.saved
    turn += 1
    const body = sender.body.replace(newIdEachTime, randomUUID())
    await app.ask({ method: 'POST', path: contactPath(work), cookie: sender.cookie, body })
    return work
  }
  return await inService(app.db, { serviceId: subjects.serviceId, staffId: null }, async scope => {
    const both = async () => {
      const { childId } = await save()
      return await readDuties(scope, { of: 'child', childId }, today)
    }
    const statements = await statementsOf(both)
    const { values, loadAtStart } = await inRounds(rounds, [
      () => timeOf(saves, both),
      () => timeOf(saves, save),
    ])
    const [withDuties = [], alone = []] = values
    return {
      name: 'Saving a contact and asking what that child is owed',
      limit: 'the same contact saved alone',
      rows: null,
      statements: statements.length,
      milliseconds: spreadOf(withDuties),
      toLimit: ratios(withDuties, alone),
      target: { atMost: 1.25 },
      loadAtStart,
    }
  })
}
