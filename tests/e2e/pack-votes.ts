/**
 * What rule packs say of a document's passages, as `pack: label`. Runs in a page of the extension, to which it is sent as text: nothing
 * from outside may stand in it.
 * @param tab the browser's id of the document's tab.
 */
export async function packVotes(tab: number): Promise<string[]> {
  const ask = (request: object) => chrome.tabs.sendMessage(tab, request, { frameId: 0 });
  const { id: surfaceId, report } = (await ask({ kind: 'get-state' })).value.surfaces[0];
  const found: string[] = [];
  for (const { id: passageId } of report?.passages ?? []) {
    const { value } = await ask({ kind: 'explain-passage', surfaceId, passageId });
    for (const { source, text } of value?.explanation.evidence ?? [])
      if (source === 'pack') found.push(`${text}: ${value.verdict.label}`);
  }
  return found;
}
