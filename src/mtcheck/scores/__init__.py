"""Numbers about a text: how hard it is to read, and how dense its unconfirmed issues are."""
