import { spawn } from 'node:child_process'

/** Runs a program to its end and gives what it printed; its complaint is the error. */
export function command(program: string, args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] })
    let printed = ''
    let complaint = ''
    child.stdout.on('data', (data) => (printed += data))
    child.stderr.on('data', (data) => (complaint += data))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0
        ? resolve(printed)
        : reject(new Error(`${program} ${args.join(' ')} ended with ${code}: ${complaint}`)),
    )
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}
