import { createHash, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { command } from './command.ts'

/** Self-made, for one address: browsers give a camera to https alone. */
export interface Certificate {
  certFile: string
  keyFile: string
  cert: string
  key: string
  /** What Chromium wants to know of a certificate that it shall believe. */
  fingerprint: string
}

export async function makeCertificate(folder: string, address: string): Promise<Certificate> {
  const [certFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  const name = ['-subj', '/CN=Visavis network lab', '-addext', `subjectAltName=IP:${address}`]
  await command('openssl', ['req', ...kind, ...name, '-keyout', keyFile, '-out', certFile])
  const [cert, key] = await Promise.all([readFile(certFile, 'utf8'), readFile(keyFile, 'utf8')])
  const publicKey = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' })
  return {
    certFile,
    keyFile,
    cert,
    key,
    fingerprint: createHash('sha256').update(publicKey).digest('base64'),
  }
}
