// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/stand.h"

#include "devices/catalog/catalog.h"
#include "tests/support/foreign_bench.h"

#include <array>
#include <cmath>

namespace gainstage::test {
namespace {

using sim::LinkKind;
using sim::Model;

struct Reference {
    const char *name;
    Model model;
    LinkKind link;
};
constexpr std::array kReferences{Reference{"reference desktop, serial", Model::Desktop, LinkKind::Serial},
                                 Reference{"reference desktop, HID", Model::Desktop, LinkKind::Hid},
                                 Reference{"reference dongle, HID", Model::Dongle, LinkKind::Hid}};

const Family &familyNamed(const QString &name)
{
    return **std::ranges::find_if(allFamilies(), [&](const Family *family) { return family->name() == name; });
}

class ReferenceStand final : public Stand {
public:
    explicit ReferenceStand(const Reference &reference) : m_amp(optionsFor(reference))
    {
        m_port.wire = reference.link == LinkKind::Hid ? Wire::Hid : Wire::Serial;
        m_port.path = QStringLiteral("/dev/simulated");
    }
    Result<std::unique_ptr<Amp>> open() override { return familyNamed(QStringLiteral("reference")).open(m_amp.connect(), m_port, nullptr); }
    void advance(Duration duration) override { m_amp.advance(duration); }
    void unplug() override { m_amp.unplug(); }
    void plug() override { m_amp.plug(); }
    void beforeWrite(std::function<void(std::size_t number)> hook) override { m_amp.beforeWrite(std::move(hook)); }
    bool onAnswer(std::function<std::vector<Bytes>(const Bytes &answer)>) override { return false; }
    void mark() override { m_amp.mark(); }
    std::vector<double> levels() const override
    {
        std::vector<double> all;
        for (const sim::TrajectoryPoint &point : m_amp.trajectory())
            all.push_back(20 * std::log10(point.loudest()));
        return all;
    }

private:
    static sim::Options optionsFor(const Reference &reference)
    {
        sim::Options options;
        options.model = reference.model;
        options.links = {reference.link};
        return options;
    }

    sim::SimulatedAmp m_amp;
    Port m_port;
};

class ForeignStand final : public Stand {
public:
    explicit ForeignStand(const std::string &model) : m_device(sim::makeForeignAmp(model, "TEST0001", 1)), m_port(portOf(m_device.face())) {}

    /// By the catalog, as the program does.
    Result<std::unique_ptr<Amp>> open() override
    {
        const catalog::Model *known = catalog::find(m_port);
        if (known == nullptr)
            return failure(Errc::NotFound, "The catalog does not have it.");
        const Family &family = familyNamed(QString::fromLatin1(known->family.data(), static_cast<qsizetype>(known->family.size())));
        if (!family.matches(m_port))
            return failure(Errc::NotFound, "Its family does not recognise it.");
        return family.open(m_device.connect(), m_port, nullptr);
    }
    void advance(Duration duration) override { m_device.advance(duration); }
    void unplug() override { m_device.unplug(); }
    void plug() override { m_device.plug(); }
    void beforeWrite(std::function<void(std::size_t number)> hook) override { m_device.beforeWrite(std::move(hook)); }
    bool onAnswer(std::function<std::vector<Bytes>(const Bytes &answer)> change) override
    {
        m_device.onAnswer(std::move(change));
        return true;
    }
    void mark() override { m_device.mark(); }
    std::vector<double> levels() const override
    {
        std::vector<double> all;
        std::ranges::transform(m_device.levels(), std::back_inserter(all), &sim::HeardLevel::decibels);
        return all;
    }

private:
    sim::SimulatedDevice m_device;
    Port m_port;
};

} // namespace

std::vector<std::string> standNames()
{
    std::vector<std::string> names;
    std::ranges::transform(kReferences, std::back_inserter(names), &Reference::name);
    std::ranges::transform(sim::foreignModels(), std::back_inserter(names), [](std::string_view model) { return std::string(model); });
    return names;
}

std::unique_ptr<Stand> makeStand(const std::string &name)
{
    const auto reference = std::ranges::find(kReferences, name, &Reference::name);
    if (reference != kReferences.end())
        return std::make_unique<ReferenceStand>(*reference);
    return std::make_unique<ForeignStand>(name);
}

} // namespace gainstage::test
