/** Line icons on a 16-pixel grid, drawn with the text's own colour. */
const PATHS = {
  chevron: 'M4.5 6.5 8 10l3.5-3.5',
  arrow: 'M3 8h10M9 4l4 4-4 4',
  check: 'm3.5 8.5 3 3 6-7',
  close: 'm4 4 8 8m0-8-8 8',
  panel: 'M2.5 3.5h11v9h-11zM9.5 3.5v9',
  settings: 'M2.5 5h6m4 0h1M2.5 11h1m4 0h6M10.5 3.200v3.600M5.5 9.200v3.600',
  pause: 'M6 4v8m4-8v8',
  undo: 'M3 7h6.5a3.5 3.5 0 0 1 0 7H7M6 4 3 7l3 3',
  copy: 'M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z',
  print: 'M4.500 6V2.5h7V6m-7 5.5h-2V6h11v5.5h-2m-7-2h7v4h-7z',
  download: 'M8 2.5v8m-3.5-3.5L8 10.5 11.5 7M3 13.5h10',
  upload: 'M8 10.5v-8M4.500 6 8 2.5 11.5 6M3 13.5h10',
  remove: 'M3 4.500h10M6.5 4.500v-2h3v2m-5 0 .6 9h5.800l.6-9',
  warning: 'M8 2.5 14 13.5H2zM8 7v3m0 1.800v.2',
  plus: 'M8 3.5v9M3.5 8h9',
} as const;

export type IconName = keyof typeof PATHS;

/** A decorative icon: what it stands for is said by text or an `aria-label` of its control. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
