/** The value of one line of Prometheus' text; `undefined` where there is none. `name` stands with its labels, in order. */
export function metric(text: string, name: string): number | undefined {
  const line = text.split('\n').find((one) => one.startsWith(`${name} `))
  return line === undefined ? undefined : Number(line.slice(name.length + 1))
}
