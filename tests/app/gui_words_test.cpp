// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/gui_bench.h"

#include "app/gui/accessible.h"
#include "app/gui/nav_buttons.h"
#include "app/screenshots/firmware_files.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QPushButton>
#include <QXmlStreamReader>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

constexpr PageId kPages[] = {PageId::Amp, PageId::Presets, PageId::Firmware, PageId::History, PageId::Settings};

/// What translators wrote: source and translation of every text.
QHash<QString, QString> germanOf(const QString &file)
{
    QHash<QString, QString> texts;
    QFile source(file);
    (void)source.open(QIODevice::ReadOnly);
    QXmlStreamReader xml(&source);
    QString text;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"source")
            text = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == u"translation")
            texts[text] = xml.readElementText(QXmlStreamReader::IncludeChildElements);
    }
    return texts;
}

QStringList textsOf(const QWidget &widget)
{
    QStringList texts{widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()};
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        texts += label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        texts += button->text();
    if (const auto *field = qobject_cast<const QLineEdit *>(&widget))
        texts += field->placeholderText();
    if (const auto *segment = qobject_cast<const Segment *>(&widget))
        texts += segment->option().meaning;
    return texts;
}

/// Why a widget does not show all of its text; empty when it does.
QString cut(const QWidget &widget)
{
    if (const auto *elided = qobject_cast<const ElidedLabel *>(&widget))
        return elided->text().endsWith(u'…') ? elided->text() : QString();
    if (const auto *segment = qobject_cast<const Segment *>(&widget))
        return segment->heightFor(segment->width()) > segment->height() || segment->narrowest() > segment->width() + 1 ? segment->text() : QString();
    if (const auto *label = qobject_cast<const QLabel *>(&widget); label && !label->text().isEmpty()) {
        const bool tall = label->wordWrap() && label->heightForWidth(label->width()) > label->height() + 1;
        const bool wide = !label->wordWrap() && label->sizeHint().width() > label->width() + 1;
        return tall || wide ? label->text() : QString();
    }
    const auto *button = qobject_cast<const QPushButton *>(&widget);
    return button && button->sizeHint().width() > button->width() + 1 ? button->text() : QString();
}

QList<QWidget *> seen(const MainWindow &window)
{
    QList<QWidget *> widgets = window.findChildren<QWidget *>();
    widgets.removeIf([](const QWidget *widget) { return !widget->isVisible(); });
    return widgets;
}

/// With all that it can have to say: the Firmware page has a file that needs a decision.
void show(WindowBench &bench, PageId page, const QString &model)
{
    bench.window().setPage(page);
    FirmwareModel &firmware = bench.models().firmware;
    const auto idle = [&firmware] { return firmware.view() == FirmwareModel::View::Showing && firmware.isIdle(); };
    if (page != PageId::Firmware)
        return;
    QVERIFY(QTest::qWaitFor(idle, 10000));
    const FirmwarePlan plan{.version = {1, 1, 0, 0}, .device = "reference-" + model.toStdString() + "-a", .notes = u"<p>x</p>"_s};
    const QString file = *writeFirmware(bench.folder.path(), u"reference-1.1.0.cab"_s, makePackage(plan));
    // Once more where a loaded machine lost the line just then.
    const auto chosen = [&] {
        if (idle() && !firmware.chosen())
            firmware.choose(file);
        return idle() && firmware.chosen();
    };
    QVERIFY2(QTest::qWaitFor(chosen, 10000), qPrintable(firmware.problem()));
    QVERIFY2(!firmware.chosen()->consent.isEmpty(), qPrintable(firmware.chosen()->obstacle));
}

bool canHaveFocus(const QWidget &widget)
{
    return widget.focusPolicy() != Qt::NoFocus && widget.isEnabled() && !widget.focusProxy() && !widget.inherits("QScrollBar");
}

} // namespace

class WordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installAccessibility(); }
    void everyControlHasAnAccessibleName_data() { models(); }
    void everyControlHasAnAccessibleName();
    void valuesAreReadOutWithTheirUnit();
    void everyControlIsReachedByTab();
    void theGermanWindowHasNoEnglishLeft_data() { models(); }
    void theGermanWindowHasNoEnglishLeft();
    void nothingIsCutInASmallWindow_data();
    void nothingIsCutInASmallWindow();
    void anotherLanguageIsSpokenAtOnce();

private:
    static void models()
    {
        QTest::addColumn<QString>("model");
        QTest::newRow("desktop") << u"desktop"_s;
        QTest::newRow("dongle") << u"dongle"_s;
    }
};

