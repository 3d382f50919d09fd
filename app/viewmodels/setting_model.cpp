// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/setting_model.h"

#include "app/core/value_text.h"
#include "app/core/words.h"
#include "app/viewmodels/numbers.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

constexpr std::int32_t kMostWords = 1000;

} // namespace

SettingModel::SettingModel(Session &session, const Setting &setting, const QLocale &locale, QObject *parent)
    : QObject(parent), m_session(session), m_setting(setting), m_locale(locale)
{
    connect(&session, &Session::stateChanged, this, &SettingModel::changed);
    connect(&session, &Session::linkChanged, this, &SettingModel::onPendingChanged);
    connect(&session, &Session::pendingChanged, this, &SettingModel::onPendingChanged);
    connect(&session, &Session::maintainedChanged, this, &SettingModel::changed);
    connect(&session, &Session::refused, this, &SettingModel::onRefused);
}

QString SettingModel::label() const
{
    return gainstage::label(m_setting);
}

std::optional<Value> SettingModel::value() const
{
    const State *state = m_session.state();
    return state ? state->value(m_setting.id) : std::nullopt;
}

std::optional<Value> SettingModel::shown() const
{
    return isPending() && m_wish ? m_wish : value();
}

bool SettingModel::isPending() const
{
    return m_session.isPending(m_setting.id);
}

bool SettingModel::isEnabled() const
{
    return m_session.link() == Session::Link::Ready && !m_session.isMaintained() && isSettable();
}

QString SettingModel::text() const
{
    const auto now = shown();
    return now ? text(*now) : tr("unknown");
}

QString SettingModel::text(Value value) const
{
    return valueText(m_session.description(), m_setting, value, m_locale);
}

QString SettingModel::number() const
{
    const Range *range = m_setting.range();
    const auto now = shown();
    return range && now ? shownNumber(*range, *now, m_locale) : u"–"_s;
}

QString SettingModel::unit() const
{
    const Range *range = m_setting.range();
    return range ? unitSymbol(range->unit) : QString();
}

std::vector<SettingModel::Option> SettingModel::options() const
{
    std::vector<Option> options;
    if (const Choices *choices = m_setting.choices()) {
        for (const Choice &choice : choices->list)
            options.push_back({choice.value, text(choice.value), meaning(choice)});
    }
    return options;
}

QString SettingModel::meaning(const Choice &choice) const
{
    if (m_setting.role == Role::Output)
        return outputMeaning(choice.value);
    if (m_setting.role == Role::Gain && choice.adds)
        return addedText(*choice.adds, m_locale);
    return {};
}

QString SettingModel::outputMeaning(Value output) const
{
    const Description *amp = m_session.description();
    const OutputFigures *figures = amp ? amp->output(output) : nullptr;
    if (figures && figures->line)
        return tr("line level");
    const State *state = m_session.state();
    if (!state)
        return {};
    const auto jack = std::ranges::find(state->jacks, output, &Jack::output);
    if (jack == state->jacks.end())
        return {};
    return jackText(*jack, m_locale);
}

void SettingModel::wish(Value value)
{
    const Description *amp = m_session.description();
    if (!amp || !isEnabled())
        return;
    const auto change = Change::of(*amp, {{m_setting.id, value}});
    if (!change)
        return refuse(sentences(change.error()));
    m_refusal.clear();
    m_wish = value;
    m_session.wish(*change);
    Q_EMIT changed();
}

void SettingModel::stepBy(int steps)
{
    const auto now = shown();
    if (!now)
        return;
    const Value next = stepped(*now, steps);
    if (next != *now)
        wish(next);
}

Value SettingModel::stepped(Value from, int steps) const
{
    if (const Range *range = m_setting.range()) {
        const std::int64_t raw = from.raw + std::int64_t{steps} * range->step;
        const auto within = static_cast<std::int32_t>(std::clamp<std::int64_t>(raw, range->min, range->max));
        return m_setting.nearest({within});
    }
    if (const Choices *choices = m_setting.choices()) {
        const auto &list = choices->list;
        const auto now = std::ranges::find(list, from, &Choice::value);
        const std::int64_t index = (now == list.end() ? 0 : now - list.begin()) + std::int64_t{steps};
        return list[static_cast<std::size_t>(std::clamp<std::int64_t>(index, 0, std::ssize(list) - 1))].value;
    }
    return {steps > 0 ? 1 : 0};
}

void SettingModel::wishText(const QString &text)
{
    const Range *range = m_setting.range();
    if (!range)
        return;
    if (const auto value = fromWords(text.trimmed()))
        return wish(*value);
    const auto number = fromNumber(text);
    const QString low = this->text({range->min}), high = this->text({range->max});
    if (!number)
        return refuse(tr("“%1” is not a number. The amp takes %2 to %3.").arg(text.trimmed(), low, high));
    const double raw = *number * unitScale(range->unit);
    if (raw < range->min - 0.5 || raw > range->max + 0.5)
        return refuse(tr("%1 is outside what the amp takes: %2 to %3.").arg(text.trimmed(), low, high));
    wish(m_setting.nearest({static_cast<std::int32_t>(std::lround(raw))}));
}

/// What this model itself writes for a value ("centre", "left −3 dB").
std::optional<Value> SettingModel::fromWords(const QString &text) const
{
    const Range &range = *m_setting.range();
    if (m_setting.role != Role::Balance || (range.max - range.min) / std::max(1, range.step) > kMostWords)
        return {};
    for (std::int32_t raw = range.min; raw <= range.max; raw += std::max(1, range.step)) {
        if (this->text({raw}).compare(text, Qt::CaseInsensitive) == 0)
            return Value{raw};
    }
    return {};
}

std::optional<double> SettingModel::fromNumber(const QString &text) const
{
    QString number = text.trimmed();
    if (!unit().isEmpty() && number.endsWith(unit(), Qt::CaseInsensitive))
        number.chop(unit().size());
    number.replace(QChar(0x2212), u'-').remove(QChar(0x202f)).remove(u' ');
    bool ok = false;
    double value = QLocale::c().toDouble(number, &ok);
    if (!ok)
        value = m_locale.toDouble(number, &ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

void SettingModel::onRefused(const Change &change, const Error &error)
{
    if (!change.value(m_setting.id))
        return;
    // The amp's families know settings by their key; people know them by their label.
    Error told = error;
    for (std::string &fact : told.facts) {
        if (fact == m_setting.key.toStdString())
            fact = tr("“%1”").arg(label()).toStdString();
    }
    refuse(sentences(told));
}

void SettingModel::refuse(const QString &why)
{
    m_refusal = why;
    Q_EMIT changed();
}

void SettingModel::onPendingChanged()
{
    if (!isPending())
        m_wish.reset();
    Q_EMIT changed();
}

} // namespace gainstage
