// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/ear_safe.h"
#include "devices/discovery/report_descriptor.h"
#include "devices/eq/preamp.h"
#include "devices/families/family.h"
#include "firmware_sim/boards/simulated_device.h"
#include "tests/support/outcome.h"

#include <QJsonDocument>

#include <algorithm>

namespace gainstage::test {

/// Where a simulated amp of another maker is plugged in, as the system would tell it.
inline Port portOf(const sim::UsbFace &face)
{
    Port port;
    port.wire = face.isHid() ? Wire::Hid : Wire::Serial;
    port.path = QStringLiteral("/dev/simulated");
    port.maker = QString::fromStdString(face.maker);
    port.product = QString::fromStdString(face.product);
    port.serialNumber = QString::fromStdString(face.serialNumber);
    port.vendorId = face.vendorId;
    port.productId = face.productId;
    port.release = face.release;
    port.reports = reportsIn(face.reportDescriptor);
    return port;
}

/// A simulated amp of another maker, and the family's amp on its wire once open() has been called.
struct ForeignBench {
    ForeignBench(const char *model, const char *familyName)
        : device(sim::makeForeignAmp(model, "TEST0001", 1)), port(portOf(device.face())), m_family(QString::fromLatin1(familyName))
    {}

    const Family &family() const
    {
        return **std::ranges::find_if(allFamilies(), [this](const Family *family) { return family->name() == m_family; });
    }
    /// Anew, as a client does after a loss.
    Result<void> open()
    {
        amp.reset();
        auto opened = family().open(device.connect(), port, nullptr);
        if (!opened)
            return std::unexpected(opened.error());
        amp = *std::move(opened);
        return {};
    }
    Change change(const Values &values, const std::optional<Equalizer> &equalizer = {}) const
    {
        return *Change::of(amp->description(), values, equalizer);
    }
    Result<State> apply(const Values &values, const std::optional<Equalizer> &equalizer = {})
    {
        if (const auto asked = Change::of(amp->description(), values, equalizer); !asked)
            return std::unexpected(asked.error());
        return amp->apply(change(values, equalizer));
    }
    /// What happens at the amp itself, as ForeignAmp::act() takes it; ends the program where it does not.
    void act(const char *json)
    {
        if (!device.act(QJsonDocument::fromJson(json).object())[QLatin1String("ok")].toBool())
            qFatal("The simulated amp does not take %s", json);
    }
    int truth(const char *key) const { return device.truth()[QLatin1String(key)].toInt(-1); }
    QJsonObject truthOfEqualizer() const { return device.truth()[QLatin1String("equalizer")].toObject(); }

    sim::SimulatedDevice device;
    Port port;
    std::unique_ptr<Amp> amp;

private:
    QString m_family;
};

} // namespace gainstage::test
