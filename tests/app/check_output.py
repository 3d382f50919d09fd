#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says what is wrong with lines of gainstagectl --json.

    check_output.py SCHEMA < LINES
"""

import json
import sys

import jsonschema


def problems(validator, line):
    try:
        document = json.loads(line)
    except ValueError as problem:
        return [f"not JSON: {problem}: {line[:200]}"]
    best = jsonschema.exceptions.best_match(validator.iter_errors(document))
    return [f"{best.json_path}: {best.message[:300]} in {line[:300]}"] if best else []


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        validator = jsonschema.Draft202012Validator(json.load(file))
    lines = sys.stdin.read().splitlines()
    found = [problem for line in lines for problem in problems(validator, line)]
    print("\n".join(found or [f"{len(lines)} lines are right"]))
    return bool(found) or not lines


if __name__ == "__main__":
    sys.exit(main())
