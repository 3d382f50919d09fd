// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/control.h"

#include "firmware_sim/boards/control_line.h"
#include "firmware_sim/boards/state_json.h"

#include <algorithm>

namespace gainstage::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr double kMostOhm = 1e6;
constexpr int kMostDetents = 1000;
constexpr int kMostOperations = 1000000000;
constexpr int kLongestLog = 200;
constexpr int kLongestPowerDown = 60000; // milliseconds

QString settingKeys(const firmware::ModelDefinition &model)
{
    QStringList keys;
    for (const firmware::SettingDefinition &setting : model.settings)
        if (setting.role == firmware::RoleMute || setting.kind == firmware::Kind::Choice)
            keys += QString::fromUtf8(setting.key.data(), static_cast<qsizetype>(setting.key.size()));
    return keys.join(u", "_s);
}

QString bootName(const firmware::BootResult &boot)
{
    if (!boot.runs)
        return u"stopped"_s;
    switch (boot.event) {
    case firmware::BootEvent::Tested: return u"tested"_s;
    case firmware::BootEvent::Installed: return u"installed"_s;
    case firmware::BootEvent::Reverted: return u"reverted"_s;
    case firmware::BootEvent::Refused: return u"refused"_s;
    case firmware::BootEvent::Recovered: return u"recovered"_s;
    case firmware::BootEvent::None: break;
    }
    return u"unchanged"_s;
}

} // namespace

struct Control::Verb {
    const char *name;
    QStringList keys;
    void (Control::*act)(Arguments &, QJsonObject &);
};

const Control::Verb Control::kVerbs[] = {
    {"jack", {u"output"_s, u"plugged"_s, u"ohm"_s, u"sensitivity"_s}, &Control::jack},
    {"knob", {u"detents"_s}, &Control::knob},
    {"button", {u"setting"_s}, &Control::button},
    {"source", {u"dbfs"_s, u"rate"_s, u"locked"_s, u"hertz"_s, u"input"_s}, &Control::source},
    {"heat", {u"celsius"_s, u"ambient"_s}, &Control::heat},
    {"supply", {u"volts"_s, u"failing"_s}, &Control::supply},
    {"protection", {u"dc"_s, u"over-current"_s}, &Control::protection},
    {"power", {u"on"_s}, &Control::power},
    {"power-cut", {u"after"_s}, &Control::powerCut},
    {"flash", {}, &Control::flash},
    {"link", {u"plugged"_s, u"link"_s}, &Control::link},
    {"faults", {u"spec"_s, u"link"_s}, &Control::faults},
    {"log", {u"text"_s}, &Control::log},
    {"state", {}, &Control::state},
    {"mark", {}, &Control::mark},
    {"trajectory", {}, &Control::trajectory},
};

QByteArray Control::answer(const QByteArray &request)
{
    return answerLine(request, [this](const QJsonObject &object) { return carryOut(object); });
}

QJsonObject Control::carryOut(const QJsonObject &request)
{
    const QString name = request.value(u"do"_s).toString();
    const auto *const verb = std::ranges::find_if(kVerbs, [&](const Verb &one) { return QLatin1String(one.name) == name; });
    if (verb == std::end(kVerbs)) {
        QStringList names;
        for (const Verb &one : kVerbs)
            names += QString::fromLatin1(one.name);
        return refusal(u"“do” must be one of: %1"_s.arg(names.join(u", "_s)));
    }
    Arguments arguments(request, verb->keys);
    QJsonObject answered{{u"ok"_s, true}};
    if (!arguments.failed())
        (this->*verb->act)(arguments, answered);
    return arguments.failed() ? refusal(name + u": "_s + arguments.error()) : answered;
}

/// The output that is meant; the first one where none is named.
std::uint8_t Control::output(Arguments &arguments)
{
    const int last = static_cast<int>(std::min(m_board.model().outputs.size(), kMostOutputs)) - 1;
    return static_cast<std::uint8_t>(arguments.integerOr(u"output"_s, 0, last, 0));
}

void Control::jack(Arguments &arguments, QJsonObject & /*answer*/)
{
    const std::uint8_t id = output(arguments);
    const bool plugged = arguments.flagOr(u"plugged"_s, true);
    const Load before = m_board.world().load(id).value_or(Load{});
    const Load load{arguments.numberOr(u"ohm"_s, 0, kMostOhm, before.ohm), arguments.numberOr(u"sensitivity"_s, 0, 200, before.sensitivity)};
    if (!arguments.failed())
        m_board.changeLoad(id, plugged ? std::optional(load) : std::nullopt);
}

void Control::knob(Arguments &arguments, QJsonObject & /*answer*/)
{
    const int detents = arguments.integer(u"detents"_s, -kMostDetents, kMostDetents);
    if (!arguments.failed())
        m_board.turnKnob(detents);
}

void Control::button(Arguments &arguments, QJsonObject & /*answer*/)
{
    const QByteArray key = arguments.text(u"setting"_s).toUtf8();
    const auto &settings = m_board.model().settings;
    const auto found = std::ranges::find_if(settings, [&](const firmware::SettingDefinition &setting) {
        return setting.key == std::string_view(key.constData(), static_cast<std::size_t>(key.size()));
    });
    if (found == settings.end() || (found->role != firmware::RoleMute && found->kind != firmware::Kind::Choice))
        arguments.fail(u"there is no button “%1”; there are: %2"_s.arg(QString::fromUtf8(key), settingKeys(m_board.model())));
    if (!arguments.failed())
        m_board.pressButton(*found);
}

