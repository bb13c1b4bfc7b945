// Message templates of the team.

import type { Language } from '../domain/invite.ts'
import type { Template } from '../domain/wire.ts'
import { text } from './cells.ts'
import type { Reads, Transaction } from './database.ts'

export async function readTemplates(reads: Reads): Promise<Template[]> {
  const rows = await reads.all('SELECT id, name, language, text FROM templates ORDER BY name COLLATE NOCASE')
  return rows.map((row) => ({
    id: text(row, 'id'),
    name: text(row, 'name'),
    language: text(row, 'language') as Language,
    text: text(row, 'text'),
  }))
}

export async function keepTemplate(transaction: Transaction, template: Template): Promise<void> {
  await transaction.run(
    `INSERT INTO templates (id, name, language, text) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, language = excluded.language, text = excluded.text`,
    [template.id, template.name, template.language, template.text],
  )
}

/** `false`: there is none of this id. */
export async function deleteTemplate(transaction: Transaction, id: string): Promise<boolean> {
  return (await transaction.run('DELETE FROM templates WHERE id = ?', [id])) === 1
}
