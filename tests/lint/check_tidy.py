#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs clang-tidy over the given files and prints only what it found, with a list of the files concerned at the end."""

import argparse
import concurrent.futures
import os
import re
import subprocess
import sys

TOOL = ["clang-tidy-19", "--quiet", "--extra-arg=-Wno-unknown-warning-option"]
NOISE = re.compile(r"^(\d+ warnings?( and \d+ errors?)? generated\.|\[\d+/\d+\] Processing file .*)$")


def findings_of(build, path):
    """What clang-tidy says of one file; empty when it is content."""
    done = subprocess.run([*TOOL, "-p", build, path], capture_output=True, text=True)
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip() and not NOISE.match(line)]
    return "\n".join(lines) or "clang-tidy ended with code %d" % done.returncode if done.returncode else ""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", default="build", help="folder with compile_commands.json")
    parser.add_argument("files", nargs="*")
    arguments = parser.parse_args()
    blamed = []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda path: findings_of(arguments.build, path), arguments.files)
        for path, findings in zip(arguments.files, results):
            if findings:
                blamed.append(path)
                print(findings, flush=True)
    print("clang-tidy: %d files, %d with findings%s" % (len(arguments.files), len(blamed), ": " if blamed else ""))
    for path in blamed:
        print("  " + path)
    return 1 if blamed else 0


if __name__ == "__main__":
    sys.exit(main())
