# SPDX-License-Identifier: GPL-3.0-or-later
"""What a case is: a function that ends well or says why not. Its text, if it returns one, stands behind its name."""

import time
import traceback

ALL, BENCHES = [], []


class Failure(Exception):
    """What was expected and did not come."""


def case(function):
    ALL.append(function)
    return function


def bench(function):
    BENCHES.append(function)
    return function


def expect(condition, what):
    if not condition:
        raise Failure(what)


def expect_equal(actual, expected, what):
    expect(actual == expected, f"{what}: {actual!r} instead of {expected!r}")


def one_line(text):
    return " | ".join(line.strip() for line in str(text).splitlines() if line.strip())


def run(function, word):
    begin = time.monotonic()
    try:
        figures = function() or ""
    except Failure as failure:
        print(f"FAIL {function.__name__} {one_line(failure)}", flush=True)
    except Exception:  # a case that breaks must not hide the others
        print(f"FAIL {function.__name__} {one_line(traceback.format_exc())}", flush=True)
    else:
        print(f"{word} {function.__name__} ({time.monotonic() - begin:.1f} s) {figures}".rstrip(), flush=True)
