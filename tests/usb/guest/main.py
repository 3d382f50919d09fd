# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the cases inside the virtual computer.

    main.py BUILD-FOLDER [--bench] [--case NAME…]
"""

import argparse
import importlib
import pathlib
import sys

import cases
import computer


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--bench", action="store_true")
    parser.add_argument("--case", action="append", default=[])
    return parser.parse_args()


def main():
    chosen = arguments()
    computer.prepare(chosen.build)
    for file in sorted(pathlib.Path(__file__).parent.glob("*_cases.py")):
        importlib.import_module(file.stem)
    functions = cases.BENCHES if chosen.bench else cases.ALL
    unknown = set(chosen.case) - {function.__name__ for function in functions}
    if unknown:
        sys.exit(f"FAIL no case is named {', '.join(unknown)}")
    for function in functions:
        if not chosen.case or function.__name__ in chosen.case:
            cases.run(function, "bench" if chosen.bench else "ok")
    print("end", flush=True)


if __name__ == "__main__":
    main()