void WordsTest::everyControlHasAnAccessibleName()
{
    QFETCH(QString, model);
    WindowBench bench(model);
    QCOMPARE(bench.failure, QString());
    int controls = 0;
    for (const PageId page : kPages) {
        show(bench, page, model);
        for (QWidget *widget : seen(bench.window())) {
            if (!canHaveFocus(*widget))
                continue;
            ++controls;
            const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
    }
    QVERIFY(controls > 20);
}

void WordsTest::valuesAreReadOutWithTheirUnit()
{
    WindowBench bench;
    QCOMPARE(bench.failure, QString());
    QAccessibleInterface *volume = QAccessible::queryAccessibleInterface(bench.volume());
    QCOMPARE(volume->role(), QAccessible::Slider);
    QCOMPARE(volume->text(QAccessible::Value), u"−40.0\u202fdB"_s);
    QCOMPARE(volume->valueInterface()->currentValue().toDouble(), -40.0);
    QCOMPARE(volume->valueInterface()->minimumValue().toDouble(), -99.0);
    QCOMPARE(volume->valueInterface()->minimumStepSize().toDouble(), 0.5);
    volume->valueInterface()->setCurrentValue(-50.3);
    QVERIFY(bench.settle());
    QCOMPARE(bench.truth(u"volume"_s), -5050); // the amp's nearest
    QCOMPARE(bench.segment(u"Gain: Mid"_s)->accessibleName(), u"Gain: Mid, +8\u202fdB"_s);
}

void WordsTest::everyControlIsReachedByTab()
{
    WindowBench bench;
    QCOMPARE(bench.failure, QString());
    QSet<QWidget *> wanted, reached;
    for (QWidget *widget : seen(bench.window())) {
        if (canHaveFocus(*widget) && (widget->focusPolicy() & Qt::TabFocus))
            wanted += widget;
    }
    QWidget *first = bench.volume();
    first->setFocus(Qt::TabFocusReason);
    for (int presses = 0; presses < 200 && !reached.contains(QApplication::focusWidget()); ++presses) {
        reached += QApplication::focusWidget();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (QWidget *widget : wanted - reached)
        QFAIL(qPrintable(QLatin1StringView(widget->metaObject()->className()) % u" "_s % widget->accessibleName()));
    QVERIFY(reached.size() > 20);
}

void WordsTest::theGermanWindowHasNoEnglishLeft()
{
    QFETCH(QString, model);
    const QHash<QString, QString> german = germanOf(QStringLiteral(GAINSTAGE_SOURCE "/translations/gainstage_de.ts"));
    QVERIFY(german.size() > 300);
    const QStringList translations = german.values();
    WindowBench bench(model, u"de"_s);
    QCOMPARE(bench.failure, QString());
    int texts = 0;
    for (const PageId page : kPages) {
        show(bench, page, model);
        for (const QWidget *widget : seen(bench.window())) {
            for (const QString &text : textsOf(*widget)) {
                texts += text.isEmpty() ? 0 : 1;
                const bool english = german.contains(text) && german[text] != text && !translations.contains(text);
                QVERIFY2(!english, qPrintable(text % u" in "_s % QLatin1StringView(widget->metaObject()->className())));
            }
        }
    }
    QVERIFY(texts > 100);
}

void WordsTest::nothingIsCutInASmallWindow_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    for (const QString &model : {u"desktop"_s, u"dongle"_s}) {
        for (const QString &language : {u"en"_s, u"de"_s}) {
            for (const QSize size : {QSize(900, 600), QSize(1180, 760), QSize(1600, 1000)})
                QTest::addRow("%s %s %d", qPrintable(model), qPrintable(language), size.width()) << model << language << size;
        }
    }
}

void WordsTest::nothingIsCutInASmallWindow()
{
    QFETCH(QString, model);
    QFETCH(QString, language);
    QFETCH(QSize, size);
    WindowBench bench(model, language);
    QCOMPARE(bench.failure, QString());
    bench.models().presets.save({u"Evening"_s, u"HD 650"_s, u"XLR-4"_s, u"Quiet, with crossfeed."_s}, true);
    bench.models().page.find(Role::Volume)->wish({-5000});
    QVERIFY(bench.settle());
    bench.window().resize(size);
    for (const PageId page : kPages) {
        show(bench, page, model);
        bench.layOut();
        for (const QWidget *widget : seen(bench.window()))
            QCOMPARE(cut(*widget), QString());
    }
}

void WordsTest::anotherLanguageIsSpokenAtOnce()
{
    WindowBench bench;
    QCOMPARE(bench.failure, QString());
    bench.stage->setVariant(ThemeChoice::Light, u"de"_s, {1180, 760});
    QTRY_VERIFY(bench.find<LevelSlider>(u"Lautstärke"_s));
    QCOMPARE(bench.find<LevelSlider>(u"Lautstärke"_s)->valueText(), u"−40,0\u202fdB"_s);
    bench.stage->setVariant(ThemeChoice::Light, u"en"_s, {1180, 760});
    QTRY_VERIFY(bench.volume());
}

QTEST_MAIN(WordsTest)
#include "gui_words_test.moc"
