import type { CountryCode, PhoneNumber as ParsedNumber } from 'libphonenumber-js/max'
import type { PhoneNumber } from '../domain/sms.ts'

// Premium, shared-cost and personal numbers (070 in the UK) bill the caller: the usual
// target of SMS fraud. Toll-free numbers and pagers are nobody's phone.
// A landline stays: some networks read messages out, and Twilio has the last word.
const reachable = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE', 'FIXED_LINE', 'VOIP'])

/**
 * A phone number as a person types it, checked against the numbering plans, or `null`.
 * `defaultCountry` (ISO 3166-1, "TR") reads national numbers; `+` and `00` name their own country.
 */
export async function readPhoneNumber(text: string, defaultCountry: string): Promise<PhoneNumber | null> {
  const { parsePhoneNumberFromString, isSupportedCountry } = await plans()
  const country = isSupportedCountry(defaultCountry) ? (defaultCountry as CountryCode) : undefined
  const options = { extract: false, ...(country && { defaultCountry: country }) }
  const number = parsePhoneNumberFromString(internationally(text), options)
  return number && canGetSms(number) ? (number.number as string as PhoneNumber) : null
}

/** The country a number belongs to (ISO 3166-1), for the list of allowed countries. */
export async function countryOf(number: PhoneNumber): Promise<string | null> {
  const { parsePhoneNumberFromString } = await plans()
  return parsePhoneNumberFromString(number)?.country ?? null
}

// A number outside every plan has no type. Without a country (satellite, +979) no list of
// allowed countries can hold it. An SMS cannot dial an extension.
function canGetSms(number: ParsedNumber): boolean {
  const type = number.getType()
  return !!type && reachable.has(type) && !!number.country && !number.ext
}

// "00" is how most of the world dials abroad; where it is not (the US), no number begins so.
function internationally(text: string): string {
  return text.trim().replace(/^00/, '+')
}

// The plans of the whole world are 150 kB of tables: a start need not wait for them.
function plans() {
  return import('libphonenumber-js/max')
}
