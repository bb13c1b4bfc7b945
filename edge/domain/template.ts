// Message templates for invites. Variables stand in braces: {name}, {operator}, {team}.

export const templateVariables = ['name', 'operator', 'team'] as const
export type TemplateVariable = (typeof templateVariables)[number]

/**
 * The text with its variables filled in. An empty value takes the space before it along,
 * so that "Hello {name}," without a name reads "Hello,". Other braces stay as they are.
 */
export function fillTemplate(text: string, values: Readonly<Record<TemplateVariable, string>>): string {
  return text.replaceAll(/( ?)\{(name|operator|team)\}/g, (_, space: string, variable: TemplateVariable) => {
    const value = values[variable].trim()
    return value === '' ? '' : `${space}${value}`
  })
}
