// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/core/firmware.h"
#include "firmware_sim/core/model.h"
#include "tests/support/bare_framing.h"
#include "tests/support/firmware_bench.h"
#include "tests/support/golden.h"
#include "tests/support/two_band_model.h"

#include <QTest>

#include <atomic>
#include <cstdlib>
#include <new>

// Every way to the heap is counted while `watching`: operator new here, and below it malloc and its kin, which the sanitizer build owns
// and where only operator new can be replaced.

namespace {

std::atomic<bool> watching{false};
std::atomic<int> allocations{0};

void count()
{
    if (watching)
        ++allocations;
}

} // namespace

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSeesMalloc = false;
#else
constexpr bool kSeesMalloc = true;
extern "C" {
void *__libc_malloc(std::size_t size);
void *__libc_calloc(std::size_t number, std::size_t size);
void *__libc_realloc(void *old, std::size_t size);

void *malloc(std::size_t size)
{
    count();
    return __libc_malloc(size);
}
void *calloc(std::size_t number, std::size_t size)
{
    count();
    return __libc_calloc(number, size);
}
void *realloc(void *old, std::size_t size)
{
    count();
    return __libc_realloc(old, size);
}
}
#endif

void *operator new(std::size_t size)
{
    count();
    void *memory = std::malloc(size == 0 ? 1 : size);
    if (memory == nullptr)
        std::abort();
    return memory;
}
void *operator new[](std::size_t size)
{
    return operator new(size);
}
void operator delete(void *memory) noexcept
{
    std::free(memory);
}
void operator delete[](void *memory) noexcept
{
    std::free(memory);
}
void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}
void operator delete[](void *memory, std::size_t) noexcept
{
    std::free(memory);
}

namespace {

using namespace gainstage;
using namespace gainstage::test;

/// A board that writes nothing down: it would have to allocate.
class LeanHardware final : public FakeHardware {
public:
    std::array<std::uint8_t, 4096> lastBytes{}; ///< of all links
    std::size_t lastSize = 0;
    int applications = 0;

    void applyAudio(const firmware::AudioPath &) override { ++applications; }
    void light(bool) override {}
    void brightness(std::uint8_t) override {}
    void send(std::uint8_t, std::span<const std::uint8_t> data) override
    {
        if (lastSize + data.size() > lastBytes.size())
            return;
        std::copy(data.begin(), data.end(), lastBytes.begin() + static_cast<std::ptrdiff_t>(lastSize));
        lastSize += data.size();
    }
};

void *volatile keep = nullptr; // so that the compiler cannot leave an allocation out

/// Counts what `work` allocates.
template <typename Work>
int allocationsOf(Work work)
{
    allocations = 0;
    watching = true;
    work();
    watching = false;
    return allocations;
}

} // namespace

class FirmwareNoHeapTest : public QObject {
    Q_OBJECT

    LeanHardware m_hardware;
    const firmware::Framing m_framings[2] = {firmware::Framing::Console, firmware::Framing::Hid};

    /// Lets time pass in steps of 5 ms.
    void advance(firmware::Firmware &amp, int milliseconds)
    {
        for (int i = 0; i < milliseconds; i += 5) {
            m_hardware.now += 5;
            amp.poll();
            static_cast<void>(amp.nextDue());
        }
    }

private Q_SLOTS:
    void init() { m_hardware.flash = FakeFlash(); }

    void theCounterSeesTheHeap()
    {
        QVERIFY(allocationsOf([] { keep = ::operator new(1); }) > 0);
        ::operator delete(keep);
        keep = nullptr;
        QVERIFY(allocationsOf([] { std::vector<int>(100).at(3) = 1; }) > 0);
        if (kSeesMalloc)
            QVERIFY(allocationsOf([] { keep = std::malloc(100); }) > 0);
        std::free(keep);
        QCOMPARE(allocationsOf([] {}), 0);
    }

