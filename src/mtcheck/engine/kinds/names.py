"""Kind `names`: one person, place or body under several names in one text.

`problem` says which: spellings ("Sergei Shoigu", "Sergey Shoigu"), first name and surname
exchanged, bodies under several renderings, pairs of countries half adjective and half noun, old
and new names of places, offices with changing capitals, a country confused with a near-named one,
names read in the wrong language, and names that are known to be wrong. What a problem needs to know
stands in the rule's tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from mtcheck.engine.analysis.name_echoes import echo_hits
from mtcheck.engine.analysis.name_foreign import PALLADIUS, foreign_reading_hits, palladius_hits
from mtcheck.engine.analysis.name_forms import capital_hits, titles_pattern
from mtcheck.engine.analysis.name_people import misspelled_hits, spellings_of
from mtcheck.engine.analysis.name_places import near_country_hits, old_and_new_hits
from mtcheck.engine.analysis.name_readings import reading_hits
from mtcheck.engine.analysis.name_renderings import (
    flipped_hits,
    mixed_pair_hits,
    pair_form_hits,
    rendering_hits,
    union_hits,
)
from mtcheck.engine.analysis.name_runs import Name, names_of
from mtcheck.engine.analysis.name_spellings import Places, Variants, variants_of
from mtcheck.engine.analysis.name_writings import Difference, spelling_hits
from mtcheck.engine.analysis.official_names import official_hits
from mtcheck.engine.entities import PARAMETER, entities_of
from mtcheck.engine.kind import NAMES, Check, Hit, Parameter, Plan, RuleProblem
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View

__all__ = ["Name", "Places", "Variants", "check", "known_names", "names_of", "plan", "variants_of"]

PROBLEMS = {
    "spellings": "a name spelled in another way elsewhere in the text",
    "joints": "a name written with other hyphens, spaces or apostrophes elsewhere in the text",
    "flipped": "a first name and surname in the other order elsewhere in the text",
    "renderings": "a body called by another head noun elsewhere in the text",
    "unions": "a union of two countries under another than its official name",
    "mixed-pairs": "a pair of countries, one as an adjective and one as a noun",
    "pair-forms": "a pair of countries in another form before the same noun",
    "old-and-new": "a place under its old name beside its new one, or the other way round",
    "capitals": "an office with other capitals or hyphens elsewhere in the text",
    "near-countries": "a country named once or twice in a text about a near-named one",
    "public-figures": "a public figure's name in a wrong spelling",
    "readings": "a person under the name that another script gave them: Te Lang Pu",
    "echoes": "a name spelled by ear that sounds like a person of that country: Mo Ke Le",
    "palladius": "a Chinese name in its Russian spelling: Chzhan",
    "foreign-reading": "a person's name in pinyin in a text about a country that does not use it",
    "official-names": "a wrong rendering of a name that the table `entities` knows",
}

PARAMETERS: Mapping[str, Parameter] = {
    "problem": Parameter("text", "which fault to report", required=True, choices=tuple(PROBLEMS)),
    "countries": Parameter("table", "country: its adjective, then other forms (Russo)"),
    "official": Parameter("table", "official name: {pair: [A, B], head: …, wrong: [head, …]}"),
    "places": Parameter("table", "place: [its other spellings]"),
    "keep": Parameter(
        "texts", "phrases in which an old name stays, or pairs of countries as they are"
    ),
    "known": Parameter("texts", "names that are spelled right however rare they are in a text"),
    "near": Parameter("table", "country: [those it is confused with]"),
    "strange": Parameter("table", "the same, where one text hardly ever names both"),
    "titles": Parameter("texts", "offices whose capitals are compared, lower-case"),
    "topics": Parameter("texts", "words that show what the text is about"),
    "counter": Parameter("texts", "words that must be rarer than the topics"),
    "people": Parameter("table", "who they are: [full names, spellings of a word joined by /]"),
    "persons": Parameter("table", "role: {person: {language: characters and reading}}"),
    "signs": Parameter("table", "nation, with which roles begin: [words that name it]"),
    "surnames": Parameter("table", "surname in pinyin: the form that the country uses"),
    "entities": PARAMETER,
}

_NEEDS: dict[str, tuple[str, ...]] = {
    "unions": ("countries",),
    "mixed-pairs": ("countries",),
    "pair-forms": ("countries",),
    "old-and-new": ("places",),
    "capitals": ("titles",),
    "near-countries": ("near",),
    "foreign-reading": ("topics", "surnames"),
    "public-figures": ("people",),
    "official-names": ("entities",),
    "readings": ("persons", "signs"),
    "echoes": ("persons", "signs"),
}
_HITS: Mapping[str, Callable[[Mapping[str, str]], Check]] = {
    "public-figures": misspelled_hits,
    "readings": reading_hits,
    "echoes": echo_hits,
}
_LISTS = ("countries", "places", "near", "strange", "people")
_PERSON = "full names: `First Last`, spellings of a word joined by /, words of a surname by |"
_UNION = "`{pair: [A, B], head: …, wrong: […]}` for each name"


def plan(rule: Rule) -> Plan:
    """Return what the rule looks for; raises RuleProblem when a table is missing or misshapen."""
    params = rule.params
    for name in _NEEDS.get(params["problem"], ()):
        if not params.get(name):
            raise RuleProblem("problem", f"the problem {params['problem']!r} needs `{name}`")
    _check_tables(params)
    if params["problem"] == "official-names":
        return _plan_official(params)
    if params["problem"] in _HITS:
        from mtcheck.engine.analysis.name_persons import compiled  # late: as above

        return Plan(data=compiled(params), needs=NAMES)
    literals = dict.fromkeys(form.lower() for form in _literals(params))
    return Plan(tuple(literals), needs=NAMES)


def _plan_official(params: Mapping[str, Any]) -> Plan:
    from mtcheck.engine.entity_tables import read_entities  # late: a cached rule has its plan

    wrong = [name for entity in read_entities(params) for name in entity.wrong]
    if not wrong:
        raise RuleProblem("entities", "no entity has a wrong rendering to look for")
    return Plan(tuple({name.lower(): None for name in wrong}), whole=True)


def _check_tables(params: Mapping[str, Any]) -> None:
    from mtcheck.engine.tables import as_table, as_table_of_texts, as_text, as_texts, only_keys

    for name in _LISTS:
        as_table_of_texts(params.get(name, {}), name, "Kyiv: [Kiev]")
    for country, forms in params.get("countries", {}).items():
        as_texts(forms or None, "countries", f"the adjective of {country!r}")
    for entries in params.get("people", {}).values():
        if not all(all(entry.partition(" ")) for entry in entries):
            raise RuleProblem("people", f"expected {_PERSON}")
    for item in as_table(params.get("official", {}), "official").values():
        only_keys(
            as_table(item, "official", _UNION), ("pair", "head", "wrong"), "official", "a union"
        )
        if len(as_texts(item.get("pair"), "official", _UNION)) != 2:
            raise RuleProblem("official", f"expected {_UNION}")
        as_text(item.get("head"), "official", _UNION)
        as_texts(item.get("wrong"), "official", _UNION)
    for surname, own in as_table(params.get("surnames", {}), "surnames").items():
        as_text(own, "surnames", f"a text for {surname!r}")


def _literals(params: Mapping[str, Any]) -> Iterator[str]:
    """The words without which the rule has nothing to do."""
    match params["problem"]:
        case "unions" | "mixed-pairs" | "pair-forms":
            for form in _forms(params["countries"]):
                yield from (f"{form}-", f"{form}–")
        case "old-and-new":
            for place, forms in params["places"].items():
                yield from (place, *forms)
        case "near-countries":
            for name in ("near", "strange"):
                for place, forms in params.get(name, {}).items():
                    yield from (place, *forms)
        case "capitals":
            for title in params["titles"]:
                yield from (f"{title} of ", f"{title.replace('-', ' ')} of ")
        case "foreign-reading":
            yield from params["topics"]
        case "palladius":
            yield from PALLADIUS


def check(rule: Rule, plan: Plan) -> Check:
    """Return the function that runs the rule."""
    params = rule.params
    if params["problem"] == "official-names":
        return lambda view, positions: official_hits(view, params)
    if found := _HITS.get(params["problem"]):
        return found(plan.data)
    run = _RUNS[params["problem"]](params)

    def hits(view: View, positions: Sequence[int]) -> Iterable[Hit]:
        return run(view, positions)

    return hits


_Run = Callable[[View, Sequence[int]], Iterable[Hit]]


_LETTERS: tuple[Difference, ...] = ("letters", "slip", "parted")
_JOINTS: tuple[Difference, ...] = ("joints",)


def _spellings(params: Mapping[str, Any]) -> _Run:
    known = frozenset(params.get("known", ()))
    return lambda view, positions: spelling_hits(view, _LETTERS, known)


def _unions(params: Mapping[str, Any]) -> _Run:
    countries = _forms(params["countries"])
    official = [{"name": name, **item} for name, item in params.get("official", {}).items()]
    return lambda view, positions: union_hits(view, countries, official)


def _mixed_pairs(params: Mapping[str, Any]) -> _Run:
    countries = _forms(params["countries"])
    adjectives = {country: forms[0] for country, forms in params["countries"].items()}
    keep = params.get("keep", ())
    return lambda view, positions: mixed_pair_hits(view, countries, adjectives, keep)


def _pair_forms(params: Mapping[str, Any]) -> _Run:
    countries = _forms(params["countries"])
    return lambda view, positions: pair_form_hits(view, countries)


def _forms(table: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {form: country for country, forms in table.items() for form in (country, *forms)}


def _old_and_new(params: Mapping[str, Any]) -> _Run:
    places, keep = params["places"], params.get("keep", ())
    return lambda view, positions: old_and_new_hits(view, positions, places, keep)


def _capitals(params: Mapping[str, Any]) -> _Run:
    titles = titles_pattern(params["titles"])
    return lambda view, positions: capital_hits(view, positions, titles)


def _near_countries(params: Mapping[str, Any]) -> _Run:
    near, strange = params["near"], params.get("strange", {})
    return lambda view, positions: near_country_hits(view, positions, near, strange)


def _foreign_reading(params: Mapping[str, Any]) -> _Run:
    topics, counter = params["topics"], params.get("counter", ())
    return lambda view, positions: foreign_reading_hits(
        view, positions, topics, counter, params["surnames"]
    )


_RUNS: dict[str, Callable[[Mapping[str, Any]], _Run]] = {
    "spellings": _spellings,
    "joints": lambda params: lambda view, positions: spelling_hits(view, _JOINTS, ()),
    "flipped": lambda params: lambda view, positions: flipped_hits(view),
    "renderings": lambda params: lambda view, positions: rendering_hits(view),
    "unions": _unions,
    "mixed-pairs": _mixed_pairs,
    "pair-forms": _pair_forms,
    "old-and-new": _old_and_new,
    "capitals": _capitals,
    "near-countries": _near_countries,
    "foreign-reading": _foreign_reading,
    "palladius": lambda params: palladius_hits,
}


def known_names(rules: Iterable[Rule]) -> Mapping[str, str]:
    """Return what the fact tables of `rules` know: each name and, in words, what it is.

    Entities ("Iskander": "short-range ballistic missile"), those with an acronym under it too,
    countries, places and people.
    """
    known: dict[str, str] = {}
    for rule in rules:
        for entity in entities_of(rule.params):
            known.update(dict.fromkeys(entity.names, entity.what))
            for acronym in entity.acronyms:
                known.setdefault(acronym, entity.name)
        if rule.kind == "names":
            for place, forms in rule.params.get("places", {}).items():
                known.setdefault(place, "place")
                for form in forms:
                    known.setdefault(form, f"now usually {place}")
            for country, forms in rule.params.get("countries", {}).items():
                known.update(dict.fromkeys(forms, country), **{country: "country"})
            for what, people in rule.params.get("people", {}).items():
                for entry in people:
                    known.update(dict.fromkeys(spellings_of(entry), what))
            for what, persons in rule.params.get("persons", {}).items():
                for entry in persons:
                    for spelling in spellings_of(entry):
                        known.setdefault(spelling, what)
    return known
