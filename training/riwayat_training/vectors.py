"""The encoder of sentence vectors as it ships: the start weights with a smaller vocabulary, as ONNX.

The start weights are in 4 bits already, and the runtime multiplies by such blocks as they are; so nothing is lost on
the way.  What goes through the network is scaled to 8 bits in runs of 32 numbers, row by row.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from riwayat.page import report_from
from riwayat.reading.body import body
from riwayat.vectors.network import MOST_PIECES, Vectors
from riwayat.vectors.packing import packed
from riwayat_eval.gold import cases
from riwayat_eval.parts import page_of
from riwayat_training.start import BLOCK, ZERO, Start, blocks
from riwayat_training.vocabulary import tokenizer_of

LANGUAGES: Final = ("ar", "en", "id")
_OPSET: Final = 18
_OWN: Final = "com.microsoft"
_AROUND: Final = 150
"""Sentences of each language in the background."""
_WORDS: Final = 5
"""Shorter lines are no sentences."""


def make(start: Start, kept: Sequence[int], ours: Path, folder: Path) -> None:
    """Write encoder, tokenizer and background into a folder.

    Args:
        start: the start weights.
        kept: which pieces of the vocabulary to keep, by number.
        ours: our own corpus, whose `train` parts give the background.
        folder: where to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(_Graph(start, kept, four_bits=True).model(), str(folder / "vectors.onnx"))
    tokenizer_of([start.pieces[i] for i in kept]).save(str(folder / "tokenizer.json"), pretty=False)
    vectors = Vectors(folder)
    rows = {language: packed(vectors.of(_sentences(ours, language))) for language in LANGUAGES}
    arrays = {
        language: np.frombuffer(b"".join(r), np.int8).reshape(len(r), -1) for language, r in rows.items()
    }
    np.savez(folder / "background.npz", **arrays)  # type: ignore[arg-type]
    size = sum(p.stat().st_size for p in folder.iterdir()) / 1e6
    logging.getLogger(__name__).info("%s: %.1f MB", folder, size)


def make_whole(start: Start, folder: Path) -> None:
    """Write the start weights with all their vocabulary in float32, to compare with."""
    folder.mkdir(parents=True, exist_ok=True)
    everything = range(len(start.pieces))
    onnx.save(_Graph(start, everything, four_bits=False).model(), str(folder / "vectors.onnx"))
    tokenizer_of(start.pieces).save(str(folder / "tokenizer.json"), pretty=False)


