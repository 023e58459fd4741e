"""The small PostScript of functions that calculate (ISO 32000-1, 7.10.5)."""

from __future__ import annotations

import math
import operator
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_WORD = re.compile(rb"[{}]|[^\s{}]+")

#: A program that takes longer is stopped; the longest in a standard has some hundred words.
MOST_STEPS = 20_000

_Program = list["bytes | _Program"]


def calculated(program: bytes, place: Sequence[float]) -> list[float]:
    """Run a program; what is on the stack at its end is the value. Faults leave what is there."""
    words = iter(_WORD.findall(re.sub(rb"%[^\r\n]*", b"", program)))
    if next(words, b"") != b"{":
        return list(place)
    stack: list[float] = list(place)
    try:
        _run(_block(words), stack, [MOST_STEPS])
    except (IndexError, ValueError, ZeroDivisionError, OverflowError, RecursionError):
        pass
    return [float(value) for value in stack]


def _block(words: Iterator[bytes]) -> _Program:
    block: _Program = []
    for word in words:
        if word == b"}":
            break
        block.append(_block(words) if word == b"{" else word)
    return block


def _run(program: _Program, stack: list[float], left: list[int]) -> None:
    for index, word in enumerate(program):
        left[0] -= 1
        if left[0] < 0:
            return
        if isinstance(word, list):
            continue
        if word in (b"if", b"ifelse"):
            _choose(program, index, stack, left)
        elif word in _TWO:
            second, first = stack.pop(), stack.pop()
            stack.append(_TWO[word](first, second))
        elif word in _ONE:
            stack.append(_ONE[word](stack.pop()))
        elif word in _STACK:
            _STACK[word](stack)
        else:
            stack.append(_TRUTH[word] if word in _TRUTH else float(word))


def _choose(program: _Program, index: int, stack: list[float], left: list[int]) -> None:
    true = bool(stack.pop())
    if program[index] == b"if":
        chosen = program[index - 1] if true else []
    else:
        chosen = program[index - 2 if true else index - 1]
    if isinstance(chosen, list):
        _run(chosen, stack, left)


def _copy(stack: list[float]) -> None:
    count = int(stack.pop())
    if 0 < count <= len(stack):
        stack.extend(stack[-count:])


def _roll(stack: list[float]) -> None:
    turns, count = int(stack.pop()), int(stack.pop())
    if 0 < count <= len(stack):
        turns %= count
        top = stack[-count:]
        stack[-count:] = top[count - turns :] + top[: count - turns]


def _exchange(stack: list[float]) -> None:
    stack[-1], stack[-2] = stack[-2], stack[-1]


def _whole(work: Callable[[int, int], int]) -> Callable[[float, float], float]:
    return lambda first, second: float(work(int(first), int(second)))


def _shift(first: int, second: int) -> int:
    return first << min(second, 64) if second >= 0 else first >> -second


_TRUTH = {b"true": 1.0, b"false": 0.0}

_TWO: dict[bytes, Callable[[float, float], float]] = {
    b"add": operator.add,
    b"sub": operator.sub,
    b"mul": operator.mul,
    b"div": operator.truediv,
    b"idiv": lambda first, second: float(int(first / second)),
    b"mod": math.fmod,
    b"exp": lambda first, second: float(first**second),
    b"atan": lambda first, second: math.degrees(math.atan2(first, second)) % 360,
    b"eq": lambda first, second: float(first == second),
    b"ne": lambda first, second: float(first != second),
    b"gt": lambda first, second: float(first > second),
    b"ge": lambda first, second: float(first >= second),
    b"lt": lambda first, second: float(first < second),
    b"le": lambda first, second: float(first <= second),
    b"and": _whole(operator.and_),
    b"or": _whole(operator.or_),
    b"xor": _whole(operator.xor),
    b"bitshift": _whole(_shift),
}

_ONE: dict[bytes, Callable[[float], float]] = {
    b"abs": abs,
    b"neg": operator.neg,
    b"ceiling": lambda value: float(math.ceil(value)),
    b"floor": lambda value: float(math.floor(value)),
    b"round": lambda value: float(math.floor(value + 0.5)),
    b"truncate": lambda value: float(math.trunc(value)),
    b"cvi": lambda value: float(math.trunc(value)),
    b"cvr": float,
    b"sqrt": math.sqrt,
    b"sin": lambda value: math.sin(math.radians(value)),
    b"cos": lambda value: math.cos(math.radians(value)),
    b"ln": math.log,
    b"log": math.log10,
    b"not": lambda value: float(not value),
}

_STACK: dict[bytes, Callable[[list[float]], object]] = {
    b"pop": lambda stack: stack.pop(),
    b"dup": lambda stack: stack.append(stack[-1]),
    b"exch": _exchange,
    b"copy": _copy,
    b"index": lambda stack: stack.append(stack[-1 - int(stack.pop())]),
    b"roll": _roll,
}
