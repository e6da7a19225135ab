/** Puts a text on the clipboard, with its rich form where there is one. Rejects where the browser refuses. */
export async function copyText(text: string, html?: string): Promise<void> {
  const plain = new Blob([text], { type: 'text/plain' });
  const rich = html === undefined ? null : new Blob([html], { type: 'text/html' });
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': plain, ...(rich && { 'text/html': rich }) })]);
}
