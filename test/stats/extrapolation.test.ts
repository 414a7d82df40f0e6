import { test } from "vitest";
import { dot, weightsAtZero } from "../../src/stats/extrapolation.ts";
import { close } from "./close.ts";

test("polynomials up to the degree are followed to 0 exactly", () => {
  const points = [1.5, 3.5, 5.5, 6, 9, 13];
  const weights = weightsAtZero(points, 2);
  close(
    dot(
      weights,
      points.map(() => 1),
    ),
    1,
    1e-12,
  );
  close(
    dot(
      weights,
      points.map((x) => 7 - 3 * x + 0.5 * x * x),
    ),
    7,
    1e-11,
  );
});

test("the variance at 0 is that of least squares", () => {
  // [(X′X)⁻¹]₁₁ by NumPy for 25 points (4n − 1)/2; with ψ′(2) it gives Heidelberger and Welch's constants
  const points = Array.from({ length: 25 }, (_, i) => (4 * i + 3) / 2);
  const variance = (degree: number) => dot(weightsAtZero(points, degree), weightsAtZero(points, degree));
  close(variance(1), 0.1650480769230771, 1e-12);
  close(variance(2), 0.3921767726913792, 1e-12);
  close(variance(3), 0.7570339186718256, 1e-11);
});
