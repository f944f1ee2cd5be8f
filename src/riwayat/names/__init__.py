"""Names across spellings and scripts: whether two may be names of one person, group or place."""

from riwayat.names.comparison import Comparison, Kind, compare

__all__ = ["Comparison", "Kind", "compare"]
