import LogOut from 'lucide-solid/icons/log-out'

/** Out of the door, in the direction in which one reads. */
export function LeaveIcon(props: { class?: string }) {
  return <LogOut class={`${props.class ?? ''} rtl:-scale-x-100`} />
}
