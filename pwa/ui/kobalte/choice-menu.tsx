import * as Kobalte from '@kobalte/core/select'
import Check from 'lucide-solid/icons/check'
import { createUniqueId, type JSX } from 'solid-js'
import { classes } from '../classes.ts'
import { optionClasses, popoverClasses } from './menu.tsx'

export interface ChoiceMenuProps<Option extends string> {
  /** The button's whole name; what is chosen is its description. */
  label: string
  options: readonly Option[]
  value: Option
  onChange(value: Option): void
  /** What an option looks like, in the list and on the button. */
  show(option: Option): JSX.Element
  /** What an option is called: for typing ahead. */
  name(option: Option): string
  class?: string
  shownClass?: string
}

/** A button that shows the one of a few options that holds, and lists them. */
export function ChoiceMenu<Option extends string>(props: ChoiceMenuProps<Option>) {
  const shownId = createUniqueId()
  return (
    <Kobalte.Root<Option>
      options={[...props.options]}
      value={props.value}
      onChange={(value) => value !== null && props.onChange(value)}
      optionTextValue={(option) => props.name(option)}
      disallowEmptySelection
      class={classes('relative', props.class)}
      modal={false}
      placement="bottom-start"
      gutter={4}
      sameWidth={false}
      itemComponent={(line) => (
        <Kobalte.Item item={line.item} class={optionClasses}>
          <Kobalte.ItemLabel class="flex flex-1 items-center gap-2.5">
            {props.show(line.item.rawValue)}
          </Kobalte.ItemLabel>
          <Kobalte.ItemIndicator>
            <Check class="size-4 text-accent" />
          </Kobalte.ItemIndicator>
        </Kobalte.Item>
      )}
    >
      <span aria-hidden="true" class={classes('flex items-center', props.shownClass)}>
        {props.show(props.value)}
      </span>
      {/* Lies over what is seen and does not hold it: what is seen would contradict the name. */}
      <Kobalte.Trigger
        aria-label={props.label}
        aria-describedby={shownId}
        class="absolute inset-0 rounded-control"
      >
        <span id={shownId} class="sr-only">
          {props.name(props.value)}
        </span>
      </Kobalte.Trigger>
      <Kobalte.Portal>
        <Kobalte.Content class={popoverClasses}>
          <Kobalte.Listbox class="outline-none" />
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte.Root>
  )
}
