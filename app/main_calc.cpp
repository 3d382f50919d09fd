// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calc/calc.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QTranslator translator;
    if (translator.load(QLocale(), u"gainstage"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(&translator);
    QTextStream out(stdout), err(stderr);
    return static_cast<int>(gainstage::calc::run(out, err, QCoreApplication::arguments().sliced(1)));
}
