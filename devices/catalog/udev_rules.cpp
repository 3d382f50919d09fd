// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/catalog/udev_rules.h"

#include "devices/catalog/catalog.h"

#include <array>
#include <ranges>
#include <utility>

namespace gainstage::catalog {
namespace {

constexpr std::string_view kHead = R"(# SPDX-License-Identifier: GPL-3.0-or-later
# Lets whoever sits at the computer use headphone amps: copy into /etc/udev/rules.d, then unplug and plug in again.
# "gainstagectl doctor --rules" prints this file, "gainstagectl doctor" tells whether it is in place.
ACTION=="remove", GOTO="gainstage_end"

# Amps that speak the Gainstage Amp Protocol. Over HID they are told by their usage page, which udev does not see; the product's name is what there is.
SUBSYSTEM=="hidraw", ATTRS{product}=="*Gainstage*", TAG+="uaccess"
SUBSYSTEM=="hidraw", ATTRS{manufacturer}=="Gainstage", TAG+="uaccess"
SUBSYSTEM=="tty", ATTRS{manufacturer}=="Gainstage", TAG+="uaccess", ENV{ID_MM_DEVICE_IGNORE}="1"
SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device", ATTR{manufacturer}=="Gainstage", ENV{ID_MM_DEVICE_IGNORE}="1"

# Amps of other makers. Only those that Gainstage can drive; many a maker uses one number for several products, which their names tell apart.
)";
constexpr std::string_view kEnd = "\nLABEL=\"gainstage_end\"\n";

/// Pattern of a product's name whose letters and digits are those of `normal`, in upper or lower case and with anything between them. It also fits
/// longer names; the program looks again.
std::string patternOf(std::string_view normal)
{
    std::string pattern = "*";
    for (const char character : normal) {
        const bool letter = character >= 'A' && character <= 'Z';
        pattern += letter ? std::string{'[', character, static_cast<char>(character - 'A' + 'a'), ']', '*'} : std::string{character, '*'};
    }
    return pattern;
}

/// The same for names that end with a Roman numeral, which may be a sign of its own.
std::string patternsOf(std::string_view normal)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 2> numerals{{{"III", "Ⅲ"}, {"II", "Ⅱ"}}};
    std::string patterns = patternOf(normal);
    for (const auto &[letters, sign] : numerals) {
        if (normal.ends_with(letters))
            return patterns + '|' + patternOf(normal.substr(0, normal.size() - letters.size())).append(sign) + '*';
    }
    return patterns;
}

std::string hexNumber(std::uint16_t number)
{
    return QString::number(number, 16).rightJustified(4, u'0').toStdString();
}

std::string condition(std::string_view attribute, std::string_view key, const std::string &value)
{
    return std::string(", ").append(attribute).append("{").append(key).append("}==\"").append(value).append("\"");
}

/// What tells the USB device of a model; `attribute`: "ATTR" of the device itself, "ATTRS" of what hangs below it.
std::string matchOf(const Model &model, std::string_view attribute)
{
    std::string match = condition(attribute, "idVendor", hexNumber(model.vendorId));
    if (model.productId != 0)
        match += condition(attribute, "idProduct", hexNumber(model.productId));
    if (!model.product.empty())
        match += condition(attribute, "product", patternsOf(model.product));
    return match;
}

std::string rulesOf(const Model &model)
{
    const std::string comment = std::string("# ").append(model.maker).append(" ").append(model.name) + '\n';
    if (model.wire == Wire::Hid)
        return comment + R"(SUBSYSTEM=="hidraw")" + matchOf(model, "ATTRS") + ", TAG+=\"uaccess\"\n";
    return comment + R"(SUBSYSTEM=="tty")" + matchOf(model, "ATTRS") + ", TAG+=\"uaccess\", ENV{ID_MM_DEVICE_IGNORE}=\"1\"\n" +
           R"(SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device")" + matchOf(model, "ATTR") + ", ENV{ID_MM_DEVICE_IGNORE}=\"1\"\n";
}

} // namespace

std::string udevRules()
{
    std::string text(kHead);
    for (const Model &model : models()) {
        if (model.support == Support::Supported)
            text += rulesOf(model);
    }
    return text + std::string(kEnd);
}

std::string udevRulesOnly(std::string_view text)
{
    std::string rules;
    for (const auto part : std::views::split(text, '\n')) {
        const std::string_view line(part.begin(), part.end());
        const auto first = line.find_first_not_of(" \t\r");
        if (first == std::string_view::npos || line[first] == '#')
            continue;
        rules += line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
        rules += '\n';
    }
    return rules;
}

} // namespace gainstage::catalog
