# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks a reference amp for its state without any of the project's code (protocol/README.md, sections 2.1, 2.2 and 5.5): does it answer at all?"""

import base64
import binascii
import os
import select
import tty

import computer
from cases import expect

STATE_READ = bytes([0x08, 0, 0, 1, 0, 64, 1, 2, 0xA0])
ANSWER = bytes([0x09])  # the answer to a read, in version 1 of the header
HID_FIRST, HID_LAST, HID_LENGTH = 0x40, 0x80, 0x3F


def console_frame(packet):
    body = (len(packet) + 2).to_bytes(2, "big") + packet + binascii.crc_hqx(packet, 0).to_bytes(2, "big")
    return b"\x06\x09" + base64.b64encode(body) + b"\n"


def hid_report(packet):
    return (bytes([len(packet) | HID_FIRST | HID_LAST, 0]) + packet).ljust(64, b"\0")


def read(file):
    ready, _, _ = select.select([file], [], [], computer.PATIENCE)
    expect(ready, "the amp does not answer")
    return os.read(file, 4096)


def check_serial(node):
    file = os.open(node, os.O_RDWR | os.O_NOCTTY)
    try:
        tty.setraw(file)
        os.write(file, console_frame(STATE_READ))
        answer = b""
        while b"\n" not in answer:
            answer += read(file)
    finally:
        os.close(file)
    expect(answer.startswith(b"\x06\x09") and base64.b64decode(answer[2:].split(b"\n")[0])[2:3] == ANSWER, f"the answer over {node} is {answer!r}")


def check_hid(node):
    file = os.open(node, os.O_RDWR)
    try:
        os.write(file, b"\0" + hid_report(STATE_READ))
        report = read(file)
        expect(report[0] & HID_FIRST and report[2:3] == ANSWER, f"the answer over {node} is {report!r}")
        while not report[0] & HID_LAST:
            report = read(file)
    finally:
        os.close(file)


def check(amp):
    """Whether it answers on both wires."""
    check_hid(amp.node["hid"])
    check_serial(amp.node["serial"])
