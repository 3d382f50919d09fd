# SPDX-License-Identifier: GPL-3.0-or-later
"""Amps of other makers, told by the numbers and strings that theirs have on the bus."""

import json
import pathlib

import computer
from amp import Amp
from cases import case, expect, expect_equal


def usb_attributes(node):
    """Vendor, product id and the strings of the USB device behind a device file, as the kernel read them."""
    [folder] = pathlib.Path("/sys/class").glob(f"*/{pathlib.Path(node).name}")
    usb = next(parent for parent in folder.resolve().parents if (parent / "idVendor").exists())
    return tuple((usb / name).read_text().strip() for name in ("idVendor", "idProduct", "manufacturer", "product"))


def check_listed(amp, attributes):
    [link] = amp.wires
    expect_equal(usb_attributes(amp.node[link]), attributes, "what the kernel read")
    [entry] = computer.ctl("device", "list")["result"]
    expect_equal((entry["selector"], entry["model"]), (amp.selector(link), attributes[3]), "what is listed")


def check_value(amp, name, value):
    """Sets it, and reads it back with another start of the program."""
    [link] = amp.wires
    amp.ctl(link, "set", f"{name}={value}")
    expect_equal(amp.ctl(link, "get", name)["result"]["values"][name], value, name)


@case
def topping_dx5_ii():
    with Amp("topping-dx5-ii", "hid") as amp:
        check_listed(amp, ("152a", "8750", "Topping", "DX5 Ⅱ"))
        check_value(amp, "volume", -52)


@case
def topping_dx1_ii():
    with Amp("topping-dx1-ii", "hid") as amp:
        check_listed(amp, ("152a", "8750", "Topping", "DX1 II"))
        check_value(amp, "headphone-volume", -45)


@case
def topping_d90_iii():
    with Amp("topping-d90-iii", "hid", serial_number=None) as amp:
        check_listed(amp, ("152a", "8750", "Topping", "D90III Discrete"))
        amp.ctl("hid", "device", "show")


@case
def fiio_ka15():
    with Amp("fiio-ka15", "hid") as amp:
        check_listed(amp, ("2972", "0104", "FIIO", "FIIO KA15"))
        check_value(amp, "preset", "user2")


@case
def fiio_ja11_leaves_the_bus_when_it_stores():
    with Amp("fiio-ja11", "hid") as amp:
        check_listed(amp, ("2972", "0102", "JadeAudio", "JadeAudio JA11"))
        check_value(amp, "preset", "bass")
        with computer.DeviceEvents() as events:
            stored = amp.ctl("hid", "set", "preset=user1", "--store")["result"]["stored"]
            amp.disappear(events)
            amp.appear(events)
        expect(stored, "it is not said to be stored")
        expect_equal(amp.ctl("hid", "get", "preset")["result"]["values"]["preset"], "user1", "preset after it came back")
        expect_equal(amp.state()["stores"], 1, "times that the amp stored")


@case
def jds_element_iv():
    """Its only way to be set is the equalizer of the headphone output, which a preset brings."""
    file = pathlib.Path("/run/jds.json")
    with Amp("jds-element-iv", "serial") as amp:
        check_listed(amp, ("152a", "88fa", "JDS Labs", "Element IV"))
        amp.ctl("serial", "preset", "save", "jds")
        computer.ctl("preset", "export", "jds", str(file))
        preset = json.loads(file.read_text())
        band = preset["equalizer"]["bands"][0]
        band["gain_db"] = -4.5
        file.write_text(json.dumps(preset))
        computer.ctl("preset", "import", str(file), "--replace")
        amp.ctl("serial", "preset", "apply", "jds")
        held = amp.ctl("serial", "get")["result"]["equalizer"]["bands"][0]
        expect_equal(held["gain_db"], -4.5, "gain of the first band")
