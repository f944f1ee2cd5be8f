"""Names across spellings and scripts: whether two may be names of one person, group or place."""

from riwayat.names.comparison import Comparison, Kind, compare
from riwayat.names.index import NameIndex

__all__ = ["Comparison", "Kind", "NameIndex", "compare"]
