# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program's own way to an amp costs over HID, beside a bare loop of read() and write()."""

import json

import computer
from amp import Amp
from cases import bench
from update_cases import image


@bench
def hid_beside_a_bare_loop():
    with Amp("desktop", "hid", "serial") as amp:
        lines = computer.run(computer.build / "tests" / "usb_bench", amp.node["hid"], image(96_000, "one"), image(96_000, "two")).splitlines()
    trip, upload = (json.loads(line) for line in lines)
    return " ".join((
        f"state read: {trip['ms']:.2f} ms, reports through the transport alone {trip['transport_ms']:.2f} ms (x {trip['transport_ms'] / trip['bare_ms']:.2f}),",
        f"bare {trip['bare_ms']:.2f} ms (x {trip['ms'] / trip['bare_ms']:.2f}), median of {trip['n']};",
        f"upload: {upload['kilobytes_per_second']:.1f} kB/s, bare {upload['bare_kilobytes_per_second']:.1f} kB/s",
        f"(x {upload['bare_kilobytes_per_second'] / upload['kilobytes_per_second']:.2f}), median of {upload['n']} with {upload['bytes']} bytes"))
