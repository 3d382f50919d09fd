// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/core/image_upload.h"
#include "tests/support/boot_bench.h"

#include <QTest>

#include <cstdio>
#include <functional>
#include <map>

using namespace gainstage;
using namespace gainstage::test;
using firmware::Region;
using firmware::Slots;
using firmware::SwapType;

namespace {

// Under the sanitizers every operation is cut as well, but of an image of 40 KiB: the same steps, fewer sectors.
#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t kSlot = 64 * 1024, kImage = 40 * 1024;
constexpr int kRandomRuns = 100, kWays = 20;
#else
constexpr std::size_t kSlot = 544 * 1024, kImage = 512 * 1024;
constexpr int kRandomRuns = 1000, kWays = 200;
#endif
constexpr std::size_t kAroundPayload = 32 + 52 + 144; // header and TLVs
constexpr std::size_t kPiece = 1000;                  // of an upload

const ImageBytes kOld = exampleImage({1, 0, 0, 0}, kImage * 3 / 4), kNew = exampleImage({1, 1, 0, 0}, kImage - kAroundPayload);

/// SHA-256 of what begins like one of the two images is looked up; anything else is computed. Signatures are verified once each. Without this the
/// test would spend its time on the same two digests.
class RememberingBench : public BootBench {
public:
    RememberingBench() : BootBench(kSlot) {}

    std::function<void()> beforeOperation; ///< and each is what the next call of again() does
    std::function<bool(RememberingBench &)> again;

    bool regionProgram(Region region, std::size_t at, std::span<const std::uint8_t> data) override
    {
        announce([=](RememberingBench &other) { return other.BootBench::regionProgram(region, at, data); });
        return BootBench::regionProgram(region, at, data);
    }
    bool regionErase(Region region, std::size_t at) override
    {
        announce([=](RememberingBench &other) { return other.BootBench::regionErase(region, at); });
        return BootBench::regionErase(region, at);
    }
    void sha256Begin() override
    {
        m_like = {&kOld, &kNew};
        m_size = 0;
        m_isKnown = true;
    }
    void sha256Add(std::span<const std::uint8_t> data) override
    {
        const ImageBytes *const like = m_like.front() != nullptr ? m_like.front() : m_like.back();
        if (m_isKnown) {
            for (const ImageBytes *&one : m_like)
                one = one != nullptr && continues(*one, data) ? one : nullptr;
            if (m_like.front() == nullptr && m_like.back() == nullptr)
                compute(std::span(*like).first(m_size));
        }
        m_size += data.size();
        if (!m_isKnown)
            BootBench::sha256Add(data);
    }
    firmware::Digest sha256End() override
    {
        if (!m_isKnown)
            return BootBench::sha256End();
        const ImageBytes *const like = m_like.front() != nullptr ? m_like.front() : m_like.back();
        auto &digest = known()[{like, m_size}];
        if (!digest) {
            compute(std::span(*like).first(m_size));
            digest = BootBench::sha256End();
        }
        return *digest;
    }
    bool verifyEd25519(const firmware::PublicKey &key, const firmware::SignatureBytes &signature, std::span<const std::uint8_t> message) override
    {
        static std::map<std::pair<firmware::SignatureBytes, std::vector<std::uint8_t>>, bool> verified;
        std::vector<std::uint8_t> rest(key.begin(), key.end());
        rest.insert(rest.end(), message.begin(), message.end());
        const auto [place, isNew] = verified.try_emplace({signature, std::move(rest)});
        if (isNew)
            place->second = BootBench::verifyEd25519(key, signature, message);
        return place->second;
    }

private:
    static std::map<std::pair<const ImageBytes *, std::size_t>, std::optional<firmware::Digest>> &known()
    {
        static std::map<std::pair<const ImageBytes *, std::size_t>, std::optional<firmware::Digest>> digests;
        return digests;
    }
    bool continues(const ImageBytes &image, std::span<const std::uint8_t> data) const
    {
        return data.size() <= image.size() - m_size && std::ranges::equal(data, std::span(image).subspan(m_size, data.size()));
    }
    void compute(std::span<const std::uint8_t> before)
    {
        m_isKnown = false;
        BootBench::sha256Begin();
        BootBench::sha256Add(before);
    }
    void announce(std::function<bool(RememberingBench &)> operation)
    {
        if (!beforeOperation)
            return;
        again = std::move(operation);
        beforeOperation();
    }

