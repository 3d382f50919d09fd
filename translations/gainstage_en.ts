<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>cli</name>
    <message numerus="yes">
        <source>on, %n band(s), %1</source>
        <translation>
            <numerusform>on, %n band, %1</numerusform>
            <numerusform>on, %n bands, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>clipped %n time(s)</source>
        <translation>
            <numerusform>clipped once</numerusform>
            <numerusform>clipped %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The amp shows itself for %n second(s).</source>
        <translation>
            <numerusform>The amp shows itself for %n second.</numerusform>
            <numerusform>The amp shows itself for %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Listening for %n second(s); nothing is sent to the amp. Turn its knob and press its buttons meanwhile.</source>
        <translation>
            <numerusform>Listening for %n second; nothing is sent to the amp. Turn its knob and press its buttons meanwhile.</numerusform>
            <numerusform>Listening for %n seconds; nothing is sent to the amp. Turn its knob and press its buttons meanwhile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 holds what the amp is and %n report(s) that it sent, without its serial number.</source>
        <translation>
            <numerusform>%1 holds what the amp is and %n report that it sent, without its serial number.</numerusform>
            <numerusform>%1 holds what the amp is and %n reports that it sent, without its serial number.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gainstage::MetersModel</name>
    <message numerus="yes">
        <source>clipped %n time(s)</source>
        <translation>
            <numerusform>clipped once</numerusform>
            <numerusform>clipped %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gainstage::SetupModel</name>
    <message numerus="yes">
        <source>%n change(s) not stored</source>
        <translation>
            <numerusform>%n change not stored</numerusform>
            <numerusform>%n changes not stored</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gainstage::SideColumn</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
</TS>
