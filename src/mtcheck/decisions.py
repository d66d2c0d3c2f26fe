"""What an editor decided about the findings of one article, and how it is applied.

The file is JSON, written by the report page and by nothing else that matters:

    {"mtcheck": 1, "file": "belarus.txt", "sha256": "<of the article's raw text, as UTF-8>",
     "decisions": [
        {"rule": "zh/pandemic/new-crown", "start": 120, "end": 133, "text": "new crown epidemic",
         "action": "accept", "replacement": "COVID-19 epidemic"},
        {"rule": …, "action": "edit", "replacement": "…"},
        {"rule": …, "action": "dismiss", "reason": "a quotation"}]}

`start` and `end` are code points of the raw text, `text` what stands there.
"""