def _sentences(ours: Path, language: str) -> list[str]:
    found = [
        sentence.span.text
        for case in cases(ours / language / "train")
        for sentence in body(report_from(page_of(case)))
        if len(sentence.span.text.split()) >= _WORDS
    ]
    return [found[n * len(found) // _AROUND] for n in range(_AROUND)] if len(found) > _AROUND else found


class _Graph:
    """BERT over one length of sentences, the mean of the last layer, scaled to length 1."""

    def __init__(self, start: Start, kept: Sequence[int], *, four_bits: bool) -> None:
        self._start, self._kept, self._four_bits = start, list(kept), four_bits
        self._nodes: list[Any] = []
        self._values: list[Any] = []

    def model(self) -> Any:
        """The network: `pieces`, sentences by pieces, to `vectors`, sentences by hidden."""
        x = self._normed(self._placed(self._words()), "emb.ln")
        for number in range(self._start.layers):
            x = self._layer(x, f"l{number}")
        x = self._node("ReduceMean", [x, self._value("middle", np.array([1]))], "mean", keepdims=0)
        self._node("LpNormalization", [x], "vectors", axis=-1, p=2)
        graph = helper.make_graph(
            self._nodes,
            "vectors",
            [helper.make_tensor_value_info("pieces", TensorProto.INT64, ["s", "p"])],
            [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["s", self._start.hidden])],
            self._values,
        )
        opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_OWN, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9)

    def _value(self, name: str, values: NDArray[Any]) -> str:
        self._values.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def _node(self, kind: str, inputs: Iterable[str], out: str, domain: str = "", **settings: Any) -> str:
        self._nodes.append(helper.make_node(kind, list(inputs), [out], name=out, domain=domain, **settings))
        return out

    def _words(self) -> str:
        """The vectors of the pieces; in 4 bits, the first half of a row in the low halves of its bytes."""
        table = self._start.tensors["emb.word"][self._kept]
        if not self._four_bits:
            return self._node("Gather", [self._value("words", table), "pieces"], "word")
        numbers, scales = blocks(table)
        hidden = self._start.hidden
        flat = numbers.reshape(len(table), hidden)
        halves = flat[:, : hidden // 2] | flat[:, hidden // 2 :] << 4
        rows = self._node("Gather", [self._value("words", halves), "pieces"], "rows")
        low = self._node("BitwiseAnd", [rows, self._value("fifteen", np.array(15, np.uint8))], "low")
        shift = self._value("four", np.array(4, np.uint8))
        high = self._node("BitShift", [rows, shift], "high", direction="RIGHT")
        x = self._node(
            "Cast", [self._node("Concat", [low, high], "both", axis=-1)], "number", to=TensorProto.FLOAT
        )
        x = self._node("Sub", [x, self._value("nothing", np.array(ZERO, np.float32))], "signed")
        x = self._node("Reshape", [x, self._value("runs", np.array([0, 0, -1, BLOCK]))], "in_runs")
        # the scales were float16 in the start weights
        taken = self._node(
            "Gather", [self._value("word_scales", scales.astype(np.float16)), "pieces"], "taken"
        )
        wide = self._node("Cast", [taken], "wide", to=TensorProto.FLOAT)
        scale = self._node("Unsqueeze", [wide, self._value("last", np.array([-1]))], "scale")
        x = self._node("Mul", [x, scale], "scaled")
        return self._node("Reshape", [x, self._value("row", np.array([0, 0, hidden]))], "word")

    def _placed(self, x: str) -> str:
        tensors = self._start.tensors
        # one type of token only, so its vector goes into the positions
        table = self._value("places", tensors["emb.pos"][:MOST_PIECES] + tensors["emb.type"][0])
        length = self._node("Shape", ["pieces"], "length", start=1, end=2)
        places = self._node("Slice", [table, self._value("begin", np.array([0])), length], "place")
        return self._node("Add", [x, places], "placed")

    def _normed(self, x: str, name: str, beside: str | None = None) -> str:
        weights = [self._value(f"{name}.{part}", self._start.tensors[f"{name}.{part}"]) for part in "wb"]
        if beside is None:
            return self._node("LayerNormalization", [x, *weights], name, axis=-1, epsilon=1e-12)
        return self._node("SkipLayerNormalization", [x, beside, *weights], name, _OWN, epsilon=1e-12)

    def _product(self, x: str, name: str, parts: Sequence[str]) -> str:
        """A linear map; several from one input are run as one."""
        tensors = self._start.tensors
        weights = np.concatenate([tensors[f"{part}.w"] for part in parts])
        bias = self._value(f"{name}.b", np.concatenate([tensors[f"{part}.b"] for part in parts]))
        out, into = weights.shape
        if not self._four_bits:
            times = self._node("MatMul", [x, self._value(f"{name}.w", weights.T)], f"{name}.times")
            return self._node("Add", [times, bias], name)
        numbers, scales = blocks(weights)
        pairs = numbers[..., 0::2] | numbers[..., 1::2] << 4
        inputs = [
            x,
            self._value(f"{name}.w", pairs),
            self._value(f"{name}.s", scales.reshape(-1)),
            "",
            "",
            bias,
        ]
        return self._node(
            "MatMulNBits", inputs, name, _OWN, K=into, N=out, bits=4, block_size=BLOCK, accuracy_level=4
        )

    def _layer(self, x: str, name: str) -> str:
        all_three = self._product(x, f"{name}.qkv", [f"{name}.{part}" for part in "qkv"])
        widths = self._value(f"{name}.widths", np.array([self._start.hidden] * 3))
        queries = [f"{name}.{part}" for part in "qkv"]
        self._nodes.append(
            helper.make_node("Split", [all_three, widths], queries, name=f"{name}.split", axis=-1)
        )
        x_seen = self._node("MultiHeadAttention", queries, f"{name}.seen", _OWN, num_heads=self._start.heads)
        x = self._normed(self._product(x_seen, f"{name}.ao", [f"{name}.ao"]), f"{name}.aln", beside=x)
        inner = self._node("Gelu", [self._product(x, f"{name}.fi", [f"{name}.fi"])], f"{name}.gelu", _OWN)
        return self._normed(self._product(inner, f"{name}.fo", [f"{name}.fo"]), f"{name}.oln", beside=x)
