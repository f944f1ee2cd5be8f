"""Marks of languages whose verb stands before its subject and whose names bear no capitals.

The same word lists as the other rules, and the same marks; but who acts is looked for behind the verb, and a
name is known by what stands before it, by what it is made of, and by the lists of what is known.
"""