void Control::source(Arguments &arguments, QJsonObject & /*answer*/)
{
    const Signal &signal = m_board.world().signal();
    const int inputs = static_cast<int>(signal.inputs());
    const auto input = static_cast<std::uint8_t>(arguments.integerOr(u"input"_s, 0, inputs - 1, std::min<int>(signal.input(), inputs - 1)));
    Source source = signal.source(input);
    source.dbfs = arguments.numberOr(u"dbfs"_s, -200, 0, source.dbfs);
    source.rate = static_cast<std::uint32_t>(arguments.integerOr(u"rate"_s, 8000, 768000, source.rate == 0 ? 48000 : static_cast<int>(source.rate)));
    source.locked = arguments.flagOr(u"locked"_s, source.locked || arguments.has(u"rate"_s));
    source.hertz = arguments.numberOr(u"hertz"_s, 0, 20000, source.hertz);
    if (!arguments.failed())
        m_board.changeSource(input, source);
}

void Control::heat(Arguments &arguments, QJsonObject & /*answer*/)
{
    const bool held = arguments.has(u"celsius"_s);
    const double celsius = arguments.numberOr(u"celsius"_s, -40, 200, 0);
    const double ambient = arguments.numberOr(u"ambient"_s, -40, 100, 0);
    if (arguments.failed())
        return;
    if (arguments.has(u"ambient"_s))
        m_board.world().setAmbient(ambient);
    m_board.world().holdTemperature(held ? std::optional(celsius) : std::nullopt);
    m_board.serve();
}

void Control::supply(Arguments &arguments, QJsonObject & /*answer*/)
{
    if (arguments.has(u"volts"_s) == arguments.has(u"failing"_s))
        arguments.fail(u"needs either “volts” or “failing”"_s);
    const double volts = arguments.numberOr(u"volts"_s, 0, 30, 0);
    const int milliseconds = arguments.integerOr(u"failing"_s, 0, kLongestPowerDown, 0);
    if (arguments.failed())
        return;
    if (arguments.has(u"volts"_s))
        m_board.world().setSupply(volts);
    else
        m_board.failSupply(static_cast<std::uint32_t>(milliseconds));
    m_board.serve();
}

void Control::protection(Arguments &arguments, QJsonObject & /*answer*/)
{
    const bool hasDc = arguments.has(u"dc"_s), hasOverCurrent = arguments.has(u"over-current"_s);
    if (!hasDc && !hasOverCurrent)
        arguments.fail(u"needs “dc” or “over-current”"_s);
    const bool dc = arguments.flagOr(u"dc"_s, false), overCurrent = arguments.flagOr(u"over-current"_s, false);
    if (arguments.failed())
        return;
    if (hasDc)
        m_board.world().force(DirectCurrentBit, dc);
    if (hasOverCurrent)
        m_board.world().force(OverCurrentBit, overCurrent);
    m_board.serve();
}

void Control::power(Arguments &arguments, QJsonObject & /*answer*/)
{
    const bool on = arguments.flag(u"on"_s);
    if (arguments.failed())
        return;
    m_board.setPower(on);
    m_wires.powerChanged();
}

void Control::powerCut(Arguments &arguments, QJsonObject & /*answer*/)
{
    const int operation = arguments.integer(u"after"_s, 0, kMostOperations);
    if (!arguments.failed())
        m_board.cutPowerAt(static_cast<std::uint64_t>(operation));
}

void Control::flash(Arguments & /*arguments*/, QJsonObject &answer)
{
    const NorFlash &flash = m_board.slotFlash();
    answer[u"operations"_s] = static_cast<qint64>(flash.operations());
    answer[u"programs"_s] = static_cast<qint64>(flash.programs());
    answer[u"erases"_s] = static_cast<qint64>(flash.erases());
    answer[u"boot"_s] = bootName(m_board.boot());
    answer[u"running"_s] = m_board.isRunning();
}

void Control::link(Arguments &arguments, QJsonObject & /*answer*/)
{
    moveLink(arguments, m_wires);
}

void Control::faults(Arguments &arguments, QJsonObject & /*answer*/)
{
    changeFaults(arguments, m_wires);
}

void Control::log(Arguments &arguments, QJsonObject & /*answer*/)
{
    const QString text = arguments.text(u"text"_s);
    if (text.size() > kLongestLog || std::ranges::any_of(text, [](QChar c) { return c < u' '; }))
        arguments.fail(u"“text” must be one line of at most %1 characters"_s.arg(kLongestLog));
    if (!arguments.failed())
        m_board.print(text.toStdString());
}

void Control::state(Arguments & /*arguments*/, QJsonObject &answer)
{
    addState(m_board, m_wires, answer);
}

void Control::mark(Arguments & /*arguments*/, QJsonObject &answer)
{
    m_board.world().mark();
    answer[u"us"_s] = static_cast<qint64>(m_board.now());
}

void Control::trajectory(Arguments & /*arguments*/, QJsonObject &answer)
{
    addTrajectory(m_board, answer);
}

} // namespace gainstage::sim
