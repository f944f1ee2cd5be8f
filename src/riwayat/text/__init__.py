"""Text: words, sentences, quotations, phrases, numbers and times, with exact places; nothing of any language."""
