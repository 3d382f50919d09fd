#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when the portable firmware needs anything that a small microcontroller has not: heap, exceptions, run-time types, an operating system.

    check_core_symbols.py LIBRARY…   the static libraries of firmware_sim/core and firmware_sim/boot
    check_core_symbols.py --self-test
"""

import re
import subprocess
import sys

# What every C library and compiler brings along, and what checked builds add.
MAY_NEED = re.compile(r"^(mem(cpy|move|set|cmp|chr)|strlen|abort|__stack_chk_fail|_GLOBAL_OFFSET_TABLE_|__(asan|ubsan)_\w+|_ZSt\d+__glibcxx_assert_fail\w*)$")


def symbols(libraries):
    """Names that the libraries' members define, and names that they need."""
    lines = subprocess.run(["nm", "-P", *libraries], check=True, capture_output=True, text=True).stdout.split("\n")
    entries = [line.split() for line in lines if not line.endswith(":")]
    named = [(entry[0], entry[1]) for entry in entries if len(entry) >= 2]
    return {name for name, kind in named if kind != "U"}, {name for name, kind in named if kind == "U"}


def not_allowed(defined, needed):
    return sorted(name for name in needed - defined if not MAY_NEED.match(name))


def self_test():
    guilty = {"_Znwm", "_ZdlPv", "malloc", "free", "__cxa_throw", "_Unwind_Resume", "__cxa_guard_acquire", "_ZTVN10__cxxabiv117__class_type_infoE", "write", "time"}
    missed = guilty - set(not_allowed(set(), guilty))
    wronged = not_allowed({"own"}, {"own", "memcpy", "__asan_report_load1", "abort"})
    print(f"self-test: missed {sorted(missed)}, wrongly accused {wronged}")
    return bool(missed or wronged)


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    defined, needed = symbols(sys.argv[1:])
    problems = not_allowed(defined, needed)
    for name in problems:
        print(f"the portable firmware needs {name}")
    print(f"core symbols: {len(defined)} defined, {len(needed - defined)} from outside, {len(problems)} problems")
    return bool(problems) or not defined


if __name__ == "__main__":
    sys.exit(main())
