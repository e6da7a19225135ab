const TYPES: Readonly<Record<string, string>> = { json: 'application/json', csv: 'text/csv', md: 'text/markdown' };

/** Offers a text as a file to be saved, through the browser's own download. */
export function saveFile(name: string, text: string): void {
  const type = TYPES[name.split('.').pop() ?? ''] ?? 'text/plain';
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
