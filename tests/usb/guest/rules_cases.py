# SPDX-License-Identifier: GPL-3.0-or-later
"""What our udev rules give to whom."""

import subprocess

import computer
from cases import case, expect, expect_equal
from gadget import BareDevice


def may_use(node, uid):
    """Whether a user can open the device for reading and writing."""
    return subprocess.run(["setpriv", f"--reuid={uid}", f"--regid={uid}", "--clear-groups", "sh", "-c", 'exec 3<>"$1"', "sh", node],
                          capture_output=True, timeout=computer.PATIENCE).returncode == 0


def access(device, rules):
    """Whether who sits at the computer, and whether somebody else, may use a device that is plugged in under these rules."""
    computer.use_rules(rules)
    with device:
        return may_use(device.node, computer.SITTING), may_use(device.node, computer.SOMEBODY)


def opened_to(device):
    return access(device, computer.OUR_RULES.read_text())


def dx5(name="DX5 II"):
    return BareDevice(0x152A, 0x8750, "Topping", name)


@case
def without_rules_only_root_may_use_an_amp():
    expect_equal(access(dx5(), None), (False, False), "access (who sits here, somebody else)")


@case
def rules_let_who_sits_at_the_computer_use_an_amp_and_nobody_else():
    expect_equal(opened_to(dx5()), (True, False), "access (who sits here, somebody else)")
    expect_equal(opened_to(dx5("DX5 Ⅱ")), (True, False), "access to one that writes its name with a sign")
    expect_equal(opened_to(BareDevice(0x1209, 0x0001, "Somebody", "Gainstage Reference Dongle")), (True, False), "access to one that is told by its name")


@case
def amps_that_are_only_known_stay_closed():
    expect_equal(opened_to(dx5("DX9")), (False, False), "access to a Topping that is not supported")
    expect_equal(opened_to(BareDevice(0x2972, 0x0055, "FiiO", "FIIO KA5")), (False, False), "access to a FiiO that is not supported")


@case
def serial_amps_are_opened_and_modems_not_looked_for_on_them():
    device = BareDevice(0x152A, 0x88FA, "JDS Labs", "Element IV", serial_line=True)
    expect_equal(opened_to(device), (True, False), "access (who sits here, somebody else)")
    expect_equal(device.properties.get("ID_MM_DEVICE_IGNORE"), "1", "ID_MM_DEVICE_IGNORE of the serial line")
    modem = BareDevice(0x12D1, 0x1001, "Somebody", "Modem", serial_line=True)
    expect_equal(opened_to(modem), (False, False), "access to a modem")
    expect_equal(modem.properties.get("ID_MM_DEVICE_IGNORE"), None, "ID_MM_DEVICE_IGNORE of a modem")


@case
def udev_has_no_complaint_about_our_rules():
    with dx5() as device:
        path = "/sys" + device.properties["DEVPATH"]
        computer.use_rules(computer.OUR_RULES.read_text() + 'ATTRS{product}="no comparison"\n')
        expect(complaints(path), "udev did not complain about a line that makes no sense, so its silence means nothing")
        computer.use_rules(computer.OUR_RULES.read_text())
        expect_equal(complaints(path), [], "complaints")


def complaints(path):
    """What udev says about our file when it reads its rules."""
    said = subprocess.run(["udevadm", "test", path], capture_output=True, text=True, timeout=computer.PATIENCE).stderr
    expect("Reading rules file" in said, f"udevadm test did not read any rules: {said}")
    return [line for line in said.splitlines() if line.startswith(f"{computer.RULES}:")]
