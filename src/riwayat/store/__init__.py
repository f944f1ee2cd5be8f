"""What the chronicle remembers, and the only room that touches the database.

`open_store` comes first; every other module of this package but `settings` is imported after it.
"""
