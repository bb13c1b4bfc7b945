import { readConfig } from '../../edge/config.ts'
import { start } from '../../edge/node/start.ts'
import { chooseHousePlace } from './house-place.ts'

/** The real server with the built pages, in this process: a house of its own for each test costs little. */
export interface OpenHouse {
  /** As this machine reaches it. */
  url: string
  /** As browsers know it. */
  publicUrl: string
  databaseUrl: string
  end(): Promise<void>
}

/** @param pages a folder of built pages in the place of the project's own */
export async function openHouse(over: Record<string, string> = {}, pages?: string): Promise<OpenHouse> {
  const place = await chooseHousePlace(over)
  const config = readConfig(place.environment)
  const house = await start(config, pages)
  return {
    url: place.url,
    publicUrl: place.publicUrl,
    databaseUrl: config.databaseUrl,
    async end() {
      await house.end()
      await place.clear()
    },
  }
}
