"""What the chronicle remembers, and the only room that touches the database.

`setup.open_store` (or `setup.make_ready`, for who only imports) comes first: Django wants to be readied before the
other modules of this package can be imported.
"""
