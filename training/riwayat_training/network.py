"""The network: a BERT encoder over pieces, and heads over words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

import torch
from torch import Tensor, nn
from torch.nn import functional

from riwayat.reading.tagger.labels import (
    CONVENTIONS,
    CUES,
    FLAGS,
    KINDS,
    MODALITIES,
    NAMES,
    RELATIONS,
    SET_NAMES,
    TRIGGERS,
)
from riwayat_training.start import Start

POSITIONS: Final = 256
"""Positions kept of the start weights: more than a sentence has pieces."""
REACH: Final = 24
"""Words beyond which all distances are one."""


@dataclass(frozen=True, slots=True)
class Size:
    """The measures of a network."""

    vocabulary: int
    layers: int
    hidden: int = 384
    heads: int = 12
    inner: int = 1536
    pair: int = 48
    """Width of the space in which a word meets another, for each relation."""


class Layer(nn.Module):
    """One layer of the encoder: attention, then a feed-forward net, each with a norm behind it."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.heads = size.heads
        self.q, self.k, self.v, self.ao = (nn.Linear(size.hidden, size.hidden) for _ in range(4))
        self.aln, self.oln = (nn.LayerNorm(size.hidden, eps=1e-12) for _ in range(2))
        self.fi, self.fo = nn.Linear(size.hidden, size.inner), nn.Linear(size.inner, size.hidden)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """`x` is sentences by pieces by hidden; `bias` is added to the attention, sentences by 1 by 1 by pieces."""
        b, n, h = x.shape

        def split(t: Tensor) -> Tensor:
            return t.view(b, n, self.heads, h // self.heads).transpose(1, 2)

        q, k, v = split(self.q(x)), split(self.k(x)), split(self.v(x))
        if torch.onnx.is_in_onnx_export():
            weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(h // self.heads) + bias, dim=-1)
            mixed = weights @ v
        else:
            mixed = functional.scaled_dot_product_attention(
                q, k, v, attn_mask=bias.to(q.dtype), dropout_p=0.1 if self.training else 0.0
            )
        x = self.aln(x + self.drop(self.ao(mixed.transpose(1, 2).reshape(b, n, h))))
        out: Tensor = self.oln(x + self.drop(self.fo(functional.gelu(self.fi(x)))))
        return out


class Encoder(nn.Module):
    """Pieces to vectors: plain BERT, positions from 0, one type of token."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.word = nn.Embedding(size.vocabulary, size.hidden)
        self.position = nn.Embedding(POSITIONS, size.hidden)
        self.norm = nn.LayerNorm(size.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size) for _ in range(size.layers))
        self.drop = nn.Dropout(0.1)

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """Sentences by pieces, to sentences by pieces by hidden."""
        x = self.word(pieces) + self.position.weight[: pieces.shape[1]]
        x = self.drop(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Pairs(nn.Module):
    """How each word stands to each other word: for each relation a score, by their vectors and their distance."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.width, self.count = size.pair, len(RELATIONS)
        self.predicate = nn.Linear(size.hidden, self.count * self.width)
        self.argument = nn.Linear(size.hidden, self.count * self.width)
        self.alone = nn.Linear(size.hidden, self.count)
        self.distance = nn.Parameter(torch.zeros(self.count, 2 * REACH + 1))

    def forward(self, words: Tensor) -> Tensor:
        """Sentences by words by hidden, to sentences by relations by words (to whom) by words (who)."""
        b, n, _ = words.shape

        def split(t: Tensor) -> Tensor:
            return torch.tanh(t).view(b, n, self.count, self.width).transpose(1, 2)

        scores = split(self.predicate(words)) @ split(self.argument(words)).transpose(-1, -2)
        at = torch.arange(n, device=words.device)
        apart = (at[None, :] - at[:, None]).clamp(-REACH, REACH) + REACH
        near = self.distance[:, apart.reshape(-1)].view(self.count, n, n)
        out: Tensor = scores + self.alone(words).transpose(1, 2)[:, :, None, :] + near
        return out


class Tagger(nn.Module):
    """The encoder with all heads."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.size = size
        self.encoder = Encoder(size)
        self.drop = nn.Dropout(0.1)
        for name, labels in _HEADS.items():
            setattr(self, name, nn.Linear(size.hidden, len(labels)))
        self.relations = Pairs(size)

    def forward(self, pieces: Tensor, mask: Tensor, first: Tensor) -> dict[str, Tensor]:
        """The scores of every head by its name; `first` is where each word begins among the pieces."""
        return self.scores(self.words(pieces, mask, first))

    def words(self, pieces: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """The vectors of the words, those of their first pieces: sentences by words by hidden."""
        x = self.encoder(pieces, mask)
        return torch.gather(x, 1, first[:, :, None].expand(-1, -1, x.shape[-1]))

    def scores(self, words: Tensor) -> dict[str, Tensor]:
        """The scores of every head by its name, from the vectors of words."""
        words = self.drop(words)
        out = {name: getattr(self, name)(words) for name in _HEADS}
        out["relations"] = self.relations(words)
        return out

    def save(self, path: Path, **more: Any) -> None:
        """Write weights and measures, whole or not at all."""
        part = path.with_suffix(".part")
        torch.save({"size": asdict(self.size), "weights": self.state_dict(), **more}, part)
        part.replace(path)

    @classmethod
    def load(cls, path: Path) -> Tagger:
        """Read what `save` wrote."""
        kept = torch.load(path, weights_only=True)
        model = cls(Size(**kept["size"]))
        model.load_state_dict(kept["weights"])
        return model


_HEADS: Final = {
    "names": NAMES,
    **dict.fromkeys(CONVENTIONS, SET_NAMES),
    "cues": CUES,
    "triggers": TRIGGERS,
    "modality": MODALITIES,
    "kind": KINDS,
    "flags": FLAGS,
}


def started(start: Start, kept: list[int], layers: int) -> Tagger:
    """A tagger whose encoder has the start weights, for the kept pieces of the vocabulary."""
    model = Tagger(Size(len(kept), layers))
    tensors = {name: torch.from_numpy(values) for name, values in start.tensors.items()}
    encoder = model.encoder
    with torch.no_grad():
        encoder.word.weight.copy_(tensors["emb.word"][kept])
        # one type of token only, so its vector goes into the positions
        encoder.position.weight.copy_(tensors["emb.pos"][:POSITIONS] + tensors["emb.type"][0])
        encoder.norm.weight.copy_(tensors["emb.ln.w"])
        encoder.norm.bias.copy_(tensors["emb.ln.b"])
        for number, layer in enumerate(encoder.layers):
            for part in ("q", "k", "v", "ao", "aln", "fi", "fo", "oln"):
                module = getattr(layer, part)
                module.weight.copy_(tensors[f"l{number}.{part}.w"])
                module.bias.copy_(tensors[f"l{number}.{part}.b"])
    return model


def shortened(teacher: Tagger, keep: Sequence[int], inner: int) -> Tagger:
    """A smaller tagger, made of parts of another.

    Args:
        teacher: where the parts come from.
        keep: the layers that stay, by number.
        inner: how wide the feed-forward nets become; of each, the units with the heaviest weights on both sides
            stay.
    """
    model = Tagger(replace(teacher.size, layers=len(keep), inner=inner))
    weights = teacher.state_dict()
    chosen = {}
    for name in model.state_dict():
        parts = name.split(".")
        if not name.startswith("encoder.layers."):
            chosen[name] = weights[name]
            continue
        layer = f"encoder.layers.{keep[int(parts[2])]}"
        values = weights[".".join((layer, *parts[3:]))]
        into, out = weights[f"{layer}.fi.weight"], weights[f"{layer}.fo.weight"]
        units = (into.norm(dim=1) * out.norm(dim=0)).topk(inner).indices.sort().values
        if parts[3] == "fi":
            values = values[units]
        elif parts[3:] == ["fo", "weight"]:
            values = values[:, units]
        chosen[name] = values
    model.load_state_dict(chosen)
    return model
