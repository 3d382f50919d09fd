// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/discovery/amp_finder.h"

#include "devices/discovery/proven_amp.h"

#include <QFileInfo>

#include <algorithm>
#include <tuple>

namespace gainstage {
namespace {

constexpr QLatin1String serialPrefix("serial:"), hidPrefix("hid:");

const char *const connectHint = SENTENCE("error", "Connect an amp and switch it on, name its port (serial:/dev/ttyACM0), or start gainstage-sim.");

/// What a symbolic link leads to; the path itself where nothing is there.
QString resolved(const QString &path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return canonical.isEmpty() ? path : canonical;
}

std::unexpected<Error> ambiguous(const std::vector<Port> &candidates)
{
    std::vector<std::string> selectors;
    selectors.reserve(candidates.size());
    for (const Port &port : candidates)
        selectors.push_back(port.selector().toStdString());
    const char *const hint = SENTENCE("error", "Say which one is meant.");
    switch (selectors.size()) {
    case 2: return failure(Errc::Ambiguous, SENTENCE("error", "More than one amp is meant: %1, %2."), std::move(selectors), hint);
    case 3: return failure(Errc::Ambiguous, SENTENCE("error", "More than one amp is meant: %1, %2, %3."), std::move(selectors), hint);
    default: return failure(Errc::Ambiguous, SENTENCE("error", "More than one amp is meant: %1, %2, %3 and others."), std::move(selectors), hint);
    }
}

template <typename Fits>
std::vector<Port> those(const std::vector<Port> &ports, Fits fits)
{
    std::vector<Port> found;
    std::ranges::copy_if(ports, std::back_inserter(found), fits);
    return found;
}

Result<Port> theOnly(const std::vector<Port> &ports)
{
    if (ports.empty())
        return failure(Errc::NotFound, SENTENCE("error", "No amp is connected."), {}, connectHint);
    if (ports.size() > 1)
        return ambiguous(ports);
    return ports.front();
}

/// A serial number names one amp; a model may name several.
Result<Port> byName(const std::vector<Port> &amps, const QString &name)
{
    const auto same = [&](const QString &text) { return text.compare(name, Qt::CaseInsensitive) == 0; };
    auto found = those(amps, [&](const Port &port) { return same(port.serialNumber); });
    if (found.empty())
        found = those(amps, [&](const Port &port) { return same(port.product); });
    if (found.empty())
        return failure(Errc::NotFound, SENTENCE("error", "No amp with the serial number or model name “%1” is connected."), {name.toStdString()},
                       SENTENCE("error", "“gainstagectl device list” shows what is connected."));
    if (found.size() > 1)
        return ambiguous(found);
    return found.front();
}

Result<Port> byPath(const std::vector<Port> &ports, Wire wire, const QString &path)
{
    if (path.isEmpty())
        return failure(Errc::Usage, SENTENCE("error", "The path of the port is missing."), {},
                       SENTENCE("error", "For instance serial:/dev/ttyACM0."));
    const QString real = resolved(path);
    const auto known = those(ports, [&](const Port &port) { return port.wire == wire && (port.path == path || resolved(port.path) == real); });
    if (!known.empty())
        return known.front();
    Port port;
    port.wire = wire;
    port.path = QFileInfo(path).absoluteFilePath();
    return port;
}

/// What is known and not supported must not be asked anything, not even by a family that would try.
std::unexpected<Error> knownOnly(const Port &port)
{
    return failure(Errc::Unsupported, SENTENCE("error", "%1 is recognised, but this program does not support it yet, and sends it nothing."),
                   {port.product.toStdString()}, SENTENCE("error", "“gainstagectl capture” makes a file that helps to support it."));
}

bool isKnownOnly(const Port &port)
{
    const catalog::Model *model = catalog::find(port);
    return model != nullptr && model->support == catalog::Support::Known;
}

/// Errors that say that the other end does not speak this protocol, so that another family may.
bool speaksOtherwise(Errc code)
{
    return code == Errc::Timeout || code == Errc::BadFrame || code == Errc::Unsupported;
}

} // namespace

AmpFinder::AmpFinder(std::span<const Family *const> families, Ports &ports, DescriptionCache *cache)
    : m_families(families), m_ports(ports), m_cache(cache)
{}

std::vector<Port> AmpFinder::amps() const
{
    std::vector<Port> found = those(m_ports.list(), [this](const Port &port) {
        return std::ranges::any_of(m_families, [&](const Family *family) { return family->matches(port); });
    });
    std::ranges::stable_sort(found, {}, [](const Port &port) { return std::tuple(port.wire, port.path); });
    return found;
}

std::vector<AmpFinder::Unsupported> AmpFinder::unsupported() const
{
    std::vector<Unsupported> found;
    for (const Port &port : m_ports.list()) {
        if (!isKnownOnly(port))
            continue;
        const catalog::Model &model = *catalog::find(port);
        const auto text = [](std::string_view latin) { return QString::fromLatin1(latin.data(), static_cast<qsizetype>(latin.size())); };
        found.push_back({port, text(model.maker), model.name.empty() ? port.product : text(model.name)});
    }
    std::ranges::stable_sort(found, {}, [](const Unsupported &amp) { return std::tuple(amp.port.wire, amp.port.path); });
    return found;
}

Result<Port> AmpFinder::select(const QString &selector) const
{
    return selectAmong(amps(), selector);
}

Result<Port> AmpFinder::selectAny(const QString &selector) const
{
    std::vector<Port> candidates = amps();
    for (Unsupported &amp : unsupported())
        candidates.push_back(std::move(amp.port));
    return selectAmong(candidates, selector);
}

Result<Port> AmpFinder::selectAmong(const std::vector<Port> &candidates, const QString &selector) const
{
    if (selector.isEmpty())
        return theOnly(candidates);
    if (selector.startsWith(serialPrefix))
        return byPath(m_ports.list(), Wire::Serial, selector.mid(serialPrefix.size()));
    if (selector.startsWith(hidPrefix))
        return byPath(m_ports.list(), Wire::Hid, selector.mid(hidPrefix.size()));
    if (selector.startsWith(QLatin1Char('/')))
        return failure(Errc::Usage, SENTENCE("error", "It is not said whether %1 is a serial line or a HID device."), {selector.toStdString()},
                       SENTENCE("error", "Put serial: or hid: before the path."));
    return byName(candidates, selector);
}

Result<std::unique_ptr<Amp>> AmpFinder::open(const Port &port, const std::stop_token &stop) const
{
    if (isKnownOnly(port))
        return knownOnly(port);
    Result<std::unique_ptr<Amp>> outcome =
        failure(Errc::Unsupported, SENTENCE("error", "No kind of amp that this program knows is reached at %1."), {port.path.toStdString()});
    bool first = true;
    const bool known = std::ranges::any_of(m_families, [&](const Family *family) { return family->matches(port); });
    for (const Family *family : m_families) {
        if (known ? !family->matches(port) : !family->mayTry(port.wire))
            continue;
        auto transport = m_ports.open(port, stop);
        if (!transport)
            return std::unexpected(transport.error());
        auto amp = family->open(*std::move(transport), port, m_cache);
        if (amp)
            return m_experimental ? std::move(amp) : withoutExperimental(*std::move(amp));
        if (!speaksOtherwise(amp.error().code))
            return amp;
        if (first)
            outcome = std::move(amp);
        first = false;
    }
    return outcome;
}

void AmpFinder::onChange(std::function<void()> changed)
{
    m_ports.onChange(std::move(changed));
}

} // namespace gainstage
