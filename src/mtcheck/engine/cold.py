"""What there is to know of rules and a run does not need: it lies apart, and is read when asked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from mtcheck.engine.evidence import Evidence
from mtcheck.engine.ruledoc import Example, RuleDoc


class Cold(NamedTuple):
    """What there is to read about each rule, what was measured of some, and the parameters that the
    plans of some have made needless, by id."""

    docs: dict[str, RuleDoc]
    evidence: dict[str, Evidence]
    params: dict[str, Mapping[str, Any]]


def joined_cold(parts: Iterable[Cold]) -> Cold:
    """Return what all of them tell."""
    joined = Cold({}, {}, {})
    for docs, evidence, params in parts:
        joined.docs.update(docs)
        joined.evidence.update(evidence)
        joined.params.update(params)
    return joined


def pack_cold(cold: Cold) -> bytes:
    """Return it as JSON."""
    return json.dumps(cold).encode()


def unpack_cold(packed: bytes) -> Cold:
    """Return what `pack_cold` made the bytes of."""
    docs, evidence, params = json.loads(packed)
    return Cold(
        {id_: _doc(RuleDoc(*row)) for id_, row in docs.items()},
        {id_: Evidence(*row) for id_, row in evidence.items()},
        params,
    )


def _doc(raw: RuleDoc) -> RuleDoc:
    return raw._replace(
        bad=_examples(raw.bad),
        good=_examples(raw.good),
        missed=_examples(raw.missed),
        aliases=tuple(raw.aliases),
    )


def _examples(rows: Any) -> tuple[Example, ...]:
    return tuple(Example(text, tuple((a, b) for a, b in marks), fix) for text, marks, fix in rows)
