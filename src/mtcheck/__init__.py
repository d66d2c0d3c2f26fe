"""mtcheck: finds what machine translation leaves behind in English text.

>>> import mtcheck
>>> for finding in mtcheck.check("Cases of new crown pneumonia rose."):
...     print(finding.span.start, finding.text, finding.replacements)
9 new crown pneumonia ('COVID-19',)
"""

from mtcheck.checker import check
from mtcheck.errors import MtcheckError
from mtcheck.finding import Finding
from mtcheck.text.document import Document
from mtcheck.text.span import Span
from mtcheck.version import __version__

__all__ = ["Document", "Finding", "MtcheckError", "Span", "__version__", "check"]
