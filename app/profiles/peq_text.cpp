// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/peq_text.h"

#include "app/profiles/filter_line.h"
#include "app/profiles/text_of.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <map>

namespace gainstage::profiles {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostBytes = 1 << 20, mostLines = 10000;
constexpr std::size_t mostBands = 256, mostPoints = 4096;

const QRegularExpression &lineEnd()
{
    static const QRegularExpression end(u"\r\n|\n|\r"_s);
    return end;
}

class Reader {
public:
    void read(const QString &line)
    {
        ++m_line;
        const auto colon = line.indexOf(u':');
        if (line.trimmed().startsWith(u'#') || colon < 0)
            return;
        const QString key = line.first(colon).toLower().remove(u' ').remove(u'\t');
        readValue(key, withPlainSigns(line.sliced(colon + 1)));
    }

    bool isTooLarge() const { return m_text.bands.size() > mostBands || m_graphic.size() > mostPoints; }

    PeqText finish() &&
    {
        for (const auto &[frequency, gain] : m_graphic)
            m_text.graphic.push_back({{frequency}, {gain}});
        return std::move(m_text);
    }

    void warn(const char *code) { m_text.warnings.push_back({std::max(m_line, 1), code}); }

private:
    void readValue(const QString &key, const QString &value)
    {
        static const QRegularExpression filter(u"^filter[0-9]*$"_s);
        static const QStringList unsupported{u"device"_s,   u"include"_s, u"stage"_s, u"if"_s,    u"elseif"_s,      u"else"_s,
                                             u"endif"_s,    u"eval"_s,    u"copy"_s,  u"delay"_s, u"convolution"_s, u"loudnesscorrection"_s,
                                             u"vstplugin"_s};
        if (key == u"preamp"_s)
            readPreamp(value);
        else if (key == u"graphiceq"_s)
            readGraphic(value);
        else if (key == u"channel"_s)
            m_channel = value.simplified().compare(u"all"_s, Qt::CaseInsensitive) == 0 ? u"all"_s : value.simplified();
        else if (filter.match(key).hasMatch())
            readFilter(value);
        else if (unsupported.contains(key) && !std::exchange(m_toldUnsupported, true))
            warn("unsupported_command");
    }

    void readPreamp(const QString &value)
    {
        static const QRegularExpression number(u"^\\s*([-+]?[0-9.,]+)"_s);
        const auto match = number.match(value);
        const auto gain = match.hasMatch() ? numberOf(match.capturedView(1)) : std::nullopt;
        if (gain)
            m_text.preamp = m_text.preamp + Decibels{*gain};
        else
            complain("bad_number");
    }

    void readGraphic(const QString &value)
    {
        static const QRegularExpression pair(u"^\\s*([0-9.,]+)\\s+([-+]?[0-9.,]+)\\s*$"_s);
        for (const QString &entry : value.split(u';')) {
            if (entry.trimmed().isEmpty())
                continue;
            const auto match = pair.match(entry);
            const auto frequency = match.hasMatch() ? numberOf(match.capturedView(1)) : std::nullopt;
            const auto gain = match.hasMatch() ? numberOf(match.capturedView(2)) : std::nullopt;
            if (frequency && gain && *frequency > 0)
                m_graphic[*frequency] = *gain;
            else
                complain("bad_pair");
        }
    }

    void readFilter(const QString &value)
    {
        FilterLine line = readFilterLine(value);
        if (line.error != nullptr)
            complain(line.error);
        if (!line.hasSwitch)
            warn("no_switch");
        if (line.isAmbiguous)
            warn("ambiguous_thousands");
        if (!line.band)
            return;
        line.band->channel = m_channel;
        m_text.bands.push_back(*line.band);
    }

    void complain(const char *code) { m_text.errors.push_back({m_line, code}); }

    PeqText m_text;
    std::map<double, double> m_graphic;
    QString m_channel = u"all"_s;
    int m_line = 0;
    bool m_toldUnsupported = false;
};

} // namespace

Result<PeqText> readPeqText(const QByteArray &file)
{
    const auto tooLarge = failure(Errc::InvalidFile, SENTENCE("error", "The file is too large to be an equalizer's settings."));
    if (file.size() > mostBytes)
        return tooLarge;
    const QStringList lines = textOf(file).split(lineEnd());
    if (lines.size() > mostLines)
        return tooLarge;
    Reader reader;
    if (hasMark(file))
        reader.warn("bom_stripped");
    for (const QString &line : lines) {
        reader.read(line);
        if (reader.isTooLarge())
            return tooLarge;
    }
    return std::move(reader).finish();
}

} // namespace gainstage::profiles
