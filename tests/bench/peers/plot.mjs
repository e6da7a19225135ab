// Draws a Vega-Lite specification as SVG text, without a browser.
import { parse, View } from 'vega';
import { compile } from 'vega-lite';

export async function drawSvg(specification) {
  const view = new View(parse(compile(specification).spec), { renderer: 'none' });
  return view.toSVG();
}
