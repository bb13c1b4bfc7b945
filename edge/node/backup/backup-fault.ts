/** What a back-up or a restore is refused for, in a sentence for whoever asked for it. */
export class BackupFault extends Error {
  override name = 'BackupFault'
}
