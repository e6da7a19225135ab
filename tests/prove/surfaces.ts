/**
 * What can be counted of the surfaces: npm run prove:surfaces -- [--quick] [--json]
 * Axe on every surface in every state, the popup's opening with 30,000 words open, the panel's update, the advice on the
 * documents written for it, and the stories of a person and Stagemark. Exit status 1 where a promise is not kept.
 */
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { raiseStage } from '../e2e/surfaces-stage.ts';
import { ensureBrowser } from '../run/browser.ts';
import { runProgram } from '../run/steps.ts';
import { proveAdvice } from './surfaces/advice.ts';
import { proveAxe } from './surfaces/axe.ts';
import { provePixels } from './surfaces/pixels.ts';
import { popupKilobytes, provePanelUpdate, provePopup } from './surfaces/speed.ts';
import { proveStories } from './surfaces/stories.ts';

/** Promises, in milliseconds and kB. */
const LIMITS = { popupMs: 100, popupKb: 120, panelMs: 50, adviceCases: 60 } as const;

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, json: { type: 'boolean' } } });
const quick = values.quick ?? false;
const progress = (line: string) => console.error(line);

if ((await runProgram('wxt', ['build', '-b', 'chrome'])) !== 0) throw new Error('The extension could not be built.');
const advice = proveAdvice();

progress('Surfaces under axe, and the panel …');
const plain = await chromium.launch({ executablePath: ensureBrowser(progress), args: ['--no-sandbox'] });
const axe = await proveAxe(plain, quick);
const pixels = await provePixels(plain);
const panelUpdateMs = await provePanelUpdate(plain, quick ? 10 : 30);
await plain.close();

progress('Popup and stories in the built extension …');
const stage = await raiseStage();
const popup = await provePopup(stage, quick ? 7 : 20);
const stories = await proveStories(stage, quick, progress);
await stage.browser.close();

const round = (value: number) => Math.round(value * 10) / 10;
const proof = {
  axe: { surfaces: axe.surfaces, violations: axe.violations },
  popup: {
    interactiveMs: round(popup.interactiveMs),
    mainThreadMs: round(popup.mainThreadMs),
    bundleKb: popupKilobytes(),
  },
  panelUpdateMs: round(panelUpdateMs),
  advice: { cases: advice.cases, right: advice.right, read: advice.read },
  contrast: { checked: pixels.checked, leastOnLines: pixels.leastOnLines },
  stories: { count: stories.count, passed: stories.passed },
};
const broken = [
  ...axe.found,
  ...pixels.found,
  ...advice.wrong.map((name) => `advice: ${name}`),
  ...stories.failed.map((name) => `story: ${name}`),
  ...(proof.popup.interactiveMs < LIMITS.popupMs ? [] : [`popup opens in ${proof.popup.interactiveMs} ms`]),
  ...(proof.popup.bundleKb < LIMITS.popupKb ? [] : [`popup loads ${proof.popup.bundleKb} kB`]),
  ...(proof.panelUpdateMs < LIMITS.panelMs ? [] : [`panel updates in ${proof.panelUpdateMs} ms`]),
  ...(proof.advice.cases >= LIMITS.adviceCases ? [] : [`only ${proof.advice.cases} advice cases`]),
];
if (values.json) console.log(JSON.stringify(proof, null, 2));
else {
  console.log(`axe: ${axe.violations} violations on ${axe.surfaces} surfaces (each in a state and a colour scheme)`);
  console.log(
    `popup: interactive in ${proof.popup.interactiveMs} ms with 30,000 words open (${proof.popup.mainThreadMs} ms of its main thread); loads ${proof.popup.bundleKb} kB`,
  );
  console.log(`panel: another state of 2,000 passages in ${proof.panelUpdateMs} ms`);
  console.log(
    `advice: ${advice.right} of ${advice.cases} small documents right with labels by hand, ${advice.read} with those of the classifier`,
  );
  console.log(`stories: ${stories.passed} of ${stories.count} passed${quick ? ' (the short ones)' : ''}`);
}
for (const line of broken) progress(`not kept: ${line}`);
process.exitCode = broken.length === 0 ? 0 : 1;
