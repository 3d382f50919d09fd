// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "devices/catalog/catalog.h"
#include "devices/discovery/amp_finder.h"
#include "tests/support/outcome.h"
#include "tests/support/scripted_transport.h"

#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

Port usb(std::uint16_t vendorId, std::uint16_t productId, const QString &product, Wire wire = Wire::Hid)
{
    Port port;
    port.wire = wire;
    port.path = u"/dev/hidraw3"_s;
    port.vendorId = vendorId;
    port.productId = productId;
    port.product = product;
    return port;
}

class OnePort final : public Ports {
public:
    explicit OnePort(Port port) : m_port(std::move(port)) {}
    std::vector<Port> list() const override { return {m_port}; }
    Result<std::unique_ptr<Transport>> open(const Port &, std::stop_token) const override
    {
        ++opens;
        return std::make_unique<ScriptedTransport>();
    }
    void onChange(std::function<void()>) override {}
    mutable int opens = 0;

private:
    Port m_port;
};

/// Would try anything.
class EagerFamily final : public Family {
public:
    QString name() const override { return u"eager"_s; }
    bool matches(const Port &) const override { return false; }
    bool mayTry(Wire) const override { return true; }
    Result<std::unique_ptr<Amp>> open(std::unique_ptr<Transport>, const Port &, DescriptionCache *) const override
    {
        return failure(Errc::Timeout, "it does not answer");
    }
};

} // namespace

class CatalogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyRowIsFoundByWhatItSays()
    {
        for (const catalog::Model &model : catalog::models()) {
            const QString product = QString::fromLatin1(model.product.data(), static_cast<qsizetype>(model.product.size()));
            const std::uint16_t productId = model.productId != 0 ? model.productId : std::uint16_t{0xfffe};
            QCOMPARE(catalog::find(usb(model.vendorId, productId, product, model.wire)), &model);
        }
    }

    void whatIsSupportedHasAFamilyAndEvidence()
    {
        for (const catalog::Model &model : catalog::models()) {
            if (model.support != catalog::Support::Supported)
                continue;
            QVERIFY(!model.family.empty() && !model.name.empty() && model.evidence != catalog::Evidence::None);
            QVERIFY(model.evidence != catalog::Evidence::MakersProgram);
        }
    }

    void aSharedProductIdIsToldApartByTheProductString()
    {
        QCOMPARE(catalog::find(usb(0x152a, 0x8750, u"Topping DX5 Ⅱ"_s))->name, std::string_view("DX5 II"));
        QCOMPARE(catalog::find(usb(0x152a, 0x8750, u"DX1 II"_s))->name, std::string_view("DX1 II"));
        for (const QString &other : {u"E50 II"_s, u"DX9"_s, u"D30Pro"_s, u"DX3 Pro+"_s, u"DX5"_s, QString()}) {
            const catalog::Model *model = catalog::find(usb(0x152a, 0x8750, other));
            QVERIFY(model != nullptr);
            QCOMPARE(model->support, catalog::Support::Known);
        }
    }

    void theWireCounts()
    {
        QVERIFY(catalog::find(usb(0x152a, 0x88fa, u"Element IV"_s, Wire::Hid)) == nullptr);
        QVERIFY(catalog::find(usb(0x152a, 0x88fa, u"Element IV"_s, Wire::Serial)) != nullptr);
        QVERIFY(catalog::find(usb(0x1234, 0x8750, u"DX5II"_s)) == nullptr);
    }

    void productStringsAreComparedWithoutOrnaments()
    {
        QCOMPARE(catalog::normalised(u"  dx5 Ⅱ (MQA)-hid "_s), u"DX5IIMQAHID"_s);
        QCOMPARE(catalog::normalised(u"Ä – ß"_s), u"SS"_s);
        QCOMPARE(catalog::normalised({}), QString());
    }

    void whatIsOnlyKnownIsNamedAndNeverOpened()
    {
        OnePort ports(usb(0x152a, 0x8750, u"E50 II"_s));
        const EagerFamily eager;
        const std::array<const Family *, 1> families{&eager};
        const AmpFinder finder(families, ports);
        QVERIFY(finder.amps().empty());
        QCOMPARE(finder.unsupported().size(), 1u);
        QCOMPARE(finder.unsupported()[0].maker, u"Topping"_s);
        QCOMPARE(finder.unsupported()[0].model, u"E50 II"_s);
        const auto chosen = finder.select(u"hid:/dev/hidraw3"_s);
        QVERIFY(chosen);
        const auto opened = finder.open(*chosen);
        QVERIFY(failedWith(Errc::Unsupported, opened));
        QVERIFY(*opened.error().hint != '\0');
        QCOMPARE(ports.opens, 0);
    }
};

QTEST_GUILESS_MAIN(CatalogTest)
#include "catalog_test.moc"