    void everyCommandOfTheSpecificationTakesNoHeap_data()
    {
        QTest::addColumn<int>("link");
        QTest::newRow("console") << 0;
        QTest::newRow("hid") << 1;
    }
    void everyCommandOfTheSpecificationTakesNoHeap()
    {
        QFETCH(int, link);
        std::vector<std::vector<std::uint8_t>> pieces;
        std::uint8_t counter = 0;
        const auto golden = goldenBytes(QStringLiteral("gap.txt"));
        for (const auto &[name, packet] : golden) {
            if (!name.ends_with("-request"))
                continue;
            const QByteArray bytes = link == 0 ? toConsole(asArray(packet)) : toHid(asArray(packet), counter);
            for (qsizetype at = 0; at < bytes.size(); at += 64)
                pieces.emplace_back(bytes.begin() + at, bytes.begin() + std::min(at + 64, bytes.size()));
        }
        QVERIFY(pieces.size() > 45);
        int answered = 0;
        static firmware::Firmware amp(m_hardware, twoBandModel(), "T1", m_framings);
        amp.start();
        for (const auto &piece : pieces) {
            m_hardware.lastSize = 0;
            QCOMPARE(allocationsOf([&] { amp.receive(static_cast<std::uint8_t>(link), piece); }), 0);
            QCOMPARE(allocationsOf([&] { advance(amp, 50); }), 0);
            answered += m_hardware.lastSize > 0 ? 1 : 0;
        }
        QVERIFY(answered >= 48); // each request, and whatever came of it later
    }

    void aWholeLifeTakesNoHeap()
    {
        const QByteArray commands[] = {
            toConsole(FirmwareBench::packetOf(0, 64, 0, QByteArray::fromHex("a0"))),
            toConsole(FirmwareBench::packetOf(2, 64, 6, QByteArray::fromHex("a2 65 6576657279 1832 65 6c65617365 192710"))),
            toConsole(FirmwareBench::packetOf(2, 64, 2, QByteArray::fromHex("a1 66 76616c756573 a1 04 39 03e7"))),
            toConsole(FirmwareBench::packetOf(2, 64, 5, QByteArray::fromHex("a2 64 736c6f74 00 62 646f 00"))),
            toConsole(FirmwareBench::packetOf(2, 64, 2, QByteArray::fromHex("a1 66 76616c756573 a1 04 39 1387"))),
            toConsole(FirmwareBench::packetOf(2, 64, 4, QByteArray::fromHex("a0"))),
            toConsole(FirmwareBench::packetOf(2, 64, 5, QByteArray::fromHex("a2 64 736c6f74 00 62 646f 01"))),
            toConsole(FirmwareBench::packetOf(2, 64, 7, QByteArray::fromHex("a1 62 6d73 1903e8"))),
            toConsole(FirmwareBench::packetOf(2, 64, 8, QByteArray::fromHex("a1 62 6d73 1903e8"))),
            toConsole(FirmwareBench::packetOf(2, 0, 5, QByteArray::fromHex("a0"))),
        };
        std::array<std::array<std::uint8_t, 256>, std::size(commands)> bytes{};
        for (std::size_t i = 0; i < std::size(commands); ++i)
            std::copy(commands[i].begin(), commands[i].end(), bytes[i].begin());
        m_hardware.lastSize = 0;
        const int taken = allocationsOf([&] {
            static firmware::Firmware amp(m_hardware, firmware::desktopModel(), "T1", m_framings);
            amp.start();
            advance(amp, 500);
            for (std::size_t i = 0; i < std::size(commands); ++i) {
                amp.receive(0, std::span(bytes[i]).first(static_cast<std::size_t>(commands[i].size())));
                advance(amp, 200);
            }
            amp.knobTurned(1);
            amp.muteButtonPressed();
            amp.settingButtonPressed(1);
            m_hardware.jacks[0] = {true, 32000};
            amp.jackChanged(0);
            m_hardware.readings = {{-100, -100}, 3, 900, {12000, 12000}, 1, 0, true, 48000};
            amp.inputChanged();
            amp.protectionChanged();
            amp.clipped();
            amp.supplyFailing(100);
            amp.log("a line");
            amp.linkReset(0);
            advance(amp, 3000);
        });
        QCOMPARE(taken, 0);
        QVERIFY(m_hardware.lastSize > 1000);
        QVERIFY(m_hardware.restarts == 1);
        QVERIFY(m_hardware.applications > 20);
        QVERIFY(m_hardware.flash.operations > 4);
    }
};

QTEST_GUILESS_MAIN(FirmwareNoHeapTest)
#include "firmware_no_heap_test.moc"
