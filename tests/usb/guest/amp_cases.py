# SPDX-License-Identifier: GPL-3.0-or-later
"""A reference amp as a USB device with two wires, HID and CDC-ACM: found, set, heard, unplugged."""

import concurrent.futures
import json
import time

import computer
import wire
from amp import Amp
from cases import case, expect, expect_equal

WIRES = ("hid", "serial")


def desktop():
    return Amp("desktop", *WIRES)


def next_event(process, name):
    """The next line of gainstagectl that tells of such an event."""
    for line in process.stdout:
        if json.loads(line).get("event") == name:
            return json.loads(line)
    raise AssertionError(f"it ended without telling of {name}")


@case
def an_amp_is_listed_on_both_wires():
    with desktop() as amp:
        listed = {entry["selector"]: entry for entry in computer.ctl("device", "list")["result"]}
        for link in WIRES:
            entry = listed.get(amp.selector(link))
            expect(entry, f"{amp.selector(link)} is not in {listed}")
            expect_equal((entry["maker"], entry["serial_number"], entry["simulated"], entry["access"]), ("Gainstage", "USB00001", False, "ok"), link)
        expect_equal(len(listed), 2, "entries")
    expect_equal(computer.ctl("device", "list")["result"], [], "what is listed after it was taken out")


@case
def settings_are_written_and_read_over_both_wires():
    with desktop() as amp:
        for link, volume in (("hid", -31.5), ("serial", -47)):
            answer = amp.ctl(link, "set", f"volume={volume}", "gain=high")
            expect_equal(answer["result"]["after"]["volume"], volume, f"what set over {link} says")
            expect_equal(amp.ctl(link, "get", "volume")["result"]["values"]["volume"], volume, f"what get over {link} says")
            expect_equal(amp.state()["settings"]["volume"], round(volume * 100), "what the amp really holds, in hundredths of a decibel")
        expect_equal(amp.ctl("hid", "get", "volume")["result"]["values"]["volume"], -47, "over HID, what was set over the serial line")


@case
def a_knob_that_is_turned_is_heard_over_both_wires():
    for link in WIRES:
        with desktop() as amp:
            with amp.start(link, "watch") as watch:
                before = next_event(watch, "state")["result"]["values"]["volume"]
                amp.tell("knob", detents=3)
                changed = next_event(watch, "changed")
                expect_equal(changed["source"], "knob", f"who did it, over {link}")
                expect(changed["after"]["volume"] > before, f"the volume went from {before} to {changed['after']} over {link}")
                watch.terminate()


@case
def a_watch_ends_when_the_amp_is_unplugged():
    for link in WIRES:
        with desktop() as amp:
            with amp.start(link, "watch") as watch:
                next_event(watch, "state")
                begin = time.monotonic()
                amp.unplug()
                watch.communicate(timeout=computer.PATIENCE)
                expect_equal(watch.returncode, 9, f"exit code of watch over {link}, after {time.monotonic() - begin:.1f} s")
            amp.plug()
            expect_equal(amp.ctl(link, "get", "gain")["result"]["values"]["gain"], "low", f"gain over {link} after it came back")


@case
def an_amp_that_is_unplugged_while_it_is_set_is_no_louder_when_it_comes_back():
    for link in WIRES:
        with desktop() as amp:
            amp.ctl(link, "set", "volume=-60")
            with amp.start(link, "set", "volume=-20", "gain=high") as setting:
                amp.tell("link", plugged=False, link=WIRES.index(link))
                said, _ = setting.communicate(timeout=computer.PATIENCE)
                expect(setting.returncode in (0, 3, 9), f"set over {link} ended with {setting.returncode}: {said}")
            held = amp.state()["settings"]["volume"]
            expect(-6000 <= held <= -2000, f"the amp holds {held} hundredths of a decibel, neither end nor between")


@case
def two_hundred_times_in_and_out_leaves_nothing_behind():
    """Four amps at the same time, fifty times each."""
    amps, cycles = computer.CONTROLLERS, 200 // computer.CONTROLLERS
    nodes, devices = computer.nodes(), computer.device_links()
    with concurrent.futures.ThreadPoolExecutor(amps) as threads:
        waits = sorted(wait for part in threads.map(lambda number: plugged_again_and_again(f"USB0000{number}", cycles), range(amps)) for wait in part)
    expect_equal(len(waits), 200, "times")
    expect_equal(computer.nodes(), nodes, "device files at the end")
    expect_equal(computer.device_links(), devices, "devices in sysfs at the end")
    return f"there again after {waits[len(waits) // 2] * 1000:.0f} ms (median), {waits[-1] * 1000:.0f} ms (longest)"


def plugged_again_and_again(serial_number, cycles):
    """How long it took each time until udev had told of both wires, in seconds."""
    waits = []
    with Amp("desktop", *WIRES, serial_number=serial_number) as amp:
        for _ in range(cycles):
            gone = list(amp.node.values())
            amp.unplug()
            expect(not set(gone) & set(computer.nodes_of(serial_number)), f"{gone} are there still")
            begin = time.monotonic()
            amp.plug()
            waits.append(time.monotonic() - begin)
            wire.check(amp)
    return waits
