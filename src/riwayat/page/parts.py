"""What a page holds, taken apart line by line."""

from __future__ import annotations

from dataclasses import dataclass, field

from riwayat.model import Byline, Photo
from riwayat.page.dates import PrintedDate
from riwayat.page.makers import Makers

__all__ = ["Layout"]


@dataclass(slots=True)
class Layout:
    """A page taken apart."""

    title: str | None = None
    body: list[str] = field(default_factory=list)
    """Paragraphs, captions and source lines, in order."""
    photos: list[Photo] = field(default_factory=list)
    bylines: list[Byline] = field(default_factory=list)
    loose_bylines: list[Byline] = field(default_factory=list)
    """Makers named in a head line of the text; others name them again with their role."""
    cites: list[str] = field(default_factory=list)
    credited: list[str] = field(default_factory=list)
    """Outlets named where the makers of the report are."""
    banner: str | None = None
    masthead: str | None = None
    """The outlet's name as the first line of the page shows it."""
    """A name that stands at the very top of the page."""
    publisher: str | None = None
    """The name by which the page calls itself, where its furniture shows it."""
    hosts: list[str] = field(default_factory=list)
    """The outlet itself, where a byline names it (`Siti Contoh - Warta.com`)."""
    source_lines: list[str] = field(default_factory=list)
    """Those lines of the body that say where the report comes from."""
    dates: list[tuple[str, PrintedDate]] = field(default_factory=list)
    """Lines that state the date of publication, the surest first."""
    banner_dates: list[tuple[str, PrintedDate]] = field(default_factory=list)
    """Dates far above the headline: of the report, or of the visit."""
    furniture: list[str] = field(default_factory=list)
    """All other lines, in order."""

    def add(self, makers: Makers) -> None:
        """Takes in what a byline says."""
        (self.loose_bylines if makers.loose else self.bylines).extend(makers.bylines)
        self.credited.extend(makers.outlets)
        self.hosts.extend(makers.hosts)

    def add_photo(self, photo: Photo, line: str) -> None:
        """Takes in the picture that a line describes or credits; a caption is a line of the body too."""
        if photo in self.photos:
            return
        if photo.caption is None and self.photos and self.photos[-1].credit is None:
            self.photos[-1] = Photo(self.photos[-1].url, self.photos[-1].caption, photo.credit)
            return
        if photo.caption is not None and self.photos and self.photos[-1].caption is None:
            self.photos[-1] = Photo(
                self.photos[-1].url, photo.caption, photo.credit or self.photos[-1].credit
            )
        else:
            self.photos.append(photo)
        if photo.caption is not None and line not in self.body:
            self.body.append(line)
