/** What a paste event brings, as plain text. */
export function pastedText(event: JQuery.TriggeredEvent): string {
  const { clipboardData } = event.originalEvent as ClipboardEvent
  return clipboardData?.getData('text/plain') ?? ''
}
