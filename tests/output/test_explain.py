"""All there is to know about a rule, and nothing where there is nothing."""

from mtcheck.engine.evidence import Evidence
from mtcheck.engine.rule import Rule
from mtcheck.engine.ruledoc import Example, RuleDoc
from mtcheck.output.explain import show

BARE = Rule("zh/x/crown", "phrase", "{found} is wrong.", "warning", "terminology")


def test_a_full_rule(capsys):
    rule = Rule(
        "zh/x/crown", "phrase", "{found} is wrong.", "error", "terminology", ("a cold", "flu")
    )
    doc = RuleDoc(
        "zh/x/crown",
        "Terms.",
        origin="zh",
        why="The machine read two signs.",
        source="新冠",
        bad=(Example("A new crown case and new crown.", ((2, 11), (21, 30))),),
        good=(Example("A crown."),),
        missed=(Example("A newer crown."),),
    )
    show(rule, doc, Evidence(1, 2, 1, 0.2, 0, 0, 0.5, 1.0, 2.0))
    assert capsys.readouterr().out == (
        "zh/x/crown\n"
        "  {found} is wrong.\n"
        "  error, 5 points; Wrong term (Terminology)\n"
        "  pack: Terms.\n"
        "  translated from: zh\n"
        "  source expression: 新冠\n"
        "  why: The machine read two signs.\n"
        "  write: a cold; flu\n"
        "  finds: A <new crown> case and <new crown>.\n"
        "  is silent about: A crown.\n"
        "  misses: A newer crown.\n"
        "  measured: A professional rater agreed with 1 of 2 findings; it fires 0.5 times per "
        "million words of original English.\n"
        "  switch off: mtcheck check --ignore zh/x/crown …\n"
    )


def test_a_bare_rule(capsys):
    show(BARE, RuleDoc("zh/x/crown", "Terms."), None)
    assert capsys.readouterr().out == (
        "zh/x/crown\n"
        "  {found} is wrong.\n"
        "  warning, 1 point; Wrong term (Terminology)\n"
        "  pack: Terms.\n"
        "  measured: not yet.\n"
        "  switch off: mtcheck check --ignore zh/x/crown …\n"
    )
