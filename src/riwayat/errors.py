"""The one family of errors that a user may meet."""

from __future__ import annotations


class RiwayatError(Exception):
    """What was wrong, where, and what to do: one line, fit to be shown as it is."""


class UnreadableInput(RiwayatError):  # noqa: N818  it is the input that is called so
    """The bytes of an input cannot be turned into a report."""


class FetchError(RiwayatError):
    """A URL could not be fetched, or must not be.

    `retry_after`: seconds after which the site wants to be asked again, where it says so.
    """

    def __init__(self, message: str, *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after