    std::array<const ImageBytes *, 2> m_like{};
    std::size_t m_size = 0;
    bool m_isKnown = false;
};

bool runsOne(const RememberingBench &amp)
{
    return amp.runs(kOld) || amp.runs(kNew);
}

bool upload(RememberingBench &amp)
{
    Slots slots(amp);
    firmware::ImageUpload taking(slots, kExampleRules);
    const std::span<const std::uint8_t> file(kNew);
    if (taking.begin({.length = file.size(), .sha = {}, .upgrade = true}, file.first(kPiece)))
        return false;
    while (!taking.isComplete()) {
        const auto at = static_cast<std::size_t>(taking.offset());
        if (taking.add(at, file.subspan(at, std::min(kPiece, file.size() - at))))
            return false;
    }
    return true;
}

/// What a client does in front of an amp that runs the old image. False when the power went or something was refused.
bool prepareUpdate(RememberingBench &amp)
{
    Slots slots(amp);
    if (slots.wanted() == SwapType::Test)
        return true;
    const bool isThere =
        validateImage(slots.other(), kExampleRules, slots.securityCounter()).image && amp.holds(Region::Slot1, kNew, sim::NorFlash::kSector);
    return (isThere || upload(amp)) && slots.want(SwapType::Test);
}

bool confirm(RememberingBench &amp)
{
    Slots slots(amp);
    return slots.confirm() && slots.raiseSecurityCounter(1);
}

/// From any state, without further cuts: the new image runs, confirmed, and stays.
bool completesUpdate(RememberingBench &amp)
{
    if (amp.runs(kOld) && !(prepareUpdate(amp) && amp.boot().runs && amp.runs(kNew)))
        return false;
    return confirm(amp) && Slots(amp).isConfirmed() && amp.boot().runs && amp.runs(kNew);
}

/// The amp on trial of the new image.
void putOnTrial(RememberingBench &amp)
{
    amp.put(Region::Slot0, kOld);
    prepareUpdate(amp);
    amp.boot();
}

/// Cuts the power in each flash operation of `whole`, each in a copy of the amp, and lets `isGood` judge the copy after a start.
struct Exhaustive {
    const char *name;
    RememberingBench amp;
    RememberingBench copy = {};
    int tried = 0, passed = 0;

    void cutEverywhere(const std::function<void(RememberingBench &)> &whole, const std::function<bool(RememberingBench &)> &isGood)
    {
        amp.beforeOperation = [&] {
            copy.flash = amp.flash;
            copy.flash.nor.cutAt(1);
            amp.again(copy);
            copy.flash.nor.restorePower();
            ++tried;
            passed += copy.boot().runs && runsOne(copy) && isGood(copy) ? 1 : 0;
        };
        whole(amp);
        amp.beforeOperation = {};
        std::printf("power cuts, %s of an image of %zu bytes: %d tried, %d passed\n", name, kNew.size(), tried, passed);
        std::fflush(stdout);
    }
};

/// Distances to the next cuts: some directly after one another, some anywhere in an update.
std::uint64_t nextCut(std::minstd_rand &random)
{
    return random() % 2 == 0 ? 1 + random() % 40 : 1 + random() % (kNew.size() / 256 * 3);
}

/// Starts until one goes through; each cut schedules the next one. False when something else than the two images would run.
bool bootThrough(RememberingBench &amp, std::minstd_rand &random, int &cutsLeft)
{
    while (true) {
        if (!amp.flash.nor.hasPower()) {
            amp.flash.nor.restorePower();
            if (--cutsLeft > 0)
                amp.flash.nor.cutAt(nextCut(random));
        }
        const bool runs = amp.boot().runs;
        if (amp.flash.nor.hasPower())
            return runs && runsOne(amp);
    }
}

bool survivesUpdate(std::uint32_t seed)
{
    RememberingBench amp;
    amp.flash = sim::SlotFlash(kSlot, seed + 1);
    amp.put(Region::Slot0, kOld);
    std::minstd_rand random(seed + 1);
    int cutsLeft = 5;
    amp.flash.nor.cutAt(nextCut(random));
    for (int round = 0; round < 20; ++round) {
        if (!bootThrough(amp, random, cutsLeft))
            return false;
        if (amp.runs(kOld))
            prepareUpdate(amp);
        else if (confirm(amp) && cutsLeft <= 0)
            return Slots(amp).isConfirmed() && amp.boot().runs && amp.runs(kNew);
        else if (cutsLeft > 0 && amp.flash.nor.hasPower())
            return amp.boot().runs && amp.runs(kNew); // done before all cuts came
    }
    return false;
}

bool survivesRevert(const RememberingBench &onTrial, std::uint32_t seed)
{
    RememberingBench amp;
    amp.flash = onTrial.flash;
    std::minstd_rand random(seed + 1);
    int cutsLeft = 5;
    amp.flash.nor.reseed(seed + 1);
    amp.flash.nor.cutAt(nextCut(random));
    if (!bootThrough(amp, random, cutsLeft))
        return false;
    amp.flash.nor.cancelCut();
    return amp.runs(kOld) && Slots(amp).isConfirmed() && completesUpdate(amp);
}

} // namespace

class PowerCutsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anUpdateIsCutInEveryFlashOperation()
    {
        Exhaustive all{.name = "update", .amp = {}};
        all.amp.put(Region::Slot0, kOld);
        all.cutEverywhere(
            [](RememberingBench &amp) {
                QVERIFY(prepareUpdate(amp));
                QVERIFY(amp.boot().runs && amp.runs(kNew));
                QVERIFY(confirm(amp));
            },
            completesUpdate);
        QVERIFY(all.amp.boot().runs && all.amp.runs(kNew));
        QVERIFY(all.tried > static_cast<int>(kNew.size() / 256 * 3));
        QCOMPARE(all.passed, all.tried);
    }

    void aRevertIsCutInEveryFlashOperation()
    {
        Exhaustive all{.name = "revert", .amp = {}};
        putOnTrial(all.amp);
        all.cutEverywhere([](RememberingBench &amp) { QVERIFY(amp.boot().runs && amp.runs(kOld)); },
                          [](RememberingBench &amp) { return amp.runs(kOld) && Slots(amp).isConfirmed() && completesUpdate(amp); });
        QVERIFY(all.tried > static_cast<int>(kNew.size() / 256 * 2));
        QCOMPARE(all.passed, all.tried);
    }

    // A trailer that is half erased must not look like an earlier state of itself.
    void theFirstOperationsOfARevertAreTornInManyWays()
    {
        const ImageBytes before = exampleImage({1, 0, 0, 0}, 9000), after = exampleImage({1, 1, 0, 0}, 5000);
        BootBench onTrial;
        onTrial.put(Region::Slot0, before);
        onTrial.putUpload(after);
        Slots(onTrial).want(SwapType::Test);
        QVERIFY(onTrial.boot().runs && onTrial.runs(after));
        constexpr int kOperations = 14;
        int passed = 0;
        BootBench amp;
        for (int way = 0; way < kWays * kOperations; ++way) {
            amp.flash = onTrial.flash;
            amp.flash.nor.reseed(static_cast<std::uint32_t>(way + 1));
            amp.flash.nor.cutAt(static_cast<std::uint64_t>(way % kOperations + 1));
            amp.boot();
            amp.flash.nor.restorePower();
            passed += amp.boot().runs && amp.runs(before) && Slots(amp).isConfirmed() && amp.boot().runs && amp.runs(before) ? 1 : 0;
        }
        std::printf("power cuts, beginning of a revert: %d tried, %d passed\n", kWays * kOperations, passed);
        QCOMPARE(passed, kWays * kOperations);
    }

    void fiveCutsInARowAreSurvived()
    {
        RememberingBench onTrial;
        putOnTrial(onTrial);
        QVERIFY(onTrial.runs(kNew));
        int passed = 0;
        for (int run = 0; run < kRandomRuns; ++run) {
            const auto seed = static_cast<std::uint32_t>(run);
            const bool survived = run % 2 == 0 ? survivesUpdate(seed) : survivesRevert(onTrial, seed);
            passed += survived ? 1 : 0;
            if (!survived)
                std::printf("power cuts, five in a row: seed %d failed\n", run);
        }
        std::printf("power cuts, five in a row: %d runs, %d passed\n", kRandomRuns, passed);
        std::fflush(stdout);
        QCOMPARE(passed, kRandomRuns);
    }
};

QTEST_GUILESS_MAIN(PowerCutsTest)
#include "power_cuts_test.moc"
