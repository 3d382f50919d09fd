// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/devices/firmware/golden_image.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"

#include <QTest>

#include <algorithm>

using namespace gainstage;
using namespace gainstage::firmware_file;
using namespace gainstage::test;

namespace {

// As "openssl pkey" writes the key of RFC 8032, 7.1, test 1.
const std::string kSecretPem = "-----BEGIN PRIVATE KEY-----\n"
                               "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n"
                               "-----END PRIVATE KEY-----\n";
const std::string kPublicPem = "-----BEGIN PUBLIC KEY-----\n"
                               "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n"
                               "-----END PUBLIC KEY-----\n";

std::string replaced(std::string text, const std::string &before, const std::string &after)
{
    return text.replace(text.find(before), before.size(), after);
}

} // namespace

class ImageKeys : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keysAreWrittenAsOpensslWritesThem();
    void keysAreReadAsOpensslWritesThem();
    void theHashIsThatOfTheImage();
    void signaturesAreThoseOfTheStandard();
    void newKeysDiffer();
    void otherThingsAreNoKeys_data();
    void otherThingsAreNoKeys();
};

void ImageKeys::keysAreWrittenAsOpensslWritesThem()
{
    QCOMPARE(goldenKey().toPem(), kSecretPem);
    QCOMPARE(goldenKey().publicKey().toPem(), kPublicPem);
}

void ImageKeys::keysAreReadAsOpensslWritesThem()
{
    QCOMPARE(SecretKey::fromPem(kSecretPem)->publicKey(), goldenKey().publicKey());
    QVERIFY(*PublicKey::fromPem(kPublicPem) == goldenKey().publicKey());
    QVERIFY(*PublicKey::fromPem("words before\n" + replaced(kPublicPem, "\n", "\r\n") + "and behind") == goldenKey().publicKey());
}

void ImageKeys::theHashIsThatOfTheImage()
{
    QVERIFY(std::ranges::equal(goldenKey().publicKey().hash(), BytesView(goldenBytes(QStringLiteral("image.txt")).at("key-hash-tlv")).subspan(4)));
}

void ImageKeys::signaturesAreThoseOfTheStandard()
{
    const Bytes wanted =
        fromHex("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    const Signature signature = goldenKey().sign({});
    QVERIFY(std::ranges::equal(signature, wanted));
    QVERIFY(goldenKey().publicKey().verifies(signature, {}));
    QVERIFY(!goldenKey().publicKey().verifies(signature, Bytes{0}));
}

void ImageKeys::newKeysDiffer()
{
    const SecretKey one = SecretKey::generate(), other = SecretKey::generate();
    QVERIFY(!(one.publicKey() == other.publicKey()));
    QVERIFY(SecretKey::fromPem(one.toPem())->publicKey() == one.publicKey());
}

void ImageKeys::otherThingsAreNoKeys_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto add = [](const char *name, const std::string &text) { QTest::newRow(name) << QByteArray::fromStdString(text); };
    add("nothing", "");
    add("no end", kSecretPem.substr(0, 80) + kPublicPem.substr(0, 60));
    add("encrypted", replaced(replaced(kSecretPem, "BEGIN PRIVATE", "BEGIN ENCRYPTED PRIVATE"), "END PRIVATE", "END ENCRYPTED PRIVATE"));
    add("another algorithm (X25519)", replaced(kSecretPem, "K2Vw", "K2Vu") + replaced(kPublicPem, "K2Vw", "K2Vu"));
    add("one byte short", replaced(kSecretPem, "rn9g", "rn8=") + replaced(kPublicPem, "HURo=", "HUQ=="));
    add("not base64", replaced(kSecretPem, "MC4C", "MC4*") + replaced(kPublicPem, "MCow", "MC*w"));
    add("empty", "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n");
}

void ImageKeys::otherThingsAreNoKeys()
{
    QFETCH(const QByteArray, text);
    QVERIFY(failedWith(Errc::InvalidFile, SecretKey::fromPem(text.toStdString())));
    QVERIFY(failedWith(Errc::InvalidFile, PublicKey::fromPem(text.toStdString())));
}

QTEST_GUILESS_MAIN(ImageKeys)
#include "image_keys_test.moc"
