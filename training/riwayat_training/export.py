"""From a fitted network to the file that ships: ONNX, its matrices in 8 bits.

Activations of the feed-forward net's second matrix do not bear 8 bits, so that matrix keeps float
activations (8-bit weights, unpacked when used); the other matrices run in 8-bit arithmetic, scaled as they go.
Embeddings are 8-bit by row.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer

from riwayat.reading.tagger.labels import CONVENTIONS, OUTPUTS
from riwayat_training.network import Tagger

_OPSET: Final = 17
_BLOCK: Final = 32
_ALL: Final = (*OUTPUTS, *CONVENTIONS)


class _Outputs(torch.nn.Module):
    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.model = model

    def forward(
        self, pieces: torch.Tensor, mask: torch.Tensor, first: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        out = self.model(pieces, mask, first)
        return tuple(out[name] for name in _ALL)


def export(model: Tagger, path: Path) -> None:
    """Write a network as float32 ONNX with inputs `pieces`, `mask`, `first` and the outputs of its heads."""
    model.eval()
    pieces = torch.ones(2, 9, dtype=torch.int64)
    first = torch.arange(5).repeat(2, 1)
    axes: dict[str, dict[int, str]] = {
        "pieces": {0: "s", 1: "p"},
        "mask": {0: "s", 1: "p"},
        "first": {0: "s", 1: "w"},
    }
    for name in _ALL:
        axes[name] = {0: "s", 2: "w", 3: "w"} if name == "relations" else {0: "s", 1: "w"}
    torch.onnx.export(
        _Outputs(model),
        (pieces, torch.ones_like(pieces), first),
        str(path),
        input_names=["pieces", "mask", "first"],
        output_names=list(_ALL),
        dynamic_axes=axes,
        opset_version=_OPSET,
        dynamo=False,
    )


def quantise(source: Path, target: Path) -> None:
    """Write the 8-bit file of a float32 one."""
    model = onnx.load(str(source))
    second = [n.name for n in model.graph.node if n.op_type == "MatMul" and "/fo/" in n.name]
    others = [n.name for n in model.graph.node if n.op_type == "MatMul" and n.name not in second]
    weights = {i.name for i in model.graph.initializer}
    with_weights = [n.name for n in model.graph.node if n.op_type == "MatMul" and n.input[1] in weights]
    step = target.with_suffix(".step.onnx")
    quantiser = MatMulNBitsQuantizer(
        model, bits=8, block_size=_BLOCK, is_symmetric=True, accuracy_level=4, nodes_to_exclude=others
    )
    quantiser.process()
    quantiser.model.save_model_to_file(str(step))
    quantize_dynamic(
        str(step),
        str(target),
        op_types_to_quantize=["MatMul"],
        nodes_to_quantize=[n for n in with_weights if n not in second],
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=False,
    )
    step.unlink()
    embeddings_by_row(target)
    logging.getLogger(__name__).info("%s: %.1f MB", target.name, target.stat().st_size / 1e6)


def embeddings_by_row(path: Path) -> None:
    """Replace the table of piece vectors by 8-bit rows with a scale each, unpacked after the look-up."""
    model = onnx.load(str(path))
    graph = model.graph
    tables = {i.name: i for i in graph.initializer}
    gather = next(
        n
        for n in graph.node
        if n.op_type == "Gather" and n.input[0] in tables and tables[n.input[0]].dims[0] > 1000
    )
    name = gather.input[0]
    values = numpy_helper.to_array(tables[name]).astype(np.float32)
    scales = np.maximum(np.abs(values).max(1, keepdims=True), 1e-8) / 127
    rows = np.round(values / scales).astype(np.int8)
    graph.initializer.remove(tables[name])
    graph.initializer.extend(
        [
            numpy_helper.from_array(rows, f"{name}_rows"),
            numpy_helper.from_array(scales.astype(np.float32), f"{name}_scales"),
        ]
    )
    at = list(graph.node).index(gather)
    ids, out = gather.input[1], gather.output[0]
    new: list[Any] = [
        helper.make_node("Gather", [f"{name}_rows", ids], [f"{out}_rows"], f"{out}_take_rows"),
        helper.make_node("Gather", [f"{name}_scales", ids], [f"{out}_scales"], f"{out}_take_scales"),
        helper.make_node("Cast", [f"{out}_rows"], [f"{out}_float"], f"{out}_cast", to=TensorProto.FLOAT),
        helper.make_node("Mul", [f"{out}_float", f"{out}_scales"], [out], f"{out}_scale"),
    ]
    graph.node.remove(gather)
    for offset, node in enumerate(new):
        graph.node.insert(at + offset, node)
    onnx.save(model, str(path))
