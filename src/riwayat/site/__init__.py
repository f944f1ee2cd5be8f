"""The site: the chronicle as pages that a browser shows."""
