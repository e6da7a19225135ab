interface HtmlPolicy {
  createHTML(text: string): string;
}

/** The page's own Trusted Types policy, so that its markup strings pass the strict security policy. */
function createPolicy(): HtmlPolicy | null {
  const factory: unknown = Reflect.get(globalThis, 'trustedTypes');
  if (typeof factory !== 'object' || factory === null) return null;
  return (factory as { createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy }).createPolicy('notion-sim', {
    createHTML: (text) => text,
  });
}

const policy = createPolicy();

/** Replaces the inside of an element by markup. */
export function setHtml(element: Element, html: string): void {
  element.innerHTML = policy === null ? html : policy.createHTML(html);
}

/** Makes elements from markup. */
export function elementsFrom(html: string): Element[] {
  const template = document.createElement('template');
  setHtml(template, html);
  return [...template.content.children];
}

export function elementFrom(html: string): HTMLElement {
  const [element] = elementsFrom(html);
  if (!(element instanceof HTMLElement)) throw new Error('Markup without an element');
  return element;
}

/** The one element that must be there. @throws Error when it is not. */
export function need(scope: ParentNode, selector: string): HTMLElement {
  const found = scope.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`Nothing matches ${selector}`);
  return found;
}
