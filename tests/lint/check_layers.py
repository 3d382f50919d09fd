#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a room includes what the house does not allow it to see, waits where it must not, or lacks its licence line.

    check_layers.py [FOLDER]     checks the tree (default: the project this file lies in)
    check_layers.py --self-test  proves that violations are found
"""

import pathlib
import re
import sys
import tempfile

# A room may include itself, its subfolders' headers where listed, and what stands here. The longest matching room wins.
# An entry that ends in ".h" allows that one header.
MAY_INCLUDE = {
    "protocol/bytes": [],
    "protocol/transport": ["protocol/bytes"],
    "protocol/smp": ["protocol/bytes", "protocol/transport"],
    "protocol/gap": ["protocol/bytes", "protocol/smp"],
    "protocol/topping": ["protocol/bytes"],
    "protocol/fiio": ["protocol/bytes"],
    "protocol/jdslabs": ["protocol/bytes"],
    "devices/amp": ["devices/eq", "protocol/bytes", "protocol/transport/clock.h"],
    "devices/eq": ["devices/amp/equalizer.h", "devices/amp/number_checks.h", "devices/amp/units.h", "protocol/bytes/result.h"],
    "devices/headphone": ["devices/amp/number_checks.h", "devices/amp/units.h", "protocol/bytes/result.h"],
    "devices/firmware": ["devices/amp", "protocol/bytes", "protocol/transport/clock.h"],
    "devices/catalog": ["devices/discovery/port.h", "protocol/bytes", "protocol/transport/hid_reports.h"],
    "devices/conformance": ["devices/amp", "protocol/bytes"],
    "devices/discovery": ["devices/amp", "devices/catalog", "devices/families/family.h", "protocol/bytes", "protocol/transport"],
    "devices/families": ["devices/amp", "devices/eq", "devices/firmware", "devices/catalog", "devices/discovery/port.h", "protocol"],
    "firmware_sim/boot": [],
    "firmware_sim/core": ["firmware_sim/boot"],
    "firmware_sim/physics": ["firmware_sim/core", "firmware_sim/boot"],
    "firmware_sim/faults": [],
    "firmware_sim/families": ["firmware_sim/physics", "firmware_sim/core"],
    "firmware_sim/boards": ["firmware_sim", "protocol/bytes", "protocol/transport"],
    "app/core": ["devices/amp", "devices/eq", "devices/firmware", "devices/discovery", "devices/families/family.h", "protocol/bytes", "protocol/transport/clock.h"],
    "app/viewmodels": ["app/core", "devices/amp", "devices/eq", "devices/firmware", "devices/discovery/port.h", "protocol/bytes"],
    "app/cli": ["app/core", "devices/amp", "devices/catalog/udev_rules.h", "devices/conformance", "devices/eq", "devices/firmware", "devices/discovery", "protocol/bytes", "protocol/transport/clock.h"],
    "app/image_tool": ["app/core/json_view.h", "app/core/words.h", "devices/firmware", "protocol/bytes"],
    "app/profiles": ["devices/eq", "devices/amp/units.h", "devices/amp/equalizer.h", "protocol/bytes/result.h"],
    "app/calc": ["app/core/words.h", "app/profiles", "devices/amp/equalizer.h", "devices/amp/units.h", "devices/eq", "devices/headphone", "protocol/bytes/result.h"],
    "app/gui": ["app/viewmodels", "app/core/value_text.h", "app/core/words.h", "devices/amp", "devices/eq", "protocol/bytes"],
    # Pictures of the whole window need a whole house, with ports that are handed in.
    "app/screenshots": ["app/gui", "app/viewmodels", "app/core", "devices/amp", "devices/firmware", "devices/discovery", "devices/families/family.h", "protocol/bytes", "protocol/transport"],
    "app": ["app", "devices", "protocol"],  # main_*.cpp put the house together
    "tests": ["app", "devices", "protocol", "firmware_sim"],
}
ROOMS = ("protocol/", "devices/", "firmware_sim/", "app/", "tests/")
STANDARD_FOR_CORE = {
    "algorithm", "array", "bit", "charconv", "climits", "compare", "concepts", "cstddef", "cstdint", "cstring", "initializer_list", "limits", "memory", "new",
    "optional", "span", "string_view", "tuple", "type_traits", "utility", "variant",
}
BLOCKED = re.compile(r"\b(sleep_for|sleep_until|msleep|usleep|QEventLoop|processEvents|waitForFinished|qSleep|qWait)\b")
# The one place each that may use a blocked word, with its reason.
ALLOWED_WORDS = {}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]')
PORTABLE = ("firmware_sim/boot", "firmware_sim/core")
APACHE = ("protocol/", "firmware_sim/boot/", "firmware_sim/core/")


def room_of(path):
    fitting = [room for room in MAY_INCLUDE if path.startswith(room + "/")]
    return max(fitting, key=len) if fitting else None


def allowed(room, header):
    entries = MAY_INCLUDE[room] + [room]
    return any(header == entry if entry.endswith(".h") else header.startswith(entry + "/") for entry in entries)


def check_line(path, room, line):
    found = INCLUDE.match(line)
    if found:
        style, header = found.groups()
        if header.startswith(ROOMS) and not allowed(room, header):
            return f"{room} may not include {header}"
        if style == '"' and not header.startswith(ROOMS) and not header.endswith(".moc"):
            return f'"{header}" is not a path from the top'
        if room in PORTABLE and style == "<" and header not in STANDARD_FOR_CORE:
            return f"<{header}> is not freestanding-friendly"
        return None
    word = BLOCKED.search(line.split("//")[0])
    if word and word.group(1) not in ALLOWED_WORDS.get(path, ()):
        return f"{word.group(1)} is not used in this house"
    return None


def check_file(root, file):
    path = file.relative_to(root).as_posix()
    room = room_of(path)
    if room is None:
        return [f"{path}: no room of the house"]
    text = file.read_text(encoding="utf-8")
    licence = "Apache-2.0" if path.startswith(APACHE) else "GPL-3.0-or-later"
    problems = []
    if f"SPDX-License-Identifier: {licence}" not in text.split("\n", 1)[0]:
        problems.append(f"{path}:1: first line must be the SPDX line with {licence}")
    for number, line in enumerate(text.split("\n"), 1):
        problem = check_line(path, room, line)
        if problem:
            problems.append(f"{path}:{number}: {problem}")
    return problems


def check(root):
    files = [file for room in ROOMS for ending in ("*.h", "*.cpp") for file in sorted((root / room).rglob(ending))]
    problems = [problem for file in files for problem in check_file(root, file)]
    for problem in problems:
        print(problem)
    print(f"layers: {len(files)} files, {len(problems)} problems")
    return bool(problems) or not files


def self_test():
    """Each violation in a tree of its own must be found; the innocent one must pass."""
    gpl, apache = "// SPDX-License-Identifier: GPL-3.0-or-later\n", "// SPDX-License-Identifier: Apache-2.0\n"
    guilty = {
        "protocol/smp/a.cpp": apache + '#include "devices/amp/amp.h"\n',
        "devices/amp/a.cpp": gpl + '#include "app/core/session.h"\n',
        "app/gui/a.cpp": gpl + '#include "protocol/transport/transport.h"\n',
        "firmware_sim/core/a.cpp": apache + "#include <string>\n",
        "firmware_sim/boot/a.cpp": apache + '#include "firmware_sim/core/amp.h"\n',
        "firmware_sim/physics/a.cpp": gpl + '#include "protocol/bytes/bytes.h"\n',
        "app/core/a.cpp": gpl + "void f() { std::this_thread::sleep_for(x); }\n",
        "app/cli/a.cpp": apache,
    }
    innocent = {"app/core/a.cpp": gpl + '#include "devices/amp/amp.h"\n#include <string>\n'}
    missed = [path for path, text in guilty.items() if not check_tree_with(path, text)]
    wronged = [path for path, text in innocent.items() if check_tree_with(path, text)]
    print(f"self-test: missed {missed}, wrongly accused {wronged}")
    return bool(missed or wronged)


def check_tree_with(path, text):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / path).parent.mkdir(parents=True)
        (root / path).write_text(text, encoding="utf-8")
        return check(root)


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        sys.exit(self_test())
    sys.exit(check(pathlib.Path(sys.argv[1]) if sys.argv[1:] else pathlib.Path(__file__).resolve().parents[2]))
