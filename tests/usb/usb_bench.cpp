// SPDX-License-Identifier: GPL-3.0-or-later
// What the program's own way to an amp costs, beside a bare loop of read() and write() with the same reports on the same hidraw node.
//   usb_bench NODE IMAGE ANOTHER-IMAGE
// Run inside the virtual computer by tests/usb/guest/benches.py; prints one line of JSON per figure.
#include "devices/discovery/system_ports.h"
#include "devices/families/reference/reference_family.h"
#include "devices/firmware/firmware_access.h"
#include "protocol/gap/state.h"
#include "protocol/smp/client.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <variant>

#include <fcntl.h>
#include <unistd.h>

using namespace gainstage;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRounds = 8, kRoundTrips = 50, kUploads = 3;
constexpr auto kPatience = std::chrono::seconds(10);
constexpr auto kAmpGroup = static_cast<smp::Group>(64);
constexpr std::uint8_t kStateCommand = 2;

/// What went over the wire: reports that were written, and places where one was read.
struct Read {};
using Traffic = std::vector<std::variant<Bytes, Read>>;

/// Hands everything on, and keeps it.
class Recorder final : public Transport {
public:
    Recorder(std::unique_ptr<Transport> wire, Traffic &traffic) : m_wire(std::move(wire)), m_traffic(traffic) {}
    Result<void> write(BytesView data) override
    {
        m_traffic.emplace_back(Bytes(data.begin(), data.end()));
        return m_wire->write(data);
    }
    Result<Bytes> read(Deadline deadline) override
    {
        auto report = m_wire->read(deadline);
        if (report)
            m_traffic.emplace_back(Read{});
        return report;
    }
    void onReadable(std::function<void()> wake) override { m_wire->onReadable(std::move(wake)); }
    const Clock &clock() const override { return m_wire->clock(); }

private:
    std::unique_ptr<Transport> m_wire;
    Traffic &m_traffic;
};

double now()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

[[noreturn]] void giveUp(const char *why)
{
    std::fprintf(stderr, "usb_bench: %s\n", why);
    std::exit(1);
}

template <typename T>
T taken(Result<T> result)
{
    if (!result)
        giveUp(result.error().sentence);
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

/// Seconds that the same reports take without the program: hidraw wants the report's number, 0, in front.
double replayed(int node, const Traffic &traffic)
{
    std::array<std::uint8_t, 64> answer{};
    const double began = now();
    for (const auto &step : traffic) {
        const Bytes *report = std::get_if<Bytes>(&step);
        if (report == nullptr) {
            if (::read(node, answer.data(), answer.size()) <= 0)
                giveUp("the node cannot be read");
            continue;
        }
        std::array<std::uint8_t, 65> outgoing{};
        std::ranges::copy(*report, outgoing.begin() + 1);
        if (::write(node, outgoing.data(), outgoing.size()) != static_cast<ssize_t>(outgoing.size()))
            giveUp("the node cannot be written");
    }
    return now() - began;
}

/// The same through the transport, without anything that understands them.
double transported(Transport &wire, const Traffic &traffic)
{
    const double began = now();
    for (const auto &step : traffic) {
        if (const Bytes *report = std::get_if<Bytes>(&step))
            taken(wire.write(*report));
        else
            taken(wire.read(wire.clock().now() + kPatience));
    }
    return now() - began;
}

class Bench {
public:
    explicit Bench(QString node) : m_ports(systemPorts()), m_node(std::move(node))
    {
        const auto ports = m_ports->list();
        const auto found = std::ranges::find(ports, m_node, &Port::path);
        if (found == ports.end())
            giveUp("there is no such port");
        m_port = *found;
    }
    void roundTrip();
    /// Of two images of one size, as an image that the amp has already is not sent again.
    void upload(const std::array<Bytes, 2> &images);

private:
    std::unique_ptr<Transport> open() { return taken(m_ports->open(m_port, {})); }
    double bare(const Traffic &traffic);
    Traffic oneRoundTrip();
    double uploaded(const Bytes &image, Traffic &traffic);

    std::unique_ptr<Ports> m_ports;
    QString m_node;
    Port m_port;
};

double Bench::bare(const Traffic &traffic)
{
    const int node = ::open(QFile::encodeName(m_node).constData(), O_RDWR | O_CLOEXEC);
    if (node < 0)
        giveUp("the node cannot be opened");
    const double seconds = replayed(node, traffic);
    ::close(node);
    return seconds;
}

Traffic Bench::oneRoundTrip()
{
    Traffic traffic;
    Recorder wire(open(), traffic);
    smp::Client client(wire, smp::hidFraming());
    taken(client.read(kAmpGroup, kStateCommand, {}));
    return traffic;
}

/// In turns, so that all meet the same moods of the machine.
void Bench::roundTrip()
{
    const Traffic traffic = oneRoundTrip();
    std::vector<double> ours, transports, bares;
    for (int round = 0; round < kRounds; ++round) {
        {
            const auto wire = open();
            smp::Client client(*wire, smp::hidFraming());
            for (int trip = 0; trip < kRoundTrips; ++trip) {
                const double began = now();
                taken(client.read(kAmpGroup, kStateCommand, {}));
                ours.push_back(now() - began);
                transports.push_back(transported(*wire, traffic));
            }
        }
        for (int trip = 0; trip < kRoundTrips; ++trip)
            bares.push_back(bare(traffic));
    }
    std::printf("{\"ms\":%.3f,\"transport_ms\":%.3f,\"bare_ms\":%.3f,\"n\":%zu}\n", median(ours) * 1000, median(transports) * 1000,
                median(bares) * 1000, ours.size());
}

double Bench::uploaded(const Bytes &image, Traffic &traffic)
{
    const auto amp = taken(ReferenceFamily().open(std::make_unique<Recorder>(open(), traffic), m_port, nullptr));
    traffic.clear();
    const double began = now();
    taken(amp->firmware()->upload(image, true, {}));
    return now() - began;
}

void Bench::upload(const std::array<Bytes, 2> &images)
{
    std::vector<double> ours, bares;
    std::array<Traffic, 2> traffic;
    for (int round = 0; round < kUploads; ++round) {
        for (std::size_t which : {0U, 1U})
            ours.push_back(uploaded(images[which], traffic[which]));
        for (const Traffic &same : traffic)
            bares.push_back(bare(same));
    }
    const auto size = static_cast<double>(images[0].size());
    std::printf("{\"kilobytes_per_second\":%.2f,\"bare_kilobytes_per_second\":%.2f,\"n\":%zu,\"bytes\":%zu,\"reports\":%zu}\n",
                size / median(ours) / 1000, size / median(bares) / 1000, ours.size(), images[0].size(), traffic[0].size());
}

Bytes contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        giveUp("an image cannot be read");
    const QByteArray content = file.readAll();
    return {content.begin(), content.end()};
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        giveUp("usage: usb_bench NODE IMAGE ANOTHER-IMAGE");
    Bench bench(arguments[1]);
    bench.roundTrip();
    bench.upload({contentOf(arguments[2]), contentOf(arguments[3])});
}
