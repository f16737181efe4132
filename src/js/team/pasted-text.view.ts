/** The plain text of a paste event. */
export function pastedText(event: JQuery.TriggeredEvent): string {
  const { clipboardData } = event.originalEvent as ClipboardEvent
  return clipboardData?.getData('text/plain') ?? ''
}
