"""What a text is: spans, maps between two states of a text, documents, sentences and words."""
