"""Running the shipped network."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final

import numpy as np

from riwayat.errors import RiwayatError
from riwayat.reading.tagger.labels import OUTPUTS
from riwayat.reading.tagger.outputs import Floats, Tags
from riwayat.reading.tagger.words import Pieces

_NOTHING: Final = 20.0
"""The score of `O` for words that the network has not seen."""
_BATCH: Final = 16
"""Sentences that are run together."""
_THREADS: Final = 4
"""More do not help on sentences of this length."""


class TaggerError(RiwayatError):
    """The network cannot be loaded."""


class Network:
    """The network in the ONNX runtime.  The same sentences give the same scores; safe to use from threads."""

    def __init__(self, folder: Path) -> None:
        """Load `tagger.onnx` and `tokenizer.json` of a folder.

        Raises:
            TaggerError: the files are not there, or are not what they should be.
        """
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = min(_THREADS, os.cpu_count() or 1)
        options.inter_op_num_threads = 1
        # Two runtimes whose threads spin while they wait hold each other up.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        try:
            self._pieces = Pieces.load(folder / "tokenizer.json")
            self._session = onnxruntime.InferenceSession(
                str(folder / "tagger.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # the libraries raise types of their own
            raise TaggerError(f"{folder}: the tagger cannot be loaded: {error}") from error

    @classmethod
    def shipped(cls) -> Network:
        """The network that ships with the project, one for the whole process."""
        return _shipped()

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[Tags]:
        """The scores for the words of each sentence."""
        return [Tags(**found) for found in self.scores(sentences, OUTPUTS)]

    def scores(self, sentences: Sequence[Sequence[str]], outputs: Sequence[str]) -> list[dict[str, Floats]]:
        """Some outputs for the words of each sentence, run in batches of like length."""
        cut = [self._pieces.cut(words) for words in sentences]
        order = sorted(range(len(cut)), key=lambda i: (len(cut[i][0]), i))
        found: dict[int, dict[str, Floats]] = {}
        for at in range(0, len(order), _BATCH):
            chosen = order[at : at + _BATCH]
            batch = self._pieces.batch([cut[i] for i in chosen])
            inputs = {"pieces": batch.pieces, "mask": batch.mask, "first": batch.first}
            arrays = dict(zip(outputs, self._session.run(list(outputs), inputs), strict=True))
            for row, i in enumerate(chosen):
                found[i] = cropped(arrays, row, len(sentences[i]), len(cut[i][1]))
        return [found[i] for i in range(len(cut))]


@cache
def _shipped() -> Network:
    with resources.as_file(resources.files("riwayat.reading.tagger").joinpath("weights")) as folder:
        return Network(folder)


def cropped(arrays: Mapping[str, Floats], row: int, words: int, seen: int) -> dict[str, Floats]:
    """One sentence out of a batch's outputs.

    Args:
        arrays: the outputs by name.
        row: which sentence.
        words: how many words it has.
        seen: how many of them the network has seen; the rest gets the scores of nothing.
    """
    found = {}
    for name, batch in arrays.items():
        values = batch[row]
        if name == "relations":
            full = np.full((values.shape[0], words, words), -_NOTHING, np.float32)
            full[:, :seen, :seen] = values[:, :seen, :seen]
        else:
            full = np.zeros((words, values.shape[1]), np.float32)
            full[seen:, 0] = _NOTHING
            full[:seen] = values[:seen]
        found[name] = full
    return found
