"""Names across spellings and scripts: whether two may be names of one person, group or place."""

from riwayat.names.comparison import Comparison, Kind, compare
from riwayat.names.index import NameIndex
from riwayat.names.parts import has_own_name

__all__ = ["Comparison", "Kind", "NameIndex", "compare", "has_own_name"]
