# SPDX-License-Identifier: GPL-3.0-or-later
"""What gainstagectl doctor advises helps: its own commands are typed."""

import os
import pathlib

import computer
from amp import Amp
from cases import case, expect, expect_equal

INSTALLED = pathlib.Path("/etc/udev/rules.d") / computer.RULES.name
WITHOUT_SUDO = 'sudo() { "$@"; }; PATH="$1:$PATH"; eval "$2"'


def type_in(commands):
    for command in commands:
        computer.run("sh", "-c", WITHOUT_SUDO, "sh", computer.program(""), command)


def findings(uid, code):
    return computer.ctl("doctor", uid=uid, code=code)["result"]["findings"]


@case
def what_doctor_advises_opens_an_amp_to_who_sits_at_the_computer():
    computer.use_rules(None)
    with Amp("desktop", "hid", "serial") as amp:
        found = findings(computer.SITTING, 1)
        expect_equal([finding["kind"] for finding in found], ["rules-missing", "no-permission", "no-permission"], "findings")
        expect_equal({finding["where"] for finding in found[1:]}, set(amp.node.values()), "what is closed")
        amp.ctl("hid", "get", "volume", uid=computer.SITTING, code=5)
        type_in(found[0]["commands"])
        try:
            expect_equal(findings(computer.SITTING, 0), [], "findings afterwards")
            for link in amp.wires:
                amp.ctl(link, "set", "volume=-41", uid=computer.SITTING)
                amp.ctl(link, "get", "volume", uid=computer.SOMEBODY, code=5)
        finally:
            INSTALLED.unlink()


@case
def doctor_names_the_program_that_holds_an_amp():
    computer.use_rules(computer.OUR_RULES.read_text())
    INSTALLED.write_text(computer.OUR_RULES.read_text())
    try:
        with Amp("desktop", "hid", "serial") as amp:
            expect_equal(findings(None, 0), [], "findings")
            for link in amp.wires:
                file = os.open(amp.node[link], os.O_RDWR | os.O_NOCTTY)
                [finding] = findings(None, 1)
                os.close(file)
                expect_equal((finding["kind"], finding["where"]), ("held", amp.node[link]), "finding")
                expect_equal([holder["pid"] for holder in finding["holders"]], [os.getpid()], "who holds it")
            with amp.start("hid", "watch") as watch:
                watch.stdout.readline()
                [finding] = findings(computer.SITTING, 1)
                expect_equal([holder["pid"] for holder in finding["holders"]], [watch.pid], "who holds it, asked by an ordinary user")
                watch.terminate()
    finally:
        INSTALLED.unlink()


@case
def doctor_finds_an_amp_without_driver():
    INSTALLED.write_text(computer.OUR_RULES.read_text())
    try:
        with Amp("desktop", "hid", "serial") as amp:
            interface = pathlib.Path("/sys/class/hidraw", pathlib.Path(amp.node["hid"]).name).resolve().parents[2]
            pathlib.Path("/sys/bus/usb/drivers/usbhid/unbind").write_text(interface.name)
            [finding] = findings(None, 1)
            expect_equal((finding["kind"], finding["where"]), ("no-driver", interface.name), "finding")
            pathlib.Path("/sys/bus/usb/drivers/usbhid/bind").write_text(interface.name)
            computer.settle()
            expect_equal(findings(None, 0), [], "findings after the driver came back")
    finally:
        INSTALLED.unlink()
