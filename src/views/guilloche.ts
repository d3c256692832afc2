/** Closed rosette curves (hypotrochoids) as an SVG path in a 200 by 200 box. */
export function guillochePath(): string {
  return [86, 70, 54, 38].map((radius, index) => rosette(radius, 7 + index)).join('');
}

/** One rosette: `petals` lobes around the middle, `radius` units out. */
function rosette(radius: number, petals: number): string {
  const points = 180;
  const at = (index: number): string => {
    const angle = (index / points) * 2 * Math.PI;
    const reach = radius + 12 * Math.cos(petals * angle);
    const x = 100 + reach * Math.cos(angle + 0.6 * Math.sin(petals * angle));
    const y = 100 + reach * Math.sin(angle + 0.6 * Math.sin(petals * angle));
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  return `M${Array.from({ length: points }, (_, index) => at(index)).join('L')}Z`;
}
