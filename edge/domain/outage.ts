/** Something that we depend on does not answer. Nothing was saved, and the same request may work later. */
export class Outage extends Error {
  override name = 'Outage'
}
