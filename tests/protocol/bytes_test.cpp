// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/bytes/base64.h"
#include "protocol/bytes/bytes.h"

#include <QTest>

using namespace gainstage;

class BytesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hexIsLowerCaseWithSpaces()
    {
        QCOMPARE(toHex(Bytes{0x0a, 0x00, 0xff}), std::string("0a 00 ff"));
        QCOMPARE(toHex({}), std::string());
    }

    void hexIsReadWithoutRegardToSpaceAndCase() { QCOMPARE(fromHex(" 0A00\tfF\n"), (Bytes{0x0a, 0x00, 0xff})); }

    void hexEndsWhereItStopsMakingSense()
    {
        QCOMPARE(fromHex("0a 0b; 0c"), (Bytes{0x0a, 0x0b}));
        QCOMPARE(fromHex("0a b"), (Bytes{0x0a}));
    }

    /// The test vectors of RFC 4648, section 10.
    void base64IsThatOfTheStandard_data()
    {
        QTest::addColumn<std::string>("plain");
        QTest::addColumn<std::string>("encoded");
        const std::pair<const char *, const char *> vectors[] = {
            {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}};
        for (const auto &[plain, encoded] : vectors)
            QTest::newRow(*plain == '\0' ? "empty" : plain) << std::string(plain) << std::string(encoded);
    }
    void base64IsThatOfTheStandard()
    {
        QFETCH(std::string, plain);
        QFETCH(std::string, encoded);
        const Bytes bytes(plain.begin(), plain.end());
        QCOMPARE(toBase64(bytes), encoded);
        QCOMPARE(fromBase64(encoded), std::optional(bytes));
    }

    void whatIsNotBase64IsRefused()
    {
        for (const char *text : {"Zg", "Zg=", "Z", "Zg==Zg==", "=Zg=", "Zm 9", "Zm9v\n", "====", "Z===", "Zm9v-_=="})
            QVERIFY2(!fromBase64(text), text);
    }
};

QTEST_APPLESS_MAIN(BytesTest)
#include "bytes_test.moc"
