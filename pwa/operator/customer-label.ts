/** What a customer is called: the name, or else the number. */
export function customerLabel(customer: { name: string; phone: string }): string {
  return customer.name || readablePhone(customer.phone)
}

// Grouped for the eye alone. The numbering plans' own groups would cost 16 kB; the digits are what counts.
const groups: readonly [RegExp, string][] = [
  [/^\+90(\d{3})(\d{3})(\d{2})(\d{2})$/, '+90 $1 $2 $3 $4'],
  [/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1 $2 $3'],
  [/^\+44(\d{4})(\d{3})(\d{3})$/, '+44 $1 $2 $3'],
]

/** `+90 532 123 45 67` */
export function readablePhone(phone: string): string {
  const known = groups.find(([pattern]) => pattern.test(phone))
  if (known) return phone.replace(known[0], known[1])
  return phone.replace(/^(\+\d{2})(\d{3})(\d{3})(\d+)$/, '$1 $2 $3 $4')
}
