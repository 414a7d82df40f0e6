const HALF_LOG_TWO_PI = 0.9189385332046727;
const ONE_MINUS_EULER = 0.42278433509846713;

/** (−1)ᵏ(ζ(k) − 1)/k for k = 2, 3, …. */
// biome-ignore format: a table
const ZETA = [
  0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986, 0.0028905103307415234,
  -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939, 9.945751278180853e-05, -4.492623673813314e-05,
  2.050721277567069e-05, -9.439488275268397e-06, 4.374866789907488e-06, -2.039215753801366e-06, 9.55141213040742e-07,
  -4.492469198764566e-07, 2.1207184805554665e-07, -1.0043224823968099e-07, 4.7698101693639804e-08,
  -2.2711094608943164e-08, 1.0838659214896955e-08, -5.183475041970047e-09, 2.4836745438024785e-09,
  -1.1921401405860912e-09, 5.731367241678862e-10, -2.7595228851242334e-10, 1.330476437424449e-10,
];

/**
 * ln Γ(x), x > 0, with full relative accuracy also near its zeros at 1 and 2.
 *
 * @see Abramowitz & Stegun (1964), 6.1.33 (the series about 2) and 6.1.41 (Stirling's)
 */
export function logGamma(x: number): number {
  if (x < 0.5) return logGammaOnePlus(x) - Math.log(x);
  if (x < 1.5) return logGammaOnePlus(x - 1);
  if (x >= 10) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingError(x);
  let product = 1;
  let y = x;
  while (y > 2.5) product *= --y;
  return Math.log(product) + logGammaTwoPlus(y - 2);
}

/** ln Γ(1 + z), −½ ≤ z ≤ ½, also where 1 + z would round z away. */
export function logGammaOnePlus(z: number): number {
  return logGammaTwoPlus(z) - Math.log1p(z);
}

/** ln Γ(2 + z), |z| ≤ ½. */
function logGammaTwoPlus(z: number): number {
  let sum = 0;
  for (let k = ZETA.length - 1; k >= 0; k--) sum = z * (ZETA[k] + sum);
  return z * (ONE_MINUS_EULER + sum);
}

/** ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π, x > 0: what Stirling's formula leaves out. */
export function stirlingError(x: number): number {
  if (x <= 0.5) return logGammaOnePlus(x) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
  if (x < 10) return logGamma(x) - (x - 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
  const z = 1 / (x * x);
  const last = z * (1 / 156 - z * (3617 / 122400 - z * (43867 / 244188)));
  return (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z * (1 / 1188 - z * (691 / 360360 - last)))))) / x;
}
