// SPDX-License-Identifier: GPL-3.0-or-later
// What the program's own way to an amp costs, beside a bare loop of read() and write() with the same reports on the same hidraw node.
//   usb_bench NODE IMAGE
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
    void upload(const Bytes &image);

private:
    std::unique_ptr<Transport> open() { return taken(m_ports->open(m_port, {})); }
    double bare(const Traffic &traffic);
    Traffic oneRoundTrip();

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

/// Both in turns, so that both meet the same moods of the machine.
void Bench::roundTrip()
{
    const Traffic traffic = oneRoundTrip();
    std::vector<double> ours, theirs;
    for (int round = 0; round < kRounds; ++round) {
        {
            const auto wire = open();
            smp::Client client(*wire, smp::hidFraming());
            for (int trip = 0; trip < kRoundTrips; ++trip) {
                const double began = now();
                taken(client.read(kAmpGroup, kStateCommand, {}));
                ours.push_back(now() - began);
            }
        }
        for (int trip = 0; trip < kRoundTrips; ++trip)
            theirs.push_back(bare(traffic));
    }
    const double own = median(ours), bareOne = median(theirs);
    std::printf(R"({"figure":"round trip","ms":%.3f,"bare_ms":%.3f,"ratio":%.3f,"n":%zu})"
                "\n",
                own * 1000, bareOne * 1000, own / bareOne, ours.size());
}

void Bench::upload(const Bytes &image)
{
    std::vector<double> ours, theirs;
    for (int round = 0; round < kUploads; ++round) {
        Traffic traffic;
        {
            const auto amp = taken(ReferenceFamily().open(std::make_unique<Recorder>(open(), traffic), m_port, nullptr));
            traffic.clear();
            const double began = now();
            taken(amp->firmware()->upload(image, true, {}));
            ours.push_back(now() - began);
        }
        theirs.push_back(bare(traffic));
    }
    const auto size = static_cast<double>(image.size());
    std::printf(R"({"figure":"upload","kilobytes_per_second":%.2f,"bare_kilobytes_per_second":%.2f,"ratio":%.3f,"n":%zu,"bytes":%zu})"
                "\n",
                size / median(ours) / 1000, size / median(theirs) / 1000, median(ours) / median(theirs), ours.size(), image.size());
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        giveUp("usage: usb_bench NODE IMAGE");
    QFile file(arguments[2]);
    if (!file.open(QIODevice::ReadOnly))
        giveUp("the image cannot be read");
    const QByteArray content = file.readAll();
    Bench bench(arguments[1]);
    bench.roundTrip();
    bench.upload(Bytes(content.begin(), content.end()));
}
