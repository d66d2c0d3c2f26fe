"""mtcheck: finds what machine translation leaves behind in English text.

>>> import mtcheck
>>> for finding in mtcheck.check("Cases of new crown pneumonia rose."):
...     print(finding.span.start, finding.text, finding.replacements)
9 new crown pneumonia ('COVID-19',)
"""

from mtcheck.version import __version__

TYPE_CHECKING = False  # `typing` alone would take as long to import as all that is imported here
if TYPE_CHECKING:
    from mtcheck.checker import check
    from mtcheck.errors import MtcheckError
    from mtcheck.finding import Finding
    from mtcheck.text.document import Document
    from mtcheck.text.span import Span

__all__ = ["Document", "Finding", "MtcheckError", "Span", "__version__", "check"]

_HOMES = {
    "Document": "mtcheck.text.document",
    "Finding": "mtcheck.finding",
    "MtcheckError": "mtcheck.errors",
    "Span": "mtcheck.text.span",
    "check": "mtcheck.checker",
}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Import a public name when it is first asked for, so that the command starts at once."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = globals()[name] = getattr(import_module(_HOMES[name]), name)
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
