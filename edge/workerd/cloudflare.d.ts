// What the runtime brings, as far as it is used here.

declare module 'cloudflare:workers' {
  export const env: Readonly<Record<string, string | undefined>>
}

declare module '*.sql?raw' {
  const text: string
  export default text
}
