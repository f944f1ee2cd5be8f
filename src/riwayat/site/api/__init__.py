"""The chronicle for programs: JSON under `/api/`, in the forms of `riwayat.told`, private people masked."""
