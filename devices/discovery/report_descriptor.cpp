// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/discovery/report_descriptor.h"

namespace gainstage {
namespace {

// Items of HID 1.11, section 6.2.2, without the size in their two lowest bits.
constexpr std::uint8_t longItem = 0xfe;
constexpr std::uint8_t usagePage = 0x04, usage = 0x08, collection = 0xa0, endCollection = 0xc0;
constexpr std::uint8_t reportSize = 0x74, reportId = 0x84, reportCount = 0x94, push = 0xa4, pop = 0xb4;
constexpr std::uint8_t input = 0x80, output = 0x90, feature = 0xb0;

constexpr std::uint64_t largestReport = 4096, mostFields = 65536, mostBits = 64; // beyond, a descriptor makes no sense

struct Item {
    std::uint8_t tag = 0;
    std::uint32_t value = 0;
    std::size_t size = 0; ///< of the value in bytes
};

/// Takes one item from the front; nullopt at the end and where an item is cut.
std::optional<Item> nextItem(BytesView &rest)
{
    if (rest.empty())
        return std::nullopt;
    const std::uint8_t head = rest[0];
    const bool isLong = head == longItem && rest.size() > 1;
    const std::size_t size = isLong ? rest[1] + std::size_t{1} : std::size_t{(head & 3) == 3 ? 4u : head & 3u};
    if (rest.size() < 1 + size + (isLong ? 1 : 0))
        return std::nullopt;
    Item item{static_cast<std::uint8_t>(isLong ? longItem : head & 0xfc), 0, size};
    for (std::size_t i = 0; !isLong && i < size; ++i)
        item.value |= std::uint32_t{rest[1 + i]} << (8 * i);
    rest = rest.subspan(1 + size + (isLong ? 1 : 0));
    return item;
}

/// What holds for the main items that follow, until it is said anew.
struct Globals {
    std::uint32_t size = 0, count = 0; ///< bits of a field, and fields
    std::uint8_t id = 0;
};

using Bits = std::map<std::uint8_t, std::uint64_t>;

std::map<std::uint8_t, std::size_t> bytesOf(const Bits &bits)
{
    std::map<std::uint8_t, std::size_t> bytes;
    for (const auto &[id, count] : bits) {
        if (count <= 8 * largestReport)
            bytes[id] = static_cast<std::size_t>((count + 7) / 8);
    }
    return bytes;
}

/// A usage of four bytes carries its page with it.
HidUsage usageOf(const Item &item, std::uint16_t page)
{
    return {item.size == 4 ? static_cast<std::uint16_t>(item.value >> 16) : page, static_cast<std::uint16_t>(item.value)};
}

} // namespace

std::vector<HidUsage> topLevelUsages(BytesView descriptor)
{
    std::vector<HidUsage> all;
    std::uint16_t page = 0;
    std::optional<HidUsage> latest;
    int depth = 0;
    while (const auto item = nextItem(descriptor)) {
        switch (item->tag) {
        case usagePage: page = static_cast<std::uint16_t>(item->value); break;
        case usage: latest = latest.value_or(usageOf(*item, page)); break;
        case collection:
            if (depth++ == 0 && latest)
                all.push_back(*latest);
            latest.reset();
            break;
        case endCollection: depth -= depth > 0 ? 1 : 0; break;
        case input:
        case output:
        case feature: latest.reset(); break;
        default: break;
        }
    }
    return all;
}

HidReports reportsIn(BytesView descriptor)
{
    HidReports reports;
    Bits inputs, outputs;
    Globals now;
    std::vector<Globals> pushed;
    const auto add = [&now](Bits &bits) { bits[now.id] += std::uint64_t{now.size} * now.count; };
    while (const auto item = nextItem(descriptor)) {
        switch (item->tag) {
        case reportSize: now.size = item->value <= mostBits ? item->value : 0; break;
        case reportCount: now.count = item->value <= mostFields ? item->value : 0; break;
        case reportId:
            now.id = static_cast<std::uint8_t>(item->value);
            reports.numbered = reports.numbered || now.id != 0;
            break;
        case push: pushed.push_back(now); break;
        case pop:
            if (!pushed.empty()) {
                now = pushed.back();
                pushed.pop_back();
            }
            break;
        case input: add(inputs); break;
        case output: add(outputs); break;
        default: break;
        }
    }
    reports.input = bytesOf(inputs);
    reports.output = bytesOf(outputs);
    return reports;
}

} // namespace gainstage
