"""`python -m riwayat`."""

from riwayat.cli import main

main()
