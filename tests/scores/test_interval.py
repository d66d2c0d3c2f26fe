"""The interval of a weighted count against tables, laws and a simulation."""

from __future__ import annotations

import random
from math import exp, inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.scores.interval import gamma_cdf, gamma_quantile, weighted_poisson

# Exact 95 % limits of a Poisson mean (Garwood, Biometrika 28, 1936), as common tables have them.
GARWOOD = [
    (0, 0.0, 3.6889),
    (1, 0.0253, 5.5716),
    (2, 0.2422, 7.2247),
    (5, 1.6235, 11.6683),
    (10, 4.7954, 18.3904),
    (20, 12.2165, 30.8884),
    (100, 81.3640, 121.6268),
]

# Upper 5 % and 95 % points of chi-square, halved: any statistics table.
CHI_SQUARE = [(1, 0.95, 3.841459), (2, 0.95, 5.991465), (10, 0.05, 3.940299), (30, 0.95, 43.77297)]

WEIGHTED = st.dictionaries(
    st.sampled_from([0.5, 1.0, 5.0]), st.integers(min_value=0, max_value=300), max_size=3
)


@pytest.mark.parametrize(("number", "low", "high"), GARWOOD)
def test_one_weight_gives_the_exact_poisson_limits(number: int, low: float, high: float) -> None:
    assert weighted_poisson({1: number}, 1) == pytest.approx((low, high), abs=6e-5)
    assert weighted_poisson({5: number}, 5) == pytest.approx((5 * low, 5 * high), abs=3e-4)


def test_several_weights_give_the_limits_of_fay_and_feuer() -> None:
    points, variance, largest = 2 * 5 + 3 * 1, 2 * 25 + 3 * 1, 5
    low = variance / points * gamma_quantile(0.025, points**2 / variance)
    points, variance = points + largest, variance + largest**2
    high = variance / points * gamma_quantile(0.975, points**2 / variance)
    assert weighted_poisson({5: 2, 1: 3}, largest) == pytest.approx((low, high))
    assert weighted_poisson({5: 2, 1: 3}, largest) == pytest.approx((2.8604, 38.9908), abs=5e-5)


@pytest.mark.parametrize(("freedom", "probability", "point"), CHI_SQUARE)
def test_quantiles_are_those_of_chi_square_tables(
    freedom: int, probability: float, point: float
) -> None:
    assert 2 * gamma_quantile(probability, freedom / 2) == pytest.approx(point, rel=1e-6)


@given(st.floats(0.001, 0.999), st.floats(0.05, 5000))
def test_the_quantile_undoes_the_distribution(probability: float, shape: float) -> None:
    assert gamma_cdf(gamma_quantile(probability, shape), shape) == pytest.approx(
        probability, rel=1e-6
    )


@given(st.floats(0.001, 700))
def test_shape_1_is_the_exponential_distribution(x: float) -> None:
    assert gamma_cdf(x, 1) == pytest.approx(1 - exp(-x), abs=1e-12)


def test_a_quantile_too_small_for_a_float_is_zero() -> None:
    assert gamma_quantile(0.001, 0.001) == pytest.approx(0, abs=1e-300)


def test_nothing_is_below_zero() -> None:
    assert gamma_cdf(0, 3) == gamma_cdf(-1, 3) == 0


@given(WEIGHTED)
def test_the_interval_holds_the_sum_and_is_never_empty(counts: dict[float, int]) -> None:
    low, high = weighted_poisson(counts, 5)
    total = sum(weight * number for weight, number in counts.items())
    assert 0 <= low <= total < high < inf


@given(WEIGHTED)
def test_weights_of_zero_change_nothing(counts: dict[float, int]) -> None:
    assert weighted_poisson({**counts, 0.0: 7}, 5) == weighted_poisson(counts, 5)


@given(st.integers(1, 200))
def test_ten_times_the_text_narrows_the_interval(number: int) -> None:
    low, high = weighted_poisson({1: number, 5: number}, 5)
    more_low, more_high = weighted_poisson({1: 10 * number, 5: 10 * number}, 5)
    assert (more_high - more_low) / 10 < high - low


def test_at_least_95_of_100_intervals_hold_the_truth() -> None:
    draw = random.Random(20221220)

    def poisson(mean: float) -> int:
        number, product = 0, draw.random()
        while product > exp(-mean):
            number, product = number + 1, product * draw.random()
        return number

    for errors, warnings in ((0.3, 1.0), (2.0, 3.0), (8.0, 5.0)):
        truth, held = 5 * errors + warnings, 0
        for _ in range(400):
            low, high = weighted_poisson({5: poisson(errors), 1: poisson(warnings)}, 5)
            held += low <= truth <= high
        assert held >= 380


@pytest.mark.parametrize(
    ("counts", "largest"), [({6: 1}, 5), ({-1: 1}, 5), ({1: -1}, 5), ({}, 0), ({1: 1}, -1)]
)
def test_impossible_counts_are_refused(counts: dict[float, int], largest: float) -> None:
    with pytest.raises(ValueError, match="weighted counts"):
        weighted_poisson(counts, largest)


@pytest.mark.parametrize(("probability", "shape"), [(0, 1), (1, 1), (0.5, 0)])
def test_impossible_quantiles_are_refused(probability: float, shape: float) -> None:
    with pytest.raises(ValueError, match="quantile"):
        gamma_quantile(probability, shape)
