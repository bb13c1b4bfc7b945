import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Files } from '../gateways/files.ts'
import { createDiskFiles } from './disk-files.ts'

/** In the data folder, unless a bucket was named; its code is loaded only then. */
export async function filesOf({ s3, dataDir }: Pick<Config, 's3' | 'dataDir'>): Promise<Files> {
  if (s3 === null) return createDiskFiles(join(dataDir, 'files'))
  const { createS3Files } = await import('../gateways/s3/s3-files.ts')
  return createS3Files(s3)
}
