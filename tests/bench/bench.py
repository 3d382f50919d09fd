#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the programs cost, measured on whole programs over a real PTY, and how fast a firmware gets into an amp. Prints one figure per line.

    bench.py BIN-FOLDER
"""

import contextlib
import json
import os
import pathlib
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import tty

# Read of the state (group 64, command 2) in console framing: protocol/README.md, sections 2.1 and 5.5.
STATE_READ = bytes([0x08, 0, 0, 1, 0, 64, 1, 2, 0xA0])


def crc16(data):
    value = 0
    for byte in data:
        value ^= byte << 8
        for _ in range(8):
            value = ((value << 1) ^ 0x1021 if value & 0x8000 else value << 1) & 0xFFFF
    return value


def console_frame(packet):
    import base64

    body = (len(packet) + 2).to_bytes(2, "big") + packet + crc16(packet).to_bytes(2, "big")
    return b"\x06\x09" + base64.b64encode(body) + b"\n"


def figure(name, value, unit, note=""):
    print(f"{name:<52} {value:>9.2f} {unit:<5} {note}".rstrip(), flush=True)


@contextlib.contextmanager
def simulated_amp(binaries, folder, environment):
    process = subprocess.Popen([binaries / "gainstage-sim", "--model", "desktop", "--control", folder / "amp.sock"], stdout=subprocess.PIPE, text=True, env=environment)
    try:
        yield process, json.loads(process.stdout.readline())
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(10)


def exchange(port, frame):
    os.write(port, frame)
    answer = b""
    while not (answer.endswith(b"\n") and len(answer) % 128 != 0 and complete(answer)):
        answer += os.read(port, 4096)


def complete(answer):
    """Whether the lines hold a whole packet: its length stands in the first two bytes."""
    import base64

    lines = answer.split(b"\n")
    if lines[-1]:
        return False
    body = b"".join(base64.b64decode(line[2:]) for line in lines[:-1])
    return len(body) >= 2 and len(body) == int.from_bytes(body[:2], "big") + 2


def amp_answer_time(path):
    """Median of one state read, in milliseconds: the amp's own answer time over this wire."""
    port = os.open(path, os.O_RDWR | os.O_NOCTTY)
    try:
        tty.setraw(port)
        times = [timed(lambda: exchange(port, console_frame(STATE_READ))) for _ in range(100)]
    finally:
        os.close(port)
    return statistics.median(times)


def timed(action):
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def command_time(command, environment, runs=40):
    def once():
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)

    once()
    return statistics.median(timed(once) for _ in range(runs))


def peak_memory(command, environment):
    """Resident, in MiB, of one run."""
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    return os.wait4(process.pid, 0)[2].ru_maxrss / 1024


def processor_time(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid):
    """Proportional share in MiB."""
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return float("nan")


def idle_share(pid, seconds=4):
    before = processor_time(pid)
    time.sleep(seconds)
    return 100 * (processor_time(pid) - before) / seconds


def bench_command(binaries, environment, amp):
    answer = amp_answer_time(amp["port"])
    figure("amp: one state read over the PTY", answer, "ms")
    get = [binaries / "gainstagectl", "--device", f"serial:{amp['port']}", "get", "volume"]
    whole = command_time(get, environment)
    figure("gainstagectl get volume, start to end", whole, "ms")
    figure("  more than the amp's own answer", whole - answer, "ms", "(aim: at most 20)")
    figure("  the same, finding the only amp by itself", command_time([get[0], "get", "volume"], environment), "ms")
    figure("gainstagectl set, one step", command_time([*get[:3], "set", "volume=-40"], environment), "ms")
    figure("  memory at its peak", peak_memory(get, environment), "MiB")


def bench_window(binaries, environment, folder, amp):
    window = [binaries / "gainstage", "--device", f"serial:{amp['port']}"]
    start = timed(lambda: subprocess.run([*window, "--screenshot", folder / "w.png"], env=environment, check=True, stdout=subprocess.DEVNULL))
    figure("window: start to the amp's page drawn and saved", start, "ms")
    process = subprocess.Popen(window, env=environment, stdout=subprocess.DEVNULL)
    try:
        time.sleep(3)
        figure("window: memory", memory(process.pid), "MiB")
        figure("window: processor while idle", idle_share(process.pid), "%", "(meters on)")
    finally:
        process.terminate()
        process.wait(10)


def bench_update(program):
    """Of a virtual clock: the same on every machine."""
    for line in subprocess.run([program], check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines():
        case = json.loads(line)
        name = f"update over {case['wire']}" + ("" if case["flash"] else ", no flash time")
        shares = f"{100 * case['ofCeiling']:.1f} % of the wire, {100 * case['ofRecommendation']:.1f} % of the computed pipeline"
        figure(name, case["bytesPerSecond"] / 1000, "kB/s", f"({case['bytes'] // 1024} KiB in {case['seconds']:.1f} s; {shares})")


def main():
    binaries = pathlib.Path(sys.argv[1]).resolve()
    bench_update(binaries.parent / "tests" / "update_bench")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        os.chmod(folder, 0o700)
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": name, "GAINSTAGE_DATA": f"{name}/data", "GAINSTAGE_CACHE": f"{name}/cache"}
        with simulated_amp(binaries, folder, environment) as (process, amp):
            bench_command(binaries, environment, amp)
            figure("gainstage-sim: processor while idle", idle_share(process.pid), "%")
            figure("gainstage-sim: memory", memory(process.pid), "MiB")
            bench_window(binaries, environment, folder, amp)


if __name__ == "__main__":
    sys.exit(main())
