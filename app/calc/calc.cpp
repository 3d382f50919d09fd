// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calc/calc.h"

#include "app/calc/cases.h"
#include "app/core/words.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

namespace gainstage::calc {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 64 << 20;

const char *const help = QT_TRANSLATE_NOOP("calc", R"(Usage: gainstage-calc FILE.json

Computes every case of a file with the formulas of the program and prints one JSON object per case:
“id” and “op” as in the file, “out” with the results, or “invalid” and the reason in “error”.
Where the file says what must come out, “ok” tells whether it does, and what differs is told on standard error.

The file: {"cases": [{"id": …, "op": …, "in": {…}, "out": {…}}]}; “out” may be left out.

Exit code: 0 all is as the file says, 1 a case differs, 2 wrong usage, 3 no such file, 10 the file makes no sense.
)");

/// One case after the other; remembers the worst that happened.
class Report {
public:
    Report(QTextStream &out, QTextStream &err) : m_out(out), m_err(err) {}

    void add(const Case &one)
    {
        const auto outcome = outcomeOf(one);
        const QStringList wrong = differences(one, outcome);
        QJsonObject line{{u"id"_s, one.id}, {u"op"_s, one.operation}, {u"out"_s, outcome ? QJsonValue(*outcome) : QJsonValue(u"invalid"_s)}};
        if (!outcome)
            line[u"error"_s] = words(outcome.error());
        if (!one.expected.isUndefined())
            line[u"ok"_s] = wrong.isEmpty();
        m_out << QJsonDocument(line).toJson(QJsonDocument::Compact) << '\n';
        for (const QString &difference : wrong)
            complain(one, difference, ExitCode::Differs);
        if (!outcome && (one.expected != QJsonValue(u"invalid"_s) || outcome.error().code == Errc::NotFound))
            complain(one, words(outcome.error()), outcome.error().code == Errc::NotFound ? ExitCode::InvalidFile : ExitCode::Done);
    }
    ExitCode worst() const { return m_worst; }

private:
    void complain(const Case &one, const QString &what, ExitCode code)
    {
        m_err << "gainstage-calc: " << one.id << ": " << what << '\n';
        m_worst = std::max(m_worst, code);
    }

    QTextStream &m_out, &m_err;
    ExitCode m_worst = ExitCode::Done;
};

ExitCode fail(QTextStream &err, const QString &what, ExitCode code)
{
    err << "gainstage-calc: " << what << Qt::endl;
    return code;
}

} // namespace

ExitCode run(QTextStream &out, QTextStream &err, const QStringList &arguments)
{
    const QString usage = QCoreApplication::translate("calc", help);
    if (arguments == QStringList{u"--help"_s} || arguments == QStringList{u"-h"_s}) {
        out << usage << Qt::flush;
        return ExitCode::Done;
    }
    if (arguments == QStringList{u"--version"_s}) {
        out << "gainstage-calc " GAINSTAGE_VERSION << Qt::endl;
        return ExitCode::Done;
    }
    if (arguments.size() != 1 || arguments[0].startsWith(u'-'))
        return fail(err, usage.section(u'\n', 0, 0), ExitCode::Usage);
    QFile file(arguments[0]);
    if (!file.open(QIODevice::ReadOnly))
        return fail(err, file.fileName() + u": "_s + file.errorString(), ExitCode::NotFound);
    const auto cases = readCases(file.read(largestFile));
    if (!cases)
        return fail(err, file.fileName() + u": "_s + words(cases.error()), ExitCode::InvalidFile);
    Report report(out, err);
    for (const Case &one : *cases)
        report.add(one);
    out.flush();
    err.flush();
    return report.worst();
}

} // namespace gainstage::calc
