"""An interval for a weighted count: how far chance alone moves a short text's penalty.

Findings are counts, so their sum of points is taken as a weighted sum of independent Poisson
counts. Fay and Feuer ("Confidence intervals for directly standardized rates: a method based on the
gamma distribution", Statistics in Medicine 16, 1997, 791-801) bound its mean with two gamma
distributions; with a single weight this is the exact Poisson interval, and with several it keeps at
least the promised coverage, at the price of being wide. It needs gamma quantiles, which are
computed here because nothing else in mtcheck needs a numerics library.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

CONFIDENCE = 0.95


def weighted_poisson(counts: Mapping[float, int], largest: float) -> tuple[float, float]:
    """Return the 95 % interval of the mean of a weighted sum of Poisson counts.

    `counts` maps a weight, in points, to how often it was seen; `largest` is the largest weight
    that could have been seen, whether or not it was: it is what keeps the upper limit of a text
    without findings above 0. Weights of 0 add nothing. Raises ValueError for a negative weight or
    count, and for a `largest` that is not positive or is exceeded.
    """
    seen = {weight: count for weight, count in counts.items() if weight and count}
    if largest <= 0 or any(not 0 < w <= largest or n < 0 for w, n in seen.items()):
        raise ValueError(f"{dict(counts)} cannot be weighted counts up to weight {largest}")
    total = sum(weight * count for weight, count in seen.items())
    variance = sum(weight**2 * count for weight, count in seen.items())
    tail = (1 - CONFIDENCE) / 2
    low = _quantile(tail, total, variance) if total else 0.0
    return low, _quantile(1 - tail, total + largest, variance + largest**2)


def _quantile(probability: float, mean: float, variance: float) -> float:
    """Return the quantile of the gamma distribution with this mean and variance."""
    scale = variance / mean
    return scale * gamma_quantile(probability, mean / scale)


def gamma_quantile(probability: float, shape: float) -> float:
    """Return x with P(X <= x) = `probability`, for X gamma-distributed with `shape` and scale 1.

    Half a chi-square quantile with twice as many degrees of freedom. Found by bisection, to 12
    digits. Raises ValueError for a probability outside (0, 1) or a shape that is not positive.
    """
    if not 0 < probability < 1 or shape <= 0:
        raise ValueError(f"no gamma quantile for probability {probability} and shape {shape}")
    low, high = 0.0, shape + 1
    while gamma_cdf(high, shape) < probability:
        low, high = high, 2 * high
    while high - low > 1e-12 * high:
        middle = (low + high) / 2
        if not low < middle < high:  # nothing is left between two floats
            break
        if gamma_cdf(middle, shape) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def gamma_cdf(x: float, shape: float) -> float:
    """Return P(X <= x) for X gamma-distributed with `shape` and scale 1.

    The regularized incomplete gamma function: its series below the mean, its continued fraction
    (modified Lentz) above it, where each of the two converges (Abramowitz and Stegun 6.5.29,
    6.5.31).
    """
    if x <= 0:
        return 0.0
    front = math.exp(shape * math.log(x) - x - math.lgamma(shape))
    if x < shape + 1:
        term = total = 1 / shape
        divisor = shape
        while term > total * 1e-16:
            divisor += 1
            term *= x / divisor
            total += term
        return min(1.0, front * total)
    tiny = 1e-300
    b = x + 1 - shape
    c, d = 1 / tiny, 1 / b
    fraction, step, i = d, 0.0, 0
    while abs(step - 1) > 1e-15 and i < 100_000:
        i += 1
        a = i * (shape - i)
        b += 2
        d = 1 / ((a * d + b) or tiny)
        c = (b + a / c) or tiny
        step = c * d
        fraction *= step
    return max(0.0, 1 - front * fraction)
