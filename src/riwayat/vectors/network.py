"""Running the shipped encoder."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from riwayat.errors import RiwayatError

Floats = NDArray[np.float32]

SIZE: Final = 384
"""How many numbers a vector has."""
MOST_PIECES: Final = 192
"""Pieces of a sentence that are looked at; what comes behind counts for nothing."""
_THREADS: Final = 4
_HELD: Final = 4096
"""Sentences whose vectors are at hand (6 MiB): what agencies send, many reports repeat within days."""
_UNSEEN: Final = re.compile("[\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Marks that Arabic may write or leave out, and invisible ones."""


class VectorsError(RiwayatError):
    """The encoder cannot be loaded."""


class Vectors:
    """The encoder in the ONNX runtime; safe to use from threads.

    Each sentence is run by itself, on one thread.  So its vector is the same, bit for bit, whatever else is asked
    for beside it and however many cores there are; several sentences run side by side.
    """

    def __init__(self, folder: Path) -> None:
        """Load `vectors.onnx` and `tokenizer.json` of a folder.

        Raises:
            VectorsError: the files are not there, or are not what they should be.
        """
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._open, self._close = (self._tokenizer.token_to_id(mark) for mark in ("<s>", "</s>"))
            self._session = onnxruntime.InferenceSession(
                str(folder / "vectors.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # the libraries raise types of their own
            raise VectorsError(f"{folder}: the sentence vectors cannot be loaded: {error}") from error
        self._of_one = lru_cache(maxsize=_HELD)(self._run)

    @classmethod
    def shared(cls) -> Vectors:
        """The encoder that ships with the project, loaded once for the whole process."""
        return _shared()

    def of(self, sentences: Sequence[str]) -> Floats:
        """The vectors of some sentences, sentences by `SIZE`, each of length 1.

        What is said twice, or was said lately, is run once.  Line breaks count as spaces.
        """
        once = list(dict.fromkeys(sentences))
        with ThreadPoolExecutor(min(_THREADS, os.cpu_count() or 1)) as pool:
            rows = dict(zip(once, pool.map(self._of_one, once), strict=True))
        return np.stack([rows[s] for s in sentences]) if rows else np.zeros((0, SIZE), np.float32)

    def _run(self, sentence: str) -> Floats:
        plain = " ".join(_UNSEEN.sub("", unicodedata.normalize("NFKC", sentence)).split())
        pieces = self._tokenizer.encode(plain).ids[: MOST_PIECES - 2]
        ids = np.array([[self._open, *pieces, self._close]], np.int64)
        vector: Floats = self._session.run(["vectors"], {"pieces": ids})[0][0]
        return vector


@cache
def _shared() -> Vectors:
    with resources.as_file(resources.files("riwayat.vectors").joinpath("weights")) as folder:
        return Vectors(folder)
