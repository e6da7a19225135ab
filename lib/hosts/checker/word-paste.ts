/**
 * Word pastes list items as paragraphs whose style names their level, with the bullet as text. Turned into real lists here,
 * so that they are read as list items. HTML from elsewhere comes back unchanged.
 */
export function mendWordHtml(html: string): string {
  if (!/mso-list|MsoListParagraph|MsoTitle/i.test(html)) return html;
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const title of page.querySelectorAll('p.MsoTitle')) rename(title, 'h1');
  let list: { readonly root: Element; readonly stack: Element[] } | null = null;
  let previous: Element | null = null;
  for (const paragraph of page.querySelectorAll('p')) {
    const level = listLevel(paragraph);
    if (level === null) continue;
    const ordered = /^\s*(?:\d+|[a-z]|[ivx]+)[.)]/i.test(takeBullet(paragraph));
    if (list === null || paragraph.previousElementSibling !== previous) {
      const root = page.createElement(ordered ? 'ol' : 'ul');
      paragraph.before(root);
      list = { root, stack: [root] };
    }
    previous = list.root;
    place(page, list.stack, level, ordered, paragraph);
  }
  return page.body.innerHTML;
}

function place(page: Document, stack: Element[], level: number, ordered: boolean, paragraph: Element): void {
  stack.length = Math.min(stack.length, level + 1);
  while (stack.length < level + 1) {
    const inner = page.createElement(ordered ? 'ol' : 'ul');
    const parent = stack.at(-1);
    if (parent === undefined) return;
    const item = parent.lastElementChild ?? parent.appendChild(page.createElement('li'));
    item.append(inner);
    stack.push(inner);
  }
  const item = page.createElement('li');
  stack.at(-1)?.append(item);
  item.append(paragraph);
}

/** Level of a Word list paragraph, 0 = outermost, or null for another paragraph. */
function listLevel(paragraph: Element): number | null {
  const style = paragraph.getAttribute('style') ?? '';
  const level = /mso-list:[^;]*\blevel(\d+)/i.exec(style)?.[1];
  if (level !== undefined) return Math.min(8, Number(level) - 1);
  return /\bMsoListParagraph/.test(paragraph.className) && /mso-list/i.test(paragraph.innerHTML) ? 0 : null;
}

/** Removes the bullet or number that Word wrote as text. @returns that text. */
function takeBullet(paragraph: Element): string {
  let bullet = '';
  for (const span of paragraph.querySelectorAll('span')) {
    if (!/mso-list:\s*Ignore/i.test(span.getAttribute('style') ?? '')) continue;
    bullet += span.textContent ?? '';
    span.remove();
  }
  return bullet;
}

function rename(element: Element, name: string): void {
  const renamed = element.ownerDocument.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}
