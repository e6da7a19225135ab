/** Stagemark's own sign: three stages as three steps. Decorative; the name stands beside it. */
export function Glyph({ size = 16 }: { readonly size?: number }) {
  const em = `${size / 16}rem`;
  return (
    <svg class="glyph" viewBox="0 0 16 16" style={{ width: em, height: em }} aria-hidden="true">
      <rect x="1" y="11" width="14" height="4" rx="1.5" fill="var(--execution)" />
      <rect x="5" y="6" width="10" height="4" rx="1.5" fill="var(--strategy)" />
      <rect x="9" y="1" width="6" height="4" rx="1.5" fill="var(--organisation)" />
    </svg>
  );
}
