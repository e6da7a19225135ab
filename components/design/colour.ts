/**
 * Colour arithmetic behind the palette's promises: contrast after WCAG 2.2, and what a colour looks like with each of the
 * common colour-vision deficiencies.
 */

/** Linear-light red, green, blue, 0-1. */
type Linear = readonly [number, number, number];
type Matrix = readonly [Linear, Linear, Linear];

export const VISIONS = ['normal', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
export type Vision = (typeof VISIONS)[number];

/** Full-strength simulation in linear RGB: Machado, Oliveira and Fernandes (2009), table for severity 1.0. */
const SIMULATION: Readonly<Record<Vision, Matrix>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Relative luminance (WCAG 2.2) of a `#rrggbb` colour, 0-1. */
export function luminance(colour: string): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio (WCAG 2.2) of two `#rrggbb` colours, 1-21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** How far apart two colours look with a kind of vision: distance in OKLab (0.02 is just noticeable, black to white is 1). */
export function separation(one: string, other: string, vision: Vision): number {
  const a = oklab(simulate(linear(one), vision));
  const b = oklab(simulate(linear(other), vision));
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function linear(colour: string): Linear {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new RangeError(`Not a #rrggbb colour: ${colour}`);
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function simulate([red, green, blue]: Linear, vision: Vision): Linear {
  const row = ([r, g, b]: Linear) => Math.min(1, Math.max(0, r * red + g * green + b * blue));
  const [first, second, third] = SIMULATION[vision];
  return [row(first), row(second), row(third)];
}

/** Linear RGB to OKLab, after Ottosson (2020). */
function oklab([red, green, blue]: Linear): Linear {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
