// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "devices/discovery/proven_amp.h"
#include "devices/families/plain/plain_amp.h"
#include "tests/support/amp_world.h"
#include "tests/support/outcome.h"
#include "tests/support/scripted_transport.h"

#include <QTest>

using namespace gainstage;
using namespace gainstage::test;

namespace {

constexpr Traits kTraits;

/// Holds what it is told, and tells of it as if by its knob.
class HoldingAmp final : public PlainAmp {
public:
    explicit HoldingAmp(Description description) : PlainAmp(std::make_unique<ScriptedTransport>(), std::move(description)) {}
    void turn(SettingId id, Value value)
    {
        held.values[id] = value;
        tell(StateChanged{held, Source::Knob});
    }
    State held = quietState(kTraits);

private:
    Result<State> readState() override { return held; }
    Result<void> send(const Change &change) override
    {
        for (const auto &[id, value] : change.values())
            held.values[id] = value;
        return {};
    }
    Result<bool> heard(BytesView) override { return false; }
};

Description withExperimentalFilter()
{
    Description amp = describedBy(kTraits);
    for (Setting &setting : amp.settings)
        setting.flags.experimental = setting.id == kFilter;
    return amp;
}

} // namespace

class ProvenAmpTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anAmpWithoutExperimentalSettingsStaysAsItIs()
    {
        auto amp = std::make_unique<HoldingAmp>(describedBy(kTraits));
        const Amp *same = amp.get();
        QCOMPARE(withoutExperimental(std::move(amp)).get(), same);
    }

    void experimentalSettingsAreNeitherDescribedNorTold()
    {
        auto holding = std::make_unique<HoldingAmp>(withExperimentalFilter());
        HoldingAmp &inner = *holding;
        const auto amp = withoutExperimental(std::move(holding));
        QVERIFY(amp->description().find(kFilter) == nullptr && amp->description().find(kVolume) != nullptr);
        QVERIFY(!amp->read()->value(kFilter) && amp->read()->value(kVolume));
        std::optional<State> told;
        amp->onEvent([&](const Event &event) { told = std::get<StateChanged>(event).state; });
        inner.turn(kVolume, {-2000});
        QVERIFY(told && !told->value(kFilter) && told->value(kVolume) == Value{-2000});
    }

    void experimentalSettingsAreNotTaken()
    {
        auto holding = std::make_unique<HoldingAmp>(withExperimentalFilter());
        HoldingAmp &inner = *holding;
        const auto whole = Change::of(inner.description(), {{kFilter, {1}}, {kVolume, {-2000}}});
        const auto amp = withoutExperimental(std::move(holding));
        QVERIFY(failedWith(Errc::UnknownSetting, amp->apply(*whole)));
        QCOMPARE(inner.held.values[kVolume], Value{-3000});
        QVERIFY(amp->apply(whole->without(kFilter)));
        QCOMPARE(inner.held.values[kVolume], Value{-2000});
    }
};

QTEST_GUILESS_MAIN(ProvenAmpTest)
#include "proven_amp_test.moc"
