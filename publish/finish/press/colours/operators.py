"""Content streams as operations, fast: an operation is its operands, as written, and its operator.

A page of text has thousands of operations, and a handful of them set colours. So the operands stay
bytes until somebody asks for their value, and what is not asked for is written back as it was.
A stream that the quick reader cannot cut (inline images, brackets within brackets) is read by
qpdf.

Source: ISO 32000-1, 7.8.2 and annex A.
"""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What stands before an operator, from the end of the one before it; and the operator.
Operation = tuple[bytes, bytes]

_BLANK = rb"\x00\t\n\x0c\r "
_OPERATION = re.compile(
    rb"((?:[" + _BLANK + rb"]++"
    rb"|[-+.0-9]++"
    rb"|/[^" + _BLANK + rb"()<>\[\]{}/%]*+"
    rb"|\((?:[^()\\]++|\\[\s\S])*+\)"
    rb"|<[0-9A-Fa-f" + _BLANK + rb"]*+>"
    rb"|<<|>>|[\[\]]"
    rb"|%[^\r\n]*+"
    rb"|(?:true|false|null)(?![A-Za-z0-9*])"
    rb")*+)([A-Za-z'\"][A-Za-z0-9*'\"]*+|\Z)"
)
_COMMENT = re.compile(rb"%[^\r\n]*")
_NAME = re.compile(rb"/([^" + _BLANK + rb"()<>\[\]{}/%]*)[" + _BLANK + rb"]*\Z")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")

#: Begins an inline image, which stands in one piece where other operations have their operator.
INLINE_IMAGE = b"BI"


def operations(content: bytes) -> list[Operation]:
    """Cut a content stream; joined again, the pieces are what they were cut from.

    Raises:
        pikepdf.PdfError: the stream is none.
    """
    found: list[Operation] = _OPERATION.findall(content)
    cut = sum(len(operands) + len(operator) for operands, operator in found)
    if cut == len(content) and not any(operator == INLINE_IMAGE for _, operator in found):
        return found
    return _by_qpdf(content)


def _by_qpdf(content: bytes) -> list[Operation]:
    with pikepdf.new() as scratch, warnings.catch_warnings():
        # A stream that ends in the middle is drawn as far as it goes, as readers do.
        warnings.simplefilter("ignore")
        try:
            instructions = pikepdf.parse_content_stream(scratch.make_stream(content))
        except TypeError as error:  # what pikepdf says of bytes that are no objects
            raise pikepdf.PdfError(str(error)) from error
        return [one for instruction in instructions if (one := _operation(instruction))]


def _operation(
    instruction: pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage,
) -> Operation | None:
    if isinstance(instruction, pikepdf.ContentStreamInlineImage):
        return b"\n", pikepdf.unparse_content_stream([instruction]).strip()
    try:
        operator = str(instruction.operator).encode()
    except UnicodeDecodeError:  # no operator has such a name
        return None
    whole = pikepdf.unparse_content_stream([instruction]).strip()
    return b"\n" + whole[: len(whole) - len(operator)], operator


def numbers(operands: bytes) -> list[float]:
    """Return the numbers before an operator; names among them are left out."""
    if b"%" in operands:
        operands = _COMMENT.sub(b"", operands)
    return [_number(word) for word in operands.split() if word[:1] in b"+-.0123456789"]


def _number(word: bytes) -> float:
    try:
        return float(word)
    except ValueError:  # 1--2, 0.-3 and the like: readers take what stands in front
        found = re.match(rb"[-+]?(?:\d+\.?\d*|\.\d+)", word)
        return float(found[0]) if found else 0.0


def name(operands: bytes) -> str:
    """Return the last name before an operator, with its slash and without escapes; or nothing."""
    if b"%" in operands:
        operands = _COMMENT.sub(b"", operands)
    found = _NAME.search(operands)
    if not found:
        return ""
    plain = _ESCAPED.sub(lambda escape: bytes([int(escape[1], 16)]), found[1])
    return "/" + plain.decode("utf-8", "surrogateescape")


def number(value: float) -> bytes:
    """Write a number with four digits behind the point at most."""
    written = f"{value:.4f}".rstrip("0").rstrip(".")
    return b"0" if written == "-0" else written.encode()


def operation(values: Iterable[float], operator: bytes) -> bytes:
    """Write an operation on a line of its own."""
    return b"\n" + b"".join(number(value) + b" " for value in values) + operator
