<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>amp</name>
    <message>
        <source>centre</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>left %1</source>
        <translation>links %1</translation>
    </message>
    <message>
        <source>right %1</source>
        <translation>rechts %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>plugged in</source>
        <translation>eingesteckt</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 erkannt</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>RCA</source>
        <translation>Cinch</translation>
    </message>
    <message>
        <source>Equalizer</source>
        <translation>Equalizer</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>calc</name>
    <message>
        <source>Usage: gainstage-calc FILE.json

Computes every case of a file with the formulas of the program and prints one JSON object per case:
“id” and “op” as in the file, “out” with the results, or “invalid” and the reason in “error”.
Where the file says what must come out, “ok” tells whether it does, and what differs is told on standard error.

The file: {&quot;cases&quot;: [{&quot;id&quot;: …, &quot;op&quot;: …, &quot;in&quot;: {…}, &quot;out&quot;: {…}}]}; “out” may be left out.

Exit code: 0 all is as the file says, 1 a case differs, 2 wrong usage, 3 no such file, 10 the file makes no sense.
</source>
        <translation>Aufruf: gainstage-calc DATEI.json

Rechnet jeden Fall einer Datei mit den Formeln des Programms und gibt je Fall ein JSON-Objekt aus:
„id“ und „op“ wie in der Datei, „out“ mit den Ergebnissen oder „invalid“ und den Grund in „error“.
Wo die Datei sagt, was herauskommen muss, sagt „ok“, ob es so ist, und was abweicht, steht auf der Fehlerausgabe.

Die Datei: {&quot;cases&quot;: [{&quot;id&quot;: …, &quot;op&quot;: …, &quot;in&quot;: {…}, &quot;out&quot;: {…}}]}; „out“ darf fehlen.

Rückgabewert: 0 alles ist wie in der Datei, 1 ein Fall weicht ab, 2 falscher Aufruf, 3 keine solche Datei, 10 die Datei ergibt keinen Sinn.
</translation>
    </message>
</context>
<context>
    <name>choice</name>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Mid</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>Optical</source>
        <translation>Optisch</translation>
    </message>
    <message>
        <source>Coaxial</source>
        <translation>Koaxial</translation>
    </message>
    <message>
        <source>Analogue</source>
        <translation>Analog</translation>
    </message>
    <message>
        <source>Bluetooth</source>
        <translation>Bluetooth</translation>
    </message>
    <message>
        <source>Sharp</source>
        <translation>Steil</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Flach</translation>
    </message>
    <message>
        <source>Short delay</source>
        <translation>Kurze Verzögerung</translation>
    </message>
    <message>
        <source>Short delay, slow</source>
        <translation>Kurze Verzögerung, flach</translation>
    </message>
    <message>
        <source>NOS</source>
        <translation>NOS</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>The amp: serial:/path, hid:/path, a serial number or a model&apos;s name. Not needed where there is only one.</source>
        <translation>Der Verstärker: serial:/Pfad, hid:/Pfad, eine Seriennummer oder ein Modellname. Nicht nötig, wenn es nur einen gibt.</translation>
    </message>
    <message>
        <source>Answer with one JSON object in a line.</source>
        <translation>Antwortet mit einem JSON-Objekt in einer Zeile.</translation>
    </message>
    <message>
        <source>Give up after so many milliseconds.</source>
        <translation>Gibt nach so vielen Millisekunden auf.</translation>
    </message>
    <message>
        <source>Say how a command is used.</source>
        <translation>Sagt, wie ein Befehl benutzt wird.</translation>
    </message>
    <message>
        <source>Also store the amp&apos;s settings in the amp, for after it was switched off.</source>
        <translation>Speichert die Einstellungen auch im Verstärker, damit sie nach dem Ausschalten bleiben.</translation>
    </message>
    <message>
        <source>Only show the steps that would be sent.</source>
        <translation>Zeigt nur die Schritte, die gesendet würden.</translation>
    </message>
    <message>
        <source>Replace what has this name already.</source>
        <translation>Ersetzt, was schon so heißt.</translation>
    </message>
    <message>
        <source>How long (5); 0 ends it.</source>
        <translation>Wie lange (5); 0 beendet es.</translation>
    </message>
    <message>
        <source>Also print level, temperature and supply, every so many milliseconds.</source>
        <translation>Gibt auch Pegel, Temperatur und Versorgung aus, im Abstand von so vielen Millisekunden.</translation>
    </message>
    <message>
        <source>The headphone that the preset is for.</source>
        <translation>Der Kopfhörer, für den das Preset ist.</translation>
    </message>
    <message>
        <source>Its cable.</source>
        <translation>Sein Kabel.</translation>
    </message>
    <message>
        <source>Anything else.</source>
        <translation>Sonst etwas.</translation>
    </message>
    <message>
        <source>Bring the preset back that was deleted last.</source>
        <translation>Holt das zuletzt gelöschte Preset zurück.</translation>
    </message>
    <message>
        <source>How many of the newest (20); 0: all.</source>
        <translation>Wie viele der neuesten (20); 0: alle.</translation>
    </message>
    <message>
        <source>List the amps that are plugged in</source>
        <translation>Die angeschlossenen Verstärker auflisten</translation>
    </message>
    <message>
        <source>Show what the amp is and can do</source>
        <translation>Zeigen, was der Verstärker ist und kann</translation>
    </message>
    <message>
        <source>Make the amp show itself</source>
        <translation>Den Verstärker sich zeigen lassen</translation>
    </message>
    <message>
        <source>Show what the amp is set to</source>
        <translation>Zeigen, wie der Verstärker eingestellt ist</translation>
    </message>
    <message>
        <source>Change settings, never louder on the way than before or after</source>
        <translation>Einstellungen ändern, unterwegs nie lauter als vorher oder nachher</translation>
    </message>
    <message>
        <source>Print what changes, until Ctrl-C</source>
        <translation>Ausgeben, was sich ändert, bis Strg-C</translation>
    </message>
    <message>
        <source>List the presets</source>
        <translation>Die Presets auflisten</translation>
    </message>
    <message>
        <source>Save what the amp is set to</source>
        <translation>Sichern, wie der Verstärker eingestellt ist</translation>
    </message>
    <message>
        <source>Show what is in a preset</source>
        <translation>Zeigen, was in einem Preset steht</translation>
    </message>
    <message>
        <source>Show what a preset would change</source>
        <translation>Zeigen, was ein Preset ändern würde</translation>
    </message>
    <message>
        <source>Set the amp to a preset</source>
        <translation>Den Verstärker nach einem Preset einstellen</translation>
    </message>
    <message>
        <source>Give a preset another name</source>
        <translation>Ein Preset umbenennen</translation>
    </message>
    <message>
        <source>Delete a preset, or with --undo bring the last one back</source>
        <translation>Ein Preset löschen oder mit --undo das letzte zurückholen</translation>
    </message>
    <message>
        <source>Take a preset from a file</source>
        <translation>Ein Preset aus einer Datei übernehmen</translation>
    </message>
    <message>
        <source>Write a preset into a file</source>
        <translation>Ein Preset in eine Datei schreiben</translation>
    </message>
    <message>
        <source>List what was changed</source>
        <translation>Auflisten, was geändert wurde</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Wiederholen, was zurückgenommen wurde</translation>
    </message>
    <message>
        <source>nothing plugged in</source>
        <translation>nichts eingesteckt</translation>
    </message>
    <message>
        <source>plugged in, %1</source>
        <translation>eingesteckt, %1</translation>
    </message>
    <message>
        <source>plugged in</source>
        <translation>eingesteckt</translation>
    </message>
    <message>
        <source>jack %1</source>
        <translation>Buchse %1</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>kein Signal</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>too hot</source>
        <translation>zu heiß</translation>
    </message>
    <message>
        <source>DC at the output</source>
        <translation>DC am Ausgang</translation>
    </message>
    <message>
        <source>over-current</source>
        <translation>Überstrom</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message numerus="yes">
        <source>on, %n band(s), %1</source>
        <translation>
            <numerusform>an, %n Band, %1</numerusform>
            <numerusform>an, %n Bänder, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>equalizer</source>
        <translation>Equalizer</translation>
    </message>
    <message>
        <source>protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>not stored</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>the amp forgets changes when it is switched off (“set … --store”)</source>
        <translation>der Verstärker vergisst Änderungen beim Ausschalten („set … --store“)</translation>
    </message>
    <message>
        <source>stored in the amp</source>
        <translation>im Verstärker gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>clipped %n time(s)</source>
        <translation>
            <numerusform>%n-mal übersteuert</numerusform>
            <numerusform>%n-mal übersteuert</numerusform>
        </translation>
    </message>
    <message>
        <source>another program</source>
        <translation>anderes Programm</translation>
    </message>
    <message>
        <source>knob</source>
        <translation>Knopf</translation>
    </message>
    <message>
        <source>remote control</source>
        <translation>Fernbedienung</translation>
    </message>
    <message>
        <source>preset in the amp</source>
        <translation>Preset im Verstärker</translation>
    </message>
    <message>
        <source>then %1 ms</source>
        <translation>dann %1 ms</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Es würde sich nichts ändern.</translation>
    </message>
    <message>
        <source>Stored in the amp.</source>
        <translation>Im Verstärker gespeichert.</translation>
    </message>
    <message>
        <source>Nothing to change.</source>
        <translation>Nichts zu ändern.</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>in use by another program</source>
        <translation>von einem anderen Programm benutzt</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>maker</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>hardware</source>
        <translation>Hardware</translation>
    </message>
    <message>
        <source>firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>symmetrisch</translation>
    </message>
    <message>
        <source>line</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>single-ended</source>
        <translation>unsymmetrisch</translation>
    </message>
    <message>
        <source>Outputs:</source>
        <translation>Ausgänge:</translation>
    </message>
    <message>
        <source>only read</source>
        <translation>nur lesbar</translation>
    </message>
    <message>
        <source>Settings:</source>
        <translation>Einstellungen:</translation>
    </message>
    <message>
        <source>No amp is plugged in.</source>
        <translation>Kein Verstärker ist angeschlossen.</translation>
    </message>
    <message numerus="yes">
        <source>The amp shows itself for %n second(s).</source>
        <translation>
            <numerusform>Der Verstärker zeigt sich %n Sekunde lang.</numerusform>
            <numerusform>Der Verstärker zeigt sich %n Sekunden lang.</numerusform>
        </translation>
    </message>
    <message>
        <source>The amp no longer shows itself.</source>
        <translation>Der Verstärker zeigt sich nicht mehr.</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Aufruf: %1</translation>
    </message>
    <message>
        <source>Options of this command:</source>
        <translation>Optionen dieses Befehls:</translation>
    </message>
    <message>
        <source>Options of all commands:</source>
        <translation>Optionen aller Befehle:</translation>
    </message>
    <message>
        <source>“gainstagectl COMMAND --help” says more about one.</source>
        <translation>„gainstagectl BEFEHL --help“ sagt mehr über einen.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>Noch hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>Not carried over: %1 (%2)</source>
        <translation>Nicht übernommen: %1 (%2)</translation>
    </message>
    <message>
        <source>“%1” is back.</source>
        <translation>„%1“ ist wieder da.</translation>
    </message>
    <message>
        <source>There are no presets yet.</source>
        <translation>Es gibt noch keine Presets.</translation>
    </message>
    <message>
        <source>“%1” is saved.</source>
        <translation>„%1“ ist gesichert.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>headphone</source>
        <translation>Kopfhörer</translation>
    </message>
    <message>
        <source>cable</source>
        <translation>Kabel</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>amp</source>
        <translation>Verstärker</translation>
    </message>
    <message>
        <source>as in the preset</source>
        <translation>wie im Preset</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>Kein Unterschied.</translation>
    </message>
    <message>
        <source>“%1” is now called “%2”.</source>
        <translation>„%1“ heißt jetzt „%2“.</translation>
    </message>
    <message>
        <source>“%1” is deleted. “gainstagectl preset delete --undo” brings it back.</source>
        <translation>„%1“ ist gelöscht. „gainstagectl preset delete --undo“ holt es zurück.</translation>
    </message>
    <message>
        <source>“%1” is imported.</source>
        <translation>„%1“ ist importiert.</translation>
    </message>
    <message>
        <source>“%1” is written to %2.</source>
        <translation>„%1“ ist in %2 geschrieben.</translation>
    </message>
    <message>
        <source>the amp is about to switch off</source>
        <translation>der Verstärker schaltet sich gleich aus</translation>
    </message>
    <message>
        <source>Do not ask.</source>
        <translation>Nicht nachfragen.</translation>
    </message>
    <message>
        <source>An older version than the amp&apos;s is meant.</source>
        <translation>Eine ältere Version als die des Verstärkers ist gewollt.</translation>
    </message>
    <message>
        <source>Afterwards set the amp to what it was set to, never louder on the way.</source>
        <translation>Danach den Verstärker so einstellen, wie er war, unterwegs nie lauter.</translation>
    </message>
    <message>
        <source>Show which firmware the amp runs and has</source>
        <translation>Zeigen, welche Firmware im Verstärker läuft und liegt</translation>
    </message>
    <message>
        <source>Check a firmware file, also against the amp if there is one</source>
        <translation>Eine Firmware-Datei prüfen, auch gegen den Verstärker, wenn einer da ist</translation>
    </message>
    <message>
        <source>Install a firmware file, or go on with an interrupted update</source>
        <translation>Eine Firmware-Datei installieren oder eine unterbrochene Aktualisierung fortsetzen</translation>
    </message>
    <message>
        <source>Keep the firmware that is on trial</source>
        <translation>Die Firmware behalten, die auf Probe läuft</translation>
    </message>
    <message>
        <source>Go back to the firmware before</source>
        <translation>Zur vorigen Firmware zurückgehen</translation>
    </message>
    <message>
        <source>Forget an interrupted update</source>
        <translation>Eine unterbrochene Aktualisierung verwerfen</translation>
    </message>
    <message>
        <source>“gainstagectl firmware install” goes on with it.</source>
        <translation>„gainstagectl firmware install“ setzt sie fort.</translation>
    </message>
    <message>
        <source>It was not compared with an amp, so what depends on that is not checked.</source>
        <translation>Es wurde mit keinem Verstärker verglichen; was davon abhängt, ist nicht geprüft.</translation>
    </message>
    <message>
        <source>The amp keeps firmware %1.</source>
        <translation>Der Verstärker behält Firmware %1.</translation>
    </message>
    <message>
        <source>The interrupted update is forgotten. The amp runs what it ran before.</source>
        <translation>Die unterbrochene Aktualisierung ist verworfen. Im Verstärker läuft, was vorher lief.</translation>
    </message>
    <message>
        <source>What the maker writes:</source>
        <translation>Das schreibt der Hersteller:</translation>
    </message>
    <message>
        <source>on trial</source>
        <translation>auf Probe</translation>
    </message>
    <message>
        <source>runs after the next start</source>
        <translation>läuft nach dem nächsten Start</translation>
    </message>
    <message>
        <source>cannot run</source>
        <translation>kann nicht laufen</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>needs your consent</source>
        <translation>braucht Ihre Zustimmung</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>other slot</source>
        <translation>anderer Platz</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>trial ends in</source>
        <translation>Probe endet in</translation>
    </message>
    <message>
        <source>maker&apos;s number</source>
        <translation>Nummer des Herstellers</translation>
    </message>
    <message>
        <source>kind of amp</source>
        <translation>Art des Verstärkers</translation>
    </message>
    <message>
        <source>security level</source>
        <translation>Sicherheitsstufe</translation>
    </message>
    <message>
        <source>largest image</source>
        <translation>größtes Abbild</translation>
    </message>
    <message>
        <source>A change from firmware %1 to %2, begun on %3, is not finished.</source>
        <translation>Ein Wechsel von Firmware %1 auf %2, begonnen am %3, ist nicht abgeschlossen.</translation>
    </message>
    <message>
        <source>Firmware %1 is installed and works (before: %2).</source>
        <translation>Firmware %1 ist installiert und arbeitet (vorher: %2).</translation>
    </message>
    <message>
        <source>The amp runs this firmware already.</source>
        <translation>Diese Firmware läuft schon im Verstärker.</translation>
    </message>
    <message>
        <source>The amp runs firmware %1 again.</source>
        <translation>Im Verstärker läuft wieder Firmware %1.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>They are set again to what they were.</source>
        <translation>Sie sind wieder eingestellt wie vorher.</translation>
    </message>
    <message>
        <source>These settings are not what they were before:</source>
        <translation>Diese Einstellungen sind anders als vorher:</translation>
    </message>
    <message>
        <source>“%1” brings them back.</source>
        <translation>„%1“ stellt sie wieder her.</translation>
    </message>
    <message>
        <source>Go on with it?</source>
        <translation>Damit fortfahren?</translation>
    </message>
    <message>
        <source>Install firmware %1?</source>
        <translation>Firmware %1 installieren?</translation>
    </message>
    <message>
        <source>Go back to firmware %1?</source>
        <translation>Zurück zu Firmware %1?</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>Datei wird geprüft</translation>
    </message>
    <message>
        <source>Asking the amp</source>
        <translation>Verstärker wird gefragt</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Checking what arrived</source>
        <translation>Prüfen, was angekommen ist</translation>
    </message>
    <message>
        <source>Asking the amp to try the new firmware</source>
        <translation>Verstärker soll die neue Firmware ausprobieren</translation>
    </message>
    <message>
        <source>Restarting the amp</source>
        <translation>Verstärker startet neu</translation>
    </message>
    <message>
        <source>Waiting for the amp (leave it switched on)</source>
        <translation>Warten auf den Verstärker (eingeschaltet lassen)</translation>
    </message>
    <message>
        <source>Checking that the amp works</source>
        <translation>Prüfen, ob der Verstärker arbeitet</translation>
    </message>
    <message>
        <source>Keeping the firmware</source>
        <translation>Firmware wird behalten</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>The amp is already changing its firmware, which cannot be stopped any more; this goes on to its end. Ctrl-C again leaves it to the amp, and “gainstagectl firmware install” goes on later.</source>
        <translation>Der Verstärker wechselt seine Firmware bereits, das lässt sich nicht mehr aufhalten; es geht bis zum Ende weiter. Noch einmal Strg-C überlässt es dem Verstärker, und „gainstagectl firmware install“ macht später weiter.</translation>
    </message>
    <message numerus="yes">
        <source>Listening for %n second(s); nothing is sent to the amp. Turn its knob and press its buttons meanwhile.</source>
        <translation>
            <numerusform>Es wird %n Sekunde lang zugehört; dem Verstärker wird nichts gesendet. Drehen Sie inzwischen an seinem Knopf und drücken Sie seine Tasten.</numerusform>
            <numerusform>Es wird %n Sekunden lang zugehört; dem Verstärker wird nichts gesendet. Drehen Sie inzwischen an seinem Knopf und drücken Sie seine Tasten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 holds what the amp is and %n report(s) that it sent, without its serial number.</source>
        <translation>
            <numerusform>%1 enthält, was der Verstärker ist, und %n Meldung, die er gesendet hat, ohne seine Seriennummer.</numerusform>
            <numerusform>%1 enthält, was der Verstärker ist, und %n Meldungen, die er gesendet hat, ohne seine Seriennummer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Also settings that nobody has proven on this amp.</source>
        <translation>Auch Einstellungen, die an diesem Verstärker noch niemand nachgewiesen hat.</translation>
    </message>
    <message>
        <source>How long to listen (10).</source>
        <translation>Wie lange zugehört wird (10).</translation>
    </message>
    <message>
        <source>Print the udev rules that let whoever sits at the computer use amps.</source>
        <translation>Die udev-Regeln ausgeben, mit denen Verstärker benutzen kann, wer am Computer sitzt.</translation>
    </message>
    <message>
        <source>Note what an amp is and says by itself, to help support it</source>
        <translation>Aufzeichnen, was ein Verstärker ist und von selbst sagt, damit er unterstützt werden kann</translation>
    </message>
    <message>
        <source>Check an amp without changing anything</source>
        <translation>Einen Verstärker prüfen, ohne etwas zu ändern</translation>
    </message>
    <message>
        <source>Find out what keeps amps from being used, and what helps</source>
        <translation>Herausfinden, warum Verstärker nicht benutzt werden können und was hilft</translation>
    </message>
    <message>
        <source>It says who it is</source>
        <translation>Er sagt, wer er ist</translation>
    </message>
    <message>
        <source>Its settings are described</source>
        <translation>Seine Einstellungen sind beschrieben</translation>
    </message>
    <message>
        <source>Its outputs are described</source>
        <translation>Seine Ausgänge sind beschrieben</translation>
    </message>
    <message>
        <source>Its equalizer is described</source>
        <translation>Sein Equalizer ist beschrieben</translation>
    </message>
    <message>
        <source>It holds what it can hold</source>
        <translation>Er steht auf etwas, worauf er stehen kann</translation>
    </message>
    <message>
        <source>It says what every setting is at</source>
        <translation>Er sagt, worauf jede Einstellung steht</translation>
    </message>
    <message>
        <source>Two reads say the same</source>
        <translation>Zweimal gelesen ist es dasselbe</translation>
    </message>
    <message>
        <source>Its meters are as described</source>
        <translation>Seine Anzeigen sind wie beschrieben</translation>
    </message>
    <message>
        <source>What it cannot hold is refused</source>
        <translation>Was er nicht kann, wird abgelehnt</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>FAILED: %1</source>
        <translation>NICHT BESTANDEN: %1</translation>
    </message>
    <message>
        <source>experimental</source>
        <translation>experimentell</translation>
    </message>
    <message>
        <source>recognised, not supported yet</source>
        <translation>erkannt, noch nicht unterstützt</translation>
    </message>
    <message>
        <source>No amp is plugged in that this program can drive.</source>
        <translation>Es ist kein Verstärker angeschlossen, den dieses Programm steuern kann.</translation>
    </message>
    <message>
        <source>“gainstagectl --device SELECTOR capture FILE” makes a file that helps to support an amp.</source>
        <translation>„gainstagectl --device SELECTOR capture FILE“ erzeugt eine Datei, die hilft, einen Verstärker zu unterstützen.</translation>
    </message>
    <message>
        <source>Nothing stands between you and your amps.</source>
        <translation>Nichts steht zwischen Ihnen und Ihren Verstärkern.</translation>
    </message>
    <message>
        <source>The amp</source>
        <translation>Der Verstärker</translation>
    </message>
    <message>
        <source>The udev rules are not installed: amps stay closed to ordinary users.</source>
        <translation>Die udev-Regeln sind nicht installiert: Verstärker bleiben gewöhnlichen Benutzern verschlossen.</translation>
    </message>
    <message>
        <source>The udev rules in %1 are not those of this version.</source>
        <translation>Die udev-Regeln in %1 sind nicht die dieser Version.</translation>
    </message>
    <message>
        <source>udev does not run: amps that are plugged in are not noticed and stay closed to ordinary users.</source>
        <translation>udev läuft nicht: Angeschlossene Verstärker werden nicht bemerkt und bleiben gewöhnlichen Benutzern verschlossen.</translation>
    </message>
    <message>
        <source>This is a container without %1: amps that are plugged in are not noticed here.</source>
        <translation>Dies ist ein Container ohne %1: Angeschlossene Verstärker werden hier nicht bemerkt.</translation>
    </message>
    <message>
        <source>%1 may not be opened: no permission for %2.</source>
        <translation>%1 darf nicht geöffnet werden: keine Berechtigung für %2.</translation>
    </message>
    <message>
        <source>%1 is in use: %2 is held by %3.</source>
        <translation>%1 ist in Benutzung: %2 wird von %3 gehalten.</translation>
    </message>
    <message>
        <source>ModemManager looks for a modem in %1: %2 is held by %3.</source>
        <translation>ModemManager sucht ein Modem in %1: %2 wird von %3 gehalten.</translation>
    </message>
    <message>
        <source>%1 is plugged in (USB %2), but the system has no driver for it: it has no device file.</source>
        <translation>%1 ist angeschlossen (USB %2), aber das System hat keinen Treiber dafür: Es gibt keine Gerätedatei.</translation>
    </message>
    <message>
        <source>%1 is plugged in, but its device file %2 is not there.</source>
        <translation>%1 ist angeschlossen, aber die Gerätedatei %2 ist nicht da.</translation>
    </message>
    <message>
        <source>Install them:</source>
        <translation>Installieren Sie sie:</translation>
    </message>
    <message>
        <source>Start it:</source>
        <translation>Starten Sie es:</translation>
    </message>
    <message>
        <source>Start the container so that it sees the devices, for instance:</source>
        <translation>Starten Sie den Container so, dass er die Geräte sieht, zum Beispiel:</translation>
    </message>
    <message>
        <source>The rules open it to who is logged in at the computer itself. The first command applies them again; the second opens it until it is unplugged, also to a login over the network:</source>
        <translation>Die Regeln öffnen ihn für den, der am Computer selbst angemeldet ist. Der erste Befehl wendet sie erneut an, der zweite öffnet ihn bis zum Abziehen, auch für eine Anmeldung über das Netz:</translation>
    </message>
    <message>
        <source>Install the udev rules:</source>
        <translation>Installieren Sie die udev-Regeln:</translation>
    </message>
    <message>
        <source>Close that program, or end it:</source>
        <translation>Schließen Sie dieses Programm, oder beenden Sie es:</translation>
    </message>
    <message>
        <source>The udev rules keep it away:</source>
        <translation>Die udev-Regeln halten ihn fern:</translation>
    </message>
    <message>
        <source>Load the driver, or plug the amp in again:</source>
        <translation>Laden Sie den Treiber, oder stecken Sie den Verstärker neu an:</translation>
    </message>
    <message>
        <source>Plug the amp in again.</source>
        <translation>Stecken Sie den Verstärker neu an.</translation>
    </message>
</context>
<context>
    <name>error</name>
    <message>
        <source>“%1” is not a number for --%2.</source>
        <translation>„%1“ ist keine Zahl für --%2.</translation>
    </message>
    <message>
        <source>“gainstagectl --help” says how it is used.</source>
        <translation>„gainstagectl --help“ sagt, wie es benutzt wird.</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>A command is missing.</source>
        <translation>Ein Befehl fehlt.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Es gibt keinen Befehl „%1“.</translation>
    </message>
    <message>
        <source>Used like this: gainstagectl %1 %2</source>
        <translation>So wird es benutzt: gainstagectl %1 %2</translation>
    </message>
    <message>
        <source>It was not done within %1 ms.</source>
        <translation>Es war nach %1 ms nicht erledigt.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>The history %1 cannot be used: %2.</source>
        <translation>Der Verlauf %1 ist nicht benutzbar: %2.</translation>
    </message>
    <message>
        <source>it is larger than 64 MiB</source>
        <translation>sie ist größer als 64 MiB</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>der Ordner lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>another program holds it</source>
        <translation>ein anderes Programm hält sie</translation>
    </message>
    <message>
        <source>it was written by a newer version</source>
        <translation>sie stammt von einer neueren Version</translation>
    </message>
    <message>
        <source>The equalizer in the file cannot be read: %1.</source>
        <translation>Der Equalizer in der Datei ist nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>The amp is not connected.</source>
        <translation>Der Verstärker ist nicht verbunden.</translation>
    </message>
    <message>
        <source>Check the cable and that the amp is switched on.</source>
        <translation>Prüfen Sie das Kabel und ob der Verstärker eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The preset cannot be read: “%1” %2.</source>
        <translation>Das Preset ist nicht lesbar: „%1“ %2.</translation>
    </message>
    <message>
        <source>is not a text</source>
        <translation>ist kein Text</translation>
    </message>
    <message>
        <source>does not say gainstage-preset</source>
        <translation>sagt nicht gainstage-preset</translation>
    </message>
    <message>
        <source>The preset was written by a newer version (%1).</source>
        <translation>Das Preset stammt von einer neueren Version (%1).</translation>
    </message>
    <message>
        <source>Update Gainstage to use it.</source>
        <translation>Aktualisieren Sie Gainstage, um es zu benutzen.</translation>
    </message>
    <message>
        <source>is not an object</source>
        <translation>ist kein Objekt</translation>
    </message>
    <message>
        <source>has no role or no value</source>
        <translation>hat keine Rolle oder keinen Wert</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>The preset is larger than 1 MiB.</source>
        <translation>Das Preset ist größer als 1 MiB.</translation>
    </message>
    <message>
        <source>The preset is not JSON (byte %1: %2).</source>
        <translation>Das Preset ist kein JSON (Byte %1: %2).</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The file %1 cannot be used: %2.</source>
        <translation>Die Datei %1 ist nicht benutzbar: %2.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>es ist keine Datei</translation>
    </message>
    <message>
        <source>“%1” cannot be a preset&apos;s name.</source>
        <translation>„%1“ geht nicht als Name eines Presets.</translation>
    </message>
    <message>
        <source>A name has 1 to 100 characters.</source>
        <translation>Ein Name hat 1 bis 100 Zeichen.</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>der Ordner lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>it cannot be moved to the trash</source>
        <translation>sie lässt sich nicht in den Papierkorb legen</translation>
    </message>
    <message>
        <source>There is no preset “%1”.</source>
        <translation>Es gibt kein Preset „%1“.</translation>
    </message>
    <message>
        <source>There is a preset “%1” already.</source>
        <translation>Ein Preset „%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>%1 holds a preset “%2”, but another file does so too.</source>
        <translation>%1 enthält ein Preset „%2“, aber eine andere Datei auch.</translation>
    </message>
    <message>
        <source>it cannot be removed</source>
        <translation>sie lässt sich nicht löschen</translation>
    </message>
    <message>
        <source>No preset was deleted.</source>
        <translation>Es wurde kein Preset gelöscht.</translation>
    </message>
    <message>
        <source>the preset cannot be brought back</source>
        <translation>das Preset lässt sich nicht zurückholen</translation>
    </message>
    <message>
        <source>“%1” is not a value of %2 (%3).</source>
        <translation>„%1“ ist kein Wert von %2 (%3).</translation>
    </message>
    <message>
        <source>%1 is outside what the amp takes for %2 (%3).</source>
        <translation>%1 liegt außerhalb dessen, was der Verstärker für %2 annimmt (%3).</translation>
    </message>
    <message>
        <source>“%1” is not of the form SETTING=VALUE.</source>
        <translation>„%1“ hat nicht die Form EINSTELLUNG=WERT.</translation>
    </message>
    <message>
        <source>The amp has no setting “%1”. It has: %2.</source>
        <translation>Der Verstärker hat keine Einstellung „%1“. Er hat: %2.</translation>
    </message>
    <message>
        <source>%1 can only be read.</source>
        <translation>%1 lässt sich nur lesen.</translation>
    </message>
    <message>
        <source>No amp was found.</source>
        <translation>Kein Verstärker gefunden.</translation>
    </message>
    <message>
        <source>Connect one and switch it on, or start a simulated one with gainstage-sim.</source>
        <translation>Schließen Sie einen an und schalten Sie ihn ein, oder starten Sie mit gainstage-sim einen simulierten.</translation>
    </message>
    <message>
        <source>The amp is not ready: %1. %2</source>
        <translation>Der Verstärker ist nicht bereit: %1. %2</translation>
    </message>
    <message>
        <source>The picture %1 cannot be written: %2.</source>
        <translation>Das Bild %1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>There is no theme “%1”: system, light, dark, high-contrast.</source>
        <translation>Es gibt keine Farben „%1“: system, light, dark, high-contrast.</translation>
    </message>
    <message>
        <source>There is no language “%1”: %2.</source>
        <translation>Es gibt keine Sprache „%1“: %2.</translation>
    </message>
    <message>
        <source>Try --help.</source>
        <translation>Versuchen Sie --help.</translation>
    </message>
    <message>
        <source>“%1” is not an option.</source>
        <translation>„%1“ ist keine Option.</translation>
    </message>
    <message>
        <source>The system does not let you use %1.</source>
        <translation>Das System lässt Sie %1 nicht benutzen.</translation>
    </message>
    <message>
        <source>Nothing came of this step: %1.</source>
        <translation>Aus diesem Schritt wurde nichts: %1.</translation>
    </message>
    <message>
        <source>The simulated amp failed: %1.</source>
        <translation>Der simulierte Verstärker ist ausgefallen: %1.</translation>
    </message>
    <message>
        <source>%1 takes values from %2 to %3 in steps of %4.</source>
        <translation>%1 geht von %2 bis %3 in Schritten von %4.</translation>
    </message>
    <message>
        <source>%1 takes one of these: %2.</source>
        <translation>Für %1 gibt es: %2.</translation>
    </message>
    <message>
        <source>%1 is either on or off.</source>
        <translation>%1 ist entweder an oder aus.</translation>
    </message>
    <message>
        <source>The amp has no setting with number %1.</source>
        <translation>Der Verstärker hat keine Einstellung mit der Nummer %1.</translation>
    </message>
    <message>
        <source>Setting %1 of the amp can only be read.</source>
        <translation>Die Einstellung %1 des Verstärkers lässt sich nur lesen.</translation>
    </message>
    <message>
        <source>The equalizer&apos;s preamplification goes from %1 to %2 in steps of %3.</source>
        <translation>Die Vorverstärkung des Equalizers geht von %1 bis %2 in Schritten von %3.</translation>
    </message>
    <message>
        <source>The amp has no equalizer.</source>
        <translation>Der Verstärker hat keinen Equalizer.</translation>
    </message>
    <message>
        <source>The amp&apos;s equalizer has %1 bands, not %2.</source>
        <translation>Der Equalizer des Verstärkers hat %1 Bänder, nicht %2.</translation>
    </message>
    <message>
        <source>Band %1 of the equalizer is outside what the amp can do.</source>
        <translation>Band %1 des Equalizers liegt außerhalb dessen, was der Verstärker kann.</translation>
    </message>
    <message>
        <source>The amp was left muted or quieter than before, so that nothing becomes loud. Look at its values and set its volume again.</source>
        <translation>Der Verstärker ist stumm oder leiser als vorher geblieben, damit nichts laut wird. Sehen Sie sich die Werte an und stellen Sie die Lautstärke neu ein.</translation>
    </message>
    <message>
        <source>Somebody else changed the amp (its knob, or another program). What would have made it louder was not carried out.</source>
        <translation>Jemand anders hat den Verstärker verstellt (sein Drehknopf oder ein anderes Programm). Was ihn lauter gemacht hätte, wurde nicht ausgeführt.</translation>
    </message>
    <message>
        <source>Look at the amp&apos;s values and set it again.</source>
        <translation>Sehen Sie sich die Werte des Verstärkers an und stellen Sie ihn neu ein.</translation>
    </message>
    <message>
        <source>%1 was set to %2, but the amp says that it is %3.</source>
        <translation>%1 wurde auf %2 gestellt, aber der Verstärker meldet %3.</translation>
    </message>
    <message>
        <source>The amp may be limiting it. Look at its values.</source>
        <translation>Vielleicht begrenzt ihn der Verstärker. Sehen Sie sich die Werte an.</translation>
    </message>
    <message>
        <source>The amp&apos;s equalizer does not hold what it was set to.</source>
        <translation>Der Equalizer des Verstärkers hält nicht, worauf er gestellt wurde.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, the amp&apos;s firmware is faulty.</source>
        <translation>Versuchen Sie es noch einmal; bleibt es so, ist die Firmware des Verstärkers fehlerhaft.</translation>
    </message>
    <message>
        <source>A piece of the amp&apos;s description does not fit to the others (at byte %1).</source>
        <translation>Ein Stück der Selbstbeschreibung des Verstärkers passt nicht zu den anderen (bei Byte %1).</translation>
    </message>
    <message>
        <source>The amp&apos;s description does not have the digest that the amp announced.</source>
        <translation>Die Selbstbeschreibung des Verstärkers hat nicht die Prüfsumme, die er angekündigt hat.</translation>
    </message>
    <message>
        <source>The amp&apos;s message lacks &quot;%1&quot;.</source>
        <translation>In der Nachricht des Verstärkers fehlt „%1“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the amp&apos;s message has the wrong type.</source>
        <translation>„%1“ in der Nachricht des Verstärkers hat den falschen Typ.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the amp&apos;s message is out of bounds.</source>
        <translation>„%1“ in der Nachricht des Verstärkers liegt außerhalb der Grenzen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the amp&apos;s message is too long.</source>
        <translation>„%1“ in der Nachricht des Verstärkers ist zu lang.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the amp&apos;s message contradicts the rest of it.</source>
        <translation>„%1“ in der Nachricht des Verstärkers widerspricht dem Rest.</translation>
    </message>
    <message>
        <source>The amp&apos;s firmware may be faulty, or the line disturbed. Try again, or look for newer firmware.</source>
        <translation>Die Firmware des Verstärkers ist vielleicht fehlerhaft oder die Leitung gestört. Versuchen Sie es noch einmal oder suchen Sie neuere Firmware.</translation>
    </message>
    <message>
        <source>The amp sent data that is not well formed (%1, at byte %2).</source>
        <translation>Der Verstärker hat fehlerhafte Daten gesendet (%1, bei Byte %2).</translation>
    </message>
    <message>
        <source>Read the amp&apos;s state before trying again.</source>
        <translation>Lesen Sie den Zustand des Verstärkers, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The amp did not confirm the change within %1 ms; whether it was carried out is not known.</source>
        <translation>Der Verstärker hat die Änderung nicht innerhalb von %1 ms bestätigt; ob sie ausgeführt wurde, ist unbekannt.</translation>
    </message>
    <message>
        <source>The amp&apos;s answer to the change is unreadable; whether it was carried out is not known.</source>
        <translation>Die Antwort des Verstärkers auf die Änderung ist unlesbar; ob sie ausgeführt wurde, ist unbekannt.</translation>
    </message>
    <message>
        <source>The amp did not answer (attempts: %1, %2 ms each).</source>
        <translation>Der Verstärker hat nicht geantwortet (Versuche: %1, je %2 ms).</translation>
    </message>
    <message>
        <source>The request is too large for the amp (%1 bytes, at most %2).</source>
        <translation>Die Anfrage ist zu groß für den Verstärker (%1 Byte, höchstens %2).</translation>
    </message>
    <message>
        <source>The amp did not answer in time.</source>
        <translation>Der Verstärker hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>A packet of %1 bytes is too short.</source>
        <translation>Ein Paket von %1 Byte ist zu kurz.</translation>
    </message>
    <message>
        <source>A packet begins with the unknown operation or version %1.</source>
        <translation>Ein Paket beginnt mit der unbekannten Operation oder Version %1.</translation>
    </message>
    <message>
        <source>A packet announces %1 bytes of content and has %2.</source>
        <translation>Ein Paket kündigt %1 Byte Inhalt an und hat %2.</translation>
    </message>
    <message>
        <source>Read the amp&apos;s state again and decide anew.</source>
        <translation>Lesen Sie den Zustand des Verstärkers noch einmal und entscheiden Sie neu.</translation>
    </message>
    <message>
        <source>The amp does not support this.</source>
        <translation>Das unterstützt der Verstärker nicht.</translation>
    </message>
    <message>
        <source>The amp has no memory left for this request.</source>
        <translation>Der Verstärker hat für diese Anfrage keinen Speicher mehr frei.</translation>
    </message>
    <message>
        <source>The amp does not understand the request.</source>
        <translation>Der Verstärker versteht die Anfrage nicht.</translation>
    </message>
    <message>
        <source>The amp could not finish in time.</source>
        <translation>Der Verstärker ist nicht rechtzeitig fertig geworden.</translation>
    </message>
    <message>
        <source>The amp does not have what was asked for.</source>
        <translation>Der Verstärker hat das Gewünschte nicht.</translation>
    </message>
    <message>
        <source>The amp cannot do this in its present state.</source>
        <translation>Das kann der Verstärker in seinem jetzigen Zustand nicht.</translation>
    </message>
    <message>
        <source>The request is too large for the amp.</source>
        <translation>Die Anfrage ist zu groß für den Verstärker.</translation>
    </message>
    <message>
        <source>The amp found the data corrupt.</source>
        <translation>Der Verstärker hat beschädigte Daten erhalten.</translation>
    </message>
    <message>
        <source>The amp is busy.</source>
        <translation>Der Verstärker ist beschäftigt.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The amp denies access.</source>
        <translation>Der Verstärker verweigert den Zugriff.</translation>
    </message>
    <message>
        <source>The amp needs a newer version of the protocol.</source>
        <translation>Der Verstärker braucht eine neuere Version des Protokolls.</translation>
    </message>
    <message>
        <source>The amp only knows an older version of the protocol.</source>
        <translation>Der Verstärker kennt nur eine ältere Version des Protokolls.</translation>
    </message>
    <message>
        <source>The amp does not have this setting.</source>
        <translation>Der Verstärker hat diese Einstellung nicht.</translation>
    </message>
    <message>
        <source>The amp does not take this value for setting %1.</source>
        <translation>Der Verstärker nimmt diesen Wert für die Einstellung %1 nicht an.</translation>
    </message>
    <message>
        <source>The amp does not take this value.</source>
        <translation>Der Verstärker nimmt diesen Wert nicht an.</translation>
    </message>
    <message>
        <source>This setting of the amp can only be read.</source>
        <translation>Diese Einstellung des Verstärkers lässt sich nur lesen.</translation>
    </message>
    <message>
        <source>The amp does not change setting %1 at the moment.</source>
        <translation>Der Verstärker ändert die Einstellung %1 im Augenblick nicht.</translation>
    </message>
    <message>
        <source>The amp does not allow this at the moment.</source>
        <translation>Der Verstärker lässt das im Augenblick nicht zu.</translation>
    </message>
    <message>
        <source>A protection may be holding it. Look at the amp and try again.</source>
        <translation>Vielleicht hält ihn eine Schutzschaltung. Sehen Sie nach dem Verstärker und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The amp&apos;s state has changed in the meantime.</source>
        <translation>Der Zustand des Verstärkers hat sich inzwischen geändert.</translation>
    </message>
    <message>
        <source>Another program holds the lock on the amp.</source>
        <translation>Ein anderes Programm hat den Verstärker gesperrt.</translation>
    </message>
    <message>
        <source>Wait until it is done, or end it.</source>
        <translation>Warten Sie, bis es fertig ist, oder beenden Sie es.</translation>
    </message>
    <message>
        <source>The lock on the amp is not ours.</source>
        <translation>Die Sperre des Verstärkers gehört nicht uns.</translation>
    </message>
    <message>
        <source>The amp has no preset slot %1.</source>
        <translation>Der Verstärker hat keinen Preset-Platz %1.</translation>
    </message>
    <message>
        <source>The amp has no such preset slot.</source>
        <translation>Der Verstärker hat keinen solchen Preset-Platz.</translation>
    </message>
    <message>
        <source>Preset slot %1 of the amp is empty.</source>
        <translation>Der Preset-Platz %1 des Verstärkers ist leer.</translation>
    </message>
    <message>
        <source>This preset slot of the amp is empty.</source>
        <translation>Dieser Preset-Platz des Verstärkers ist leer.</translation>
    </message>
    <message>
        <source>The amp does not take this name for preset slot %1.</source>
        <translation>Der Verstärker nimmt diesen Namen für den Preset-Platz %1 nicht an.</translation>
    </message>
    <message>
        <source>The amp does not take this name.</source>
        <translation>Der Verstärker nimmt diesen Namen nicht an.</translation>
    </message>
    <message>
        <source>It may be too long.</source>
        <translation>Vielleicht ist er zu lang.</translation>
    </message>
    <message>
        <source>The amp does not take the values of equalizer band %1.</source>
        <translation>Der Verstärker nimmt die Werte von Equalizer-Band %1 nicht an.</translation>
    </message>
    <message>
        <source>The amp does not take this preamplification.</source>
        <translation>Der Verstärker nimmt diese Vorverstärkung nicht an.</translation>
    </message>
    <message>
        <source>The amp does not take this token for the factory reset.</source>
        <translation>Der Verstärker nimmt dieses Kennwort für das Zurücksetzen nicht an.</translation>
    </message>
    <message>
        <source>It is valid once and for 30 seconds. Begin again.</source>
        <translation>Er gilt einmal und 30 Sekunden lang. Beginnen Sie noch einmal.</translation>
    </message>
    <message>
        <source>The amp could not write its memory; nothing was stored.</source>
        <translation>Der Verstärker konnte seinen Speicher nicht beschreiben; nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>The amp refused the request (error %1).</source>
        <translation>Der Verstärker hat die Anfrage abgelehnt (Fehler %1).</translation>
    </message>
    <message>
        <source>The amp refused the request (error %1 of group %2).</source>
        <translation>Der Verstärker hat die Anfrage abgelehnt (Fehler %1 der Gruppe %2).</translation>
    </message>
    <message>
        <source>The connection to the amp is gone.</source>
        <translation>Die Verbindung zum Verstärker ist weg.</translation>
    </message>
    <message>
        <source>There is no HID device %1.</source>
        <translation>Es gibt kein HID-Gerät %1.</translation>
    </message>
    <message>
        <source>No permission to use the HID device %1.</source>
        <translation>Keine Berechtigung für das HID-Gerät %1.</translation>
    </message>
    <message>
        <source>Install the udev rule that comes with the program and plug the amp in again.</source>
        <translation>Installieren Sie die mitgelieferte udev-Regel und stecken Sie den Verstärker neu ein.</translation>
    </message>
    <message>
        <source>Another program holds the HID device %1.</source>
        <translation>Ein anderes Programm hält das HID-Gerät %1.</translation>
    </message>
    <message>
        <source>Close the other program and try again.</source>
        <translation>Schließen Sie das andere Programm und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 cannot be used as a HID device.</source>
        <translation>%1 lässt sich nicht als HID-Gerät benutzen.</translation>
    </message>
    <message>
        <source>The amp does not take what is sent to it.</source>
        <translation>Der Verstärker nimmt nicht an, was ihm gesendet wird.</translation>
    </message>
    <message>
        <source>Nothing came from the amp in time.</source>
        <translation>Vom Verstärker kam rechtzeitig nichts.</translation>
    </message>
    <message>
        <source>Add yourself to the group “dialout” and log in again, or install the udev rule that comes with the program.</source>
        <translation>Nehmen Sie sich in die Gruppe „dialout“ auf und melden Sie sich neu an, oder installieren Sie die mitgelieferte udev-Regel.</translation>
    </message>
    <message>
        <source>Another program holds the serial line %1.</source>
        <translation>Ein anderes Programm hält die serielle Leitung %1.</translation>
    </message>
    <message>
        <source>%1 cannot be used as a serial line (%2).</source>
        <translation>%1 lässt sich nicht als serielle Leitung benutzen (%2).</translation>
    </message>
    <message>
        <source>The serial line %1 cannot do %2 bits per second.</source>
        <translation>Die serielle Leitung %1 kann keine %2 Bit pro Sekunde.</translation>
    </message>
    <message>
        <source>No permission to look into the folder of %1.</source>
        <translation>Keine Berechtigung, in den Ordner von %1 zu sehen.</translation>
    </message>
    <message>
        <source>There is no serial line %1.</source>
        <translation>Es gibt keine serielle Leitung %1.</translation>
    </message>
    <message>
        <source>%1 is not a serial line.</source>
        <translation>%1 ist keine serielle Leitung.</translation>
    </message>
    <message>
        <source>No permission to use the serial line %1.</source>
        <translation>Keine Berechtigung für die serielle Leitung %1.</translation>
    </message>
    <message>
        <source>--undo takes no name: it brings the last one back.</source>
        <translation>--undo nimmt keinen Namen: Es holt das letzte zurück.</translation>
    </message>
    <message>
        <source>The preset&apos;s name is missing.</source>
        <translation>Der Name des Presets fehlt.</translation>
    </message>
    <message>
        <source>There is a file %1 already.</source>
        <translation>Eine Datei %1 gibt es schon.</translation>
    </message>
    <message>
        <source>--replace replaces it.</source>
        <translation>--replace ersetzt sie.</translation>
    </message>
    <message>
        <source>%1 is given twice.</source>
        <translation>%1 ist zweimal angegeben.</translation>
    </message>
    <message>
        <source>Connect an amp and switch it on, name its port (serial:/dev/ttyACM0), or start gainstage-sim.</source>
        <translation>Schließen Sie einen Verstärker an und schalten Sie ihn ein, nennen Sie seinen Anschluss (serial:/dev/ttyACM0) oder starten Sie gainstage-sim.</translation>
    </message>
    <message>
        <source>Say which one is meant.</source>
        <translation>Sagen Sie, welcher gemeint ist.</translation>
    </message>
    <message>
        <source>More than one amp is meant: %1, %2.</source>
        <translation>Mehr als ein Verstärker ist gemeint: %1, %2.</translation>
    </message>
    <message>
        <source>More than one amp is meant: %1, %2, %3.</source>
        <translation>Mehr als ein Verstärker ist gemeint: %1, %2, %3.</translation>
    </message>
    <message>
        <source>More than one amp is meant: %1, %2, %3 and others.</source>
        <translation>Mehr als ein Verstärker ist gemeint: %1, %2, %3 und andere.</translation>
    </message>
    <message>
        <source>No amp is connected.</source>
        <translation>Kein Verstärker ist verbunden.</translation>
    </message>
    <message>
        <source>No amp with the serial number or model name “%1” is connected.</source>
        <translation>Kein Verstärker mit der Seriennummer oder dem Modellnamen „%1“ ist verbunden.</translation>
    </message>
    <message>
        <source>“gainstagectl device list” shows what is connected.</source>
        <translation>„gainstagectl device list“ zeigt, was verbunden ist.</translation>
    </message>
    <message>
        <source>The path of the port is missing.</source>
        <translation>Der Pfad des Anschlusses fehlt.</translation>
    </message>
    <message>
        <source>For instance serial:/dev/ttyACM0.</source>
        <translation>Zum Beispiel serial:/dev/ttyACM0.</translation>
    </message>
    <message>
        <source>It is not said whether %1 is a serial line or a HID device.</source>
        <translation>Es ist nicht gesagt, ob %1 eine serielle Leitung oder ein HID-Gerät ist.</translation>
    </message>
    <message>
        <source>Put serial: or hid: before the path.</source>
        <translation>Setzen Sie serial: oder hid: vor den Pfad.</translation>
    </message>
    <message>
        <source>No kind of amp that this program knows is reached at %1.</source>
        <translation>Keine Art Verstärker, die dieses Programm kennt, ist über %1 erreichbar.</translation>
    </message>
    <message>
        <source>The amp said that something changed, but not what; what it holds is not known.</source>
        <translation>Der Verstärker hat gemeldet, dass sich etwas geändert hat, aber nicht was; sein Zustand ist unbekannt.</translation>
    </message>
    <message>
        <source>Read the amp&apos;s state again.</source>
        <translation>Lesen Sie den Zustand des Verstärkers noch einmal.</translation>
    </message>
    <message>
        <source>The amp&apos;s answer to the change makes no sense; whether it was carried out is not known.</source>
        <translation>Die Antwort des Verstärkers auf die Änderung ergibt keinen Sinn; ob sie ausgeführt wurde, ist unbekannt.</translation>
    </message>
    <message>
        <source>Check that the amp is switched on and that this is its port.</source>
        <translation>Prüfen Sie, ob der Verstärker eingeschaltet ist und ob das sein Anschluss ist.</translation>
    </message>
    <message>
        <source>Nothing answers at %1 in the Gainstage Amp Protocol.</source>
        <translation>An %1 antwortet nichts im Gainstage Amp Protocol.</translation>
    </message>
    <message>
        <source>What is at %1 does not answer as an amp of the Gainstage Amp Protocol does.</source>
        <translation>Was an %1 hängt, antwortet nicht wie ein Verstärker des Gainstage Amp Protocol.</translation>
    </message>
    <message>
        <source>The amp speaks version %1 of the Gainstage Amp Protocol, this program version %2.</source>
        <translation>Der Verstärker spricht Version %1 des Gainstage Amp Protocol, dieses Programm Version %2.</translation>
    </message>
    <message>
        <source>Look for a newer version of this program, or of the amp&apos;s firmware.</source>
        <translation>Suchen Sie eine neuere Version dieses Programms oder der Firmware des Verstärkers.</translation>
    </message>
    <message>
        <source>The amp took the settings; whether it took the equalizer is not known.</source>
        <translation>Der Verstärker hat die Einstellungen übernommen; ob er den Equalizer übernommen hat, ist unbekannt.</translation>
    </message>
    <message>
        <source>The amp took the settings, but not the equalizer.</source>
        <translation>Der Verstärker hat die Einstellungen übernommen, aber nicht den Equalizer.</translation>
    </message>
    <message>
        <source>The amp&apos;s state changes faster than it can be read.</source>
        <translation>Der Zustand des Verstärkers ändert sich schneller, als er sich lesen lässt.</translation>
    </message>
    <message>
        <source>The amp&apos;s answer to the change was lost, and it has changed since; whether it was carried out is not known.</source>
        <translation>Die Antwort des Verstärkers auf die Änderung ging verloren, und er hat sich seither geändert; ob sie ausgeführt wurde, ist unbekannt.</translation>
    </message>
    <message>
        <source>--%1 is missing.</source>
        <translation>--%1 fehlt.</translation>
    </message>
    <message>
        <source>--class by name needs --vendor.</source>
        <translation>--class mit einem Namen braucht --vendor.</translation>
    </message>
    <message>
        <source>A header of %1 bytes is not possible: 32 to 4096, in steps of %2.</source>
        <translation>Ein Kopf von %1 Byte ist nicht möglich: 32 bis 4096, in Schritten von %2.</translation>
    </message>
    <message>
        <source>A payload of %1 bytes makes no image: it must have 1 byte to 16 MiB.</source>
        <translation>Aus %1 Byte Inhalt wird kein Abbild: Es müssen 1 Byte bis 16 MiB sein.</translation>
    </message>
    <message>
        <source>How large an image the amp takes is not known.</source>
        <translation>Wie groß ein Abbild für den Verstärker sein darf, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>None of the devices that the metainfo names (“%1”: %2 …) is this amp.</source>
        <translation>Keines der Geräte, die die Metainfo nennt („%1“: %2 …), ist dieser Verstärker.</translation>
    </message>
    <message>
        <source>The amp&apos;s security level is not known.</source>
        <translation>Die Sicherheitsstufe des Verstärkers ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The cabinet cannot be unpacked (%1, entry %2): %3.</source>
        <translation>Das Paket lässt sich nicht entpacken (%1, Eintrag %2): %3.</translation>
    </message>
    <message>
        <source>The cabinet has more than one “%1”: entry %2, “%3”, is another.</source>
        <translation>Das Paket hat mehr als einmal „%1“: Eintrag %2, „%3“, ist ein weiterer.</translation>
    </message>
    <message>
        <source>The cabinet is cut off in “%1” at byte %2.</source>
        <translation>Das Paket ist in „%1“ bei Byte %2 abgeschnitten.</translation>
    </message>
    <message>
        <source>The image is cut off: “%1” at byte %2 has %3 bytes, but only %4 are left.</source>
        <translation>Das Abbild ist abgeschnitten: „%1“ bei Byte %2 hat %3 Byte, aber nur %4 sind noch da.</translation>
    </message>
    <message>
        <source>The image is for amps of another maker (“%1” is %2, the amp&apos;s is %3).</source>
        <translation>Das Abbild ist für Verstärker eines anderen Herstellers („%1“ ist %2, beim Verstärker %3).</translation>
    </message>
    <message>
        <source>The image is for another kind of amp (“%1” is %2, the amp&apos;s is %3).</source>
        <translation>Das Abbild ist für eine andere Art von Verstärker („%1“ ist %2, beim Verstärker %3).</translation>
    </message>
    <message>
        <source>The metainfo has a “%1” for “%2” in more than one release.</source>
        <translation>Die Metainfo hat „%1“ für „%2“ in mehr als einer Ausgabe.</translation>
    </message>
    <message>
        <source>The metainfo has no “%1” (SHA-256, of the content) for “%2”.</source>
        <translation>Die Metainfo hat kein „%1“ (SHA-256, des Inhalts) für „%2“.</translation>
    </message>
    <message>
        <source>The package carries a distributor&apos;s signatures, which are not verified here.</source>
        <translation>Das Paket trägt Signaturen eines Verteilers; sie werden hier nicht geprüft.</translation>
    </message>
    <message>
        <source>The version that the amp runs is not known.</source>
        <translation>Die Version, die im Verstärker läuft, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The “%1” in the metainfo is not that of “%2”: the file was changed or damaged.</source>
        <translation>„%1“ in der Metainfo ist nicht die von „%2“: Die Datei wurde verändert oder beschädigt.</translation>
    </message>
    <message>
        <source>There is no “%1” among the cabinet&apos;s %2 entries.</source>
        <translation>Unter den %2 Einträgen des Pakets fehlt „%1“.</translation>
    </message>
    <message>
        <source>There is not enough memory to read the cabinet.</source>
        <translation>Der Speicher reicht nicht, um das Paket zu lesen.</translation>
    </message>
    <message>
        <source>This is no firmware image: “%1” at byte %2 is %3 instead of %4.</source>
        <translation>Das ist kein Firmware-Abbild: „%1“ bei Byte %2 ist %3 statt %4.</translation>
    </message>
    <message>
        <source>This is not an Ed25519 public key in PEM form.</source>
        <translation>Das ist kein öffentlicher Ed25519-Schlüssel in PEM-Form.</translation>
    </message>
    <message>
        <source>This is not an unencrypted Ed25519 private key in PEM form.</source>
        <translation>Das ist kein unverschlüsselter privater Ed25519-Schlüssel in PEM-Form.</translation>
    </message>
    <message>
        <source>Used like this: %1</source>
        <translation>Aufruf: %1</translation>
    </message>
    <message>
        <source>Which kind of amp it is for is not known.</source>
        <translation>Für welche Art von Verstärker es sein muss, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>there is one already</source>
        <translation>es gibt sie schon</translation>
    </message>
    <message>
        <source>“%1” %2 is already installed.</source>
        <translation>„%1“ %2 ist schon installiert.</translation>
    </message>
    <message>
        <source>“%1” %2 is older than the amp&apos;s %3.</source>
        <translation>„%1“ %2 ist älter als die %3 des Verstärkers.</translation>
    </message>
    <message>
        <source>“%1” %2 is what the amp runs, but this is another image with the same number.</source>
        <translation>„%1“ %2 läuft im Verstärker, aber dies ist ein anderes Abbild mit derselben Nummer.</translation>
    </message>
    <message>
        <source>“%1” at byte %2 of the cabinet is %3, which is not allowed.</source>
        <translation>„%1“ bei Byte %2 des Pakets ist %3; das ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>“%1” at byte %2 of the cabinet says %3 bytes, but the file has %4.</source>
        <translation>„%1“ bei Byte %2 des Pakets nennt %3 Byte, aber die Datei hat %4.</translation>
    </message>
    <message>
        <source>“%1” at byte %2 of the image is %3, which is not allowed.</source>
        <translation>„%1“ bei Byte %2 des Abbilds ist %3; das ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>“%1” at byte %2 of the image is not allowed there.</source>
        <translation>„%1“ ist bei Byte %2 des Abbilds nicht erlaubt.</translation>
    </message>
    <message>
        <source>“%1” at byte %2 of the image says %3 bytes; it must be %4.</source>
        <translation>„%1“ bei Byte %2 des Abbilds nennt %3 Byte; es müssen %4 sein.</translation>
    </message>
    <message>
        <source>“%1” does not fit what the image holds: it was changed or damaged.</source>
        <translation>„%1“ passt nicht zum Inhalt des Abbilds: Es wurde verändert oder beschädigt.</translation>
    </message>
    <message>
        <source>“%1” in line %2 of the metainfo has no version.</source>
        <translation>„%1“ in Zeile %2 der Metainfo hat keine Version.</translation>
    </message>
    <message>
        <source>“%1” in line %2 of the metainfo is not a GUID: “%3”.</source>
        <translation>„%1“ in Zeile %2 der Metainfo ist keine GUID: „%3“.</translation>
    </message>
    <message>
        <source>“%1” in line %2 of the metainfo is not a SHA-256: “%3”.</source>
        <translation>„%1“ in Zeile %2 der Metainfo ist keine SHA-256: „%3“.</translation>
    </message>
    <message>
        <source>“%1” in line %2 of the metainfo is not allowed.</source>
        <translation>„%1“ in Zeile %2 der Metainfo ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>“%1” in line %2 of the metainfo is too deep.</source>
        <translation>„%1“ in Zeile %2 der Metainfo ist zu tief.</translation>
    </message>
    <message>
        <source>“%1” in line %2: the metainfo is not about firmware.</source>
        <translation>„%1“ in Zeile %2: Die Metainfo handelt nicht von Firmware.</translation>
    </message>
    <message>
        <source>“%1” in the metainfo is about version %2, but the image is version %3.</source>
        <translation>„%1“ in der Metainfo handelt von Version %2, aber das Abbild ist Version %3.</translation>
    </message>
    <message>
        <source>“%1” in the metainfo is “%2”; the amp is updated by “%3”.</source>
        <translation>„%1“ in der Metainfo ist „%2“; der Verstärker wird mit „%3“ aktualisiert.</translation>
    </message>
    <message>
        <source>“%1” is %2 bytes; more than %3 are not read.</source>
        <translation>„%1“ ist %2 Byte; mehr als %3 werden nicht gelesen.</translation>
    </message>
    <message>
        <source>“%1” is %2 bytes; the amp has room for %3.</source>
        <translation>„%1“ ist %2 Byte; der Verstärker hat Platz für %3.</translation>
    </message>
    <message>
        <source>“%1” is %2, lower than the amp&apos;s %3: this firmware has a weakness that has been mended since.</source>
        <translation>„%1“ ist %2, niedriger als die %3 des Verstärkers: Diese Firmware hat eine Schwachstelle, die seither behoben ist.</translation>
    </message>
    <message>
        <source>“%1” is missing from the area at byte %2 of the image.</source>
        <translation>„%1“ fehlt im Bereich bei Byte %2 des Abbilds.</translation>
    </message>
    <message>
        <source>“%1” is missing from the metainfo, which ends in line %2.</source>
        <translation>„%1“ fehlt in der Metainfo, die in Zeile %2 endet.</translation>
    </message>
    <message>
        <source>“%1” is not a SHA-256 for --%2.</source>
        <translation>„%1“ ist keine SHA-256 für --%2.</translation>
    </message>
    <message>
        <source>“%1” is not a version for --%2; one looks like 1.2.3 or 1.2.3+4.</source>
        <translation>„%1“ ist keine Version für --%2; eine sieht aus wie 1.2.3 oder 1.2.3+4.</translation>
    </message>
    <message>
        <source>“%1” is there a second time, at byte %2 of the image.</source>
        <translation>„%1“ ist ein zweites Mal da, bei Byte %2 des Abbilds.</translation>
    </message>
    <message>
        <source>“%1” is too large from the cabinet&apos;s entry %2 on: more than %3 bytes.</source>
        <translation>„%1“ ist ab Eintrag %2 des Pakets zu groß: mehr als %3 Byte.</translation>
    </message>
    <message>
        <source>“%1” of the cabinet&apos;s entry %2 is not a plain file name: “%3”.</source>
        <translation>„%1“ von Eintrag %2 des Pakets ist kein einfacher Dateiname: „%3“.</translation>
    </message>
    <message>
        <source>“%1” of the cabinet&apos;s entry %2 is there a second time: “%3”.</source>
        <translation>„%1“ von Eintrag %2 des Pakets ist ein zweites Mal da: „%3“.</translation>
    </message>
    <message>
        <source>“%1” of the cabinet&apos;s entry %2 is too large: %3 bytes.</source>
        <translation>„%1“ von Eintrag %2 des Pakets ist zu groß: %3 Byte.</translation>
    </message>
    <message>
        <source>“%1” of the cabinet&apos;s entry %2 says %3 bytes; there are %4.</source>
        <translation>„%1“ von Eintrag %2 des Pakets nennt %3 Byte; es sind %4.</translation>
    </message>
    <message>
        <source>“%1” was not made by the key that it names.</source>
        <translation>„%1“ stammt nicht von dem Schlüssel, den das Abbild nennt.</translation>
    </message>
    <message>
        <source>“%1”: line %2 of the metainfo is not sound XML: %3</source>
        <translation>„%1“: Zeile %2 der Metainfo ist kein einwandfreies XML: %3</translation>
    </message>
    <message>
        <source>“%1”: the image ends at byte %2, but %3 more bytes follow.</source>
        <translation>„%1“: Das Abbild endet bei Byte %2, aber %3 weitere Byte folgen.</translation>
    </message>
    <message>
        <source>“%1”: the image is signed with a key that is not known (%2).</source>
        <translation>„%1“: Das Abbild ist mit einem unbekannten Schlüssel signiert (%2).</translation>
    </message>
    <message>
        <source>“%1”: the metainfo is too large (line %2): %3 bytes.</source>
        <translation>„%1“: Die Metainfo ist zu groß (Zeile %2): %3 Byte.</translation>
    </message>
    <message>
        <source>“gainstage-image --help” says how it is used.</source>
        <translation>„gainstage-image --help“ sagt, wie es benutzt wird.</translation>
    </message>
    <message>
        <source>“gainstage-image keygen” and “openssl genpkey -algorithm ed25519” make one.</source>
        <translation>„gainstage-image keygen“ und „openssl genpkey -algorithm ed25519“ erzeugen einen.</translation>
    </message>
    <message>
        <source>“openssl pkey -pubout” makes one of a private key.</source>
        <translation>„openssl pkey -pubout“ macht einen aus einem privaten Schlüssel.</translation>
    </message>
    <message>
        <source>The file cannot be checked.</source>
        <translation>Die Datei kann nicht geprüft werden.</translation>
    </message>
    <message>
        <source>Nobody can be asked here whether this is wanted.</source>
        <translation>Hier kann niemand gefragt werden, ob das gewollt ist.</translation>
    </message>
    <message>
        <source>--yes says so beforehand.</source>
        <translation>--yes sagt es im Voraus.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Firmware %1 is older than what the amp runs.</source>
        <translation>Firmware %1 ist älter als die, die im Verstärker läuft.</translation>
    </message>
    <message>
        <source>--downgrade says that this is meant.</source>
        <translation>--downgrade sagt, dass das gewollt ist.</translation>
    </message>
    <message>
        <source>The update did not succeed.</source>
        <translation>Die Aktualisierung ist nicht gelungen.</translation>
    </message>
    <message>
        <source>There is no interrupted update of this amp.</source>
        <translation>Für diesen Verstärker gibt es keine unterbrochene Aktualisierung.</translation>
    </message>
    <message>
        <source>Name the file that is to be installed.</source>
        <translation>Nennen Sie die Datei, die installiert werden soll.</translation>
    </message>
    <message>
        <source>The amp has no other firmware that it could go back to.</source>
        <translation>Der Verstärker hat keine andere Firmware, zu der er zurückkehren könnte.</translation>
    </message>
    <message>
        <source>Which keys the amp trusts is not known.</source>
        <translation>Es ist nicht bekannt, welchen Schlüsseln der Verstärker traut.</translation>
    </message>
    <message>
        <source>No firmware is on trial in this amp.</source>
        <translation>In diesem Verstärker läuft keine Firmware auf Probe.</translation>
    </message>
    <message>
        <source>The amp does not say that it keeps its firmware.</source>
        <translation>Der Verstärker sagt nicht, dass er seine Firmware behält.</translation>
    </message>
    <message>
        <source>Another amp is in this one&apos;s place: %1.</source>
        <translation>An der Stelle dieses Verstärkers ist ein anderer: %1.</translation>
    </message>
    <message>
        <source>The amp&apos;s firmware is being updated.</source>
        <translation>Die Firmware des Verstärkers wird gerade aktualisiert.</translation>
    </message>
    <message>
        <source>Wait until it is done.</source>
        <translation>Warten Sie, bis das fertig ist.</translation>
    </message>
    <message>
        <source>it is gone</source>
        <translation>er ist weg</translation>
    </message>
    <message>
        <source>An update of this amp was begun by a newer version of Gainstage (%1).</source>
        <translation>Eine Aktualisierung dieses Verstärkers wurde mit einer neueren Version von Gainstage begonnen (%1).</translation>
    </message>
    <message>
        <source>Go on with it in that version.</source>
        <translation>Setzen Sie sie in dieser Version fort.</translation>
    </message>
    <message>
        <source>What is kept about the interrupted update is damaged (%1).</source>
        <translation>Was über die unterbrochene Aktualisierung aufbewahrt wurde, ist beschädigt (%1).</translation>
    </message>
    <message>
        <source>Begin the update again with its file.</source>
        <translation>Beginnen Sie die Aktualisierung mit ihrer Datei von vorn.</translation>
    </message>
    <message>
        <source>The firmware of this amp cannot be updated with this program.</source>
        <translation>Die Firmware dieses Verstärkers lässt sich mit diesem Programm nicht aktualisieren.</translation>
    </message>
    <message>
        <source>A change from firmware %1 to %2 has begun and is not finished.</source>
        <translation>Ein Wechsel von Firmware %1 auf %2 hat begonnen und ist nicht abgeschlossen.</translation>
    </message>
    <message>
        <source>Go on with it first.</source>
        <translation>Setzen Sie ihn zuerst fort.</translation>
    </message>
    <message>
        <source>See that there is room on the disk and that you may write there, then try again.</source>
        <translation>Sorgen Sie für Platz auf dem Datenträger und dafür, dass Sie dort schreiben dürfen, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>its folder cannot be written</source>
        <translation>in den Ordner kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>There is no page “%1”: amp, presets, firmware, history, settings.</source>
        <translation>Es gibt keine Seite „%1“: amp, presets, firmware, history, settings.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>“%1” is not a file.</source>
        <translation>„%1“ ist keine Datei.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>„%1“ kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>“%1” is larger than any firmware: more than %2 MiB.</source>
        <translation>„%1“ ist größer als jede Firmware: mehr als %2 MiB.</translation>
    </message>
    <message>
        <source>The amp stopped answering during the upload (attempts: %1, %2 ms each).</source>
        <translation>Der Verstärker antwortet beim Senden nicht mehr (Versuche: %1, je %2 ms).</translation>
    </message>
    <message>
        <source>Check the cable. What the amp has taken so far need not be sent again.</source>
        <translation>Prüfen Sie das Kabel. Was der Verstärker schon hat, muss nicht noch einmal gesendet werden.</translation>
    </message>
    <message>
        <source>What the amp has taken is not the file that was sent.</source>
        <translation>Was der Verstärker angenommen hat, ist nicht die gesendete Datei.</translation>
    </message>
    <message>
        <source>Begin the update again.</source>
        <translation>Beginnen Sie die Aktualisierung von vorn.</translation>
    </message>
    <message>
        <source>The amp contradicts itself about how much of the file it has taken.</source>
        <translation>Der Verstärker widerspricht sich darüber, wie viel er von der Datei hat.</translation>
    </message>
    <message>
        <source>Restart the amp and begin the update again.</source>
        <translation>Starten Sie den Verstärker neu und beginnen Sie die Aktualisierung von vorn.</translation>
    </message>
    <message>
        <source>The amp does not tell how large its firmware may be.</source>
        <translation>Der Verstärker sagt nicht, wie groß seine Firmware sein darf.</translation>
    </message>
    <message>
        <source>The firmware is too large for any amp.</source>
        <translation>Die Firmware ist für jeden Verstärker zu groß.</translation>
    </message>
    <message>
        <source>The amp does not do what it was asked to (attempts: %1).</source>
        <translation>Der Verstärker tut nicht, worum er gebeten wurde (Versuche: %1).</translation>
    </message>
    <message>
        <source>Restart the amp and try again.</source>
        <translation>Starten Sie den Verstärker neu und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The amp does not answer as it should.</source>
        <translation>Der Verstärker antwortet nicht, wie er soll.</translation>
    </message>
    <message>
        <source>The update does not know how to go on.</source>
        <translation>Die Aktualisierung weiß nicht, wie es weitergeht.</translation>
    </message>
    <message>
        <source>The amp was asked to run the new firmware next, but does not say that it will.</source>
        <translation>Der Verstärker soll als Nächstes die neue Firmware starten, sagt aber nicht, dass er es tun wird.</translation>
    </message>
    <message>
        <source>The amp was asked to restart, but does not.</source>
        <translation>Der Verstärker wurde um einen Neustart gebeten, startet aber nicht neu.</translation>
    </message>
    <message>
        <source>Switch it off and on, then go on with the update.</source>
        <translation>Schalten Sie ihn aus und wieder ein und setzen Sie die Aktualisierung fort.</translation>
    </message>
    <message>
        <source>The amp has not come back within %1 seconds of its restart.</source>
        <translation>Der Verstärker ist %1 Sekunden nach seinem Neustart nicht zurück.</translation>
    </message>
    <message>
        <source>It may still be exchanging its firmware: leave it powered, and go on with the update later.</source>
        <translation>Vielleicht tauscht er noch seine Firmware: Lassen Sie ihn am Strom und setzen Sie die Aktualisierung später fort.</translation>
    </message>
    <message>
        <source>The amp does not say which firmware it runs.</source>
        <translation>Der Verstärker sagt nicht, welche Firmware in ihm läuft.</translation>
    </message>
    <message>
        <source>The update was cancelled.</source>
        <translation>Die Aktualisierung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The connection to the amp is lost.</source>
        <translation>Die Verbindung zum Verstärker ist unterbrochen.</translation>
    </message>
    <message>
        <source>The firmware of this amp cannot be updated.</source>
        <translation>Die Firmware dieses Verstärkers lässt sich nicht aktualisieren.</translation>
    </message>
    <message>
        <source>The amp&apos;s answers about its firmware contradict each other.</source>
        <translation>Die Antworten des Verstärkers über seine Firmware widersprechen sich.</translation>
    </message>
    <message>
        <source>The connection to the amp was lost, and it has not come back.</source>
        <translation>Die Verbindung zum Verstärker ging verloren, und er ist nicht zurückgekommen.</translation>
    </message>
    <message>
        <source>Check cable and power. Then the update can be gone on with.</source>
        <translation>Prüfen Sie Kabel und Strom. Dann lässt sich die Aktualisierung fortsetzen.</translation>
    </message>
    <message>
        <source>The amp runs exactly this firmware and checks it at each start, so there is nothing to install again.</source>
        <translation>Im Verstärker läuft genau diese Firmware, und er prüft sie bei jedem Start; es gibt nichts neu zu installieren.</translation>
    </message>
    <message>
        <source>The amp does not have firmware %1 any more.</source>
        <translation>Der Verstärker hat Firmware %1 nicht mehr.</translation>
    </message>
    <message>
        <source>The new firmware should be version %1, but says that it is %2.</source>
        <translation>Die neue Firmware sollte Version %1 sein, nennt sich aber %2.</translation>
    </message>
    <message>
        <source>The amp runs firmware %1, which is neither the new one nor the one before.</source>
        <translation>Im Verstärker läuft Firmware %1, weder die neue noch die vorige.</translation>
    </message>
    <message>
        <source>Another program may have updated it at the same time.</source>
        <translation>Vielleicht hat ein anderes Programm ihn zur selben Zeit aktualisiert.</translation>
    </message>
    <message>
        <source>The amp did not take firmware %1 when it started, and kept %2.</source>
        <translation>Der Verstärker hat Firmware %1 beim Start nicht angenommen und %2 behalten.</translation>
    </message>
    <message>
        <source>Firmware %1 did not pass the amp&apos;s own test, so the amp went back to %2.</source>
        <translation>Firmware %1 hat den Selbsttest des Verstärkers nicht bestanden, darum ist er zu %2 zurückgekehrt.</translation>
    </message>
    <message>
        <source>The amp went back from firmware %1 to %2: the new one did not pass its own test, or nobody confirmed it in time.</source>
        <translation>Der Verstärker ist von Firmware %1 zu %2 zurückgekehrt: Die neue hat ihren Selbsttest nicht bestanden, oder niemand hat sie rechtzeitig bestätigt.</translation>
    </message>
    <message>
        <source>The new firmware was confirmed, but the amp does not say so.</source>
        <translation>Die neue Firmware wurde bestätigt, aber der Verstärker sagt es nicht.</translation>
    </message>
    <message>
        <source>Firmware %1 is older than %2, which the amp runs; somebody has to agree to going back to it.</source>
        <translation>Firmware %1 ist älter als %2, die im Verstärker läuft; dem Rückschritt muss jemand zustimmen.</translation>
    </message>
    <message>
        <source>The amp runs another firmware with the same number %1; somebody has to agree to replacing it.</source>
        <translation>Im Verstärker läuft eine andere Firmware mit derselben Nummer %1; dem Ersetzen muss jemand zustimmen.</translation>
    </message>
    <message>
        <source>Another update, to firmware %1, waits for the amp&apos;s next start.</source>
        <translation>Eine andere Aktualisierung, auf Firmware %1, wartet auf den nächsten Start des Verstärkers.</translation>
    </message>
    <message>
        <source>Restart the amp and see what it runs then.</source>
        <translation>Starten Sie den Verstärker neu und sehen Sie nach, was dann läuft.</translation>
    </message>
    <message>
        <source>The amp is trying firmware %1 out, and nobody has confirmed it yet.</source>
        <translation>Der Verstärker probiert Firmware %1 aus, und noch niemand hat sie bestätigt.</translation>
    </message>
    <message>
        <source>Confirm it or go back first.</source>
        <translation>Behalten Sie sie oder gehen Sie zurück, bevor es weitergeht.</translation>
    </message>
    <message>
        <source>A protection of the amp is active.</source>
        <translation>Eine Schutzschaltung des Verstärkers ist aktiv.</translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation>Warten Sie, bis sie nicht mehr aktiv ist.</translation>
    </message>
    <message>
        <source>The amp took the file, but what it holds then is something else.</source>
        <translation>Der Verstärker hat die Datei angenommen, aber was er dann hat, ist etwas anderes.</translation>
    </message>
    <message>
        <source>Try again, perhaps with another cable.</source>
        <translation>Versuchen Sie es noch einmal, vielleicht mit einem anderen Kabel.</translation>
    </message>
    <message>
        <source>The transfer to the amp breaks off again and again.</source>
        <translation>Die Übertragung zum Verstärker bricht immer wieder ab.</translation>
    </message>
    <message>
        <source>Check the cable. Then the update can be gone on with.</source>
        <translation>Prüfen Sie das Kabel. Dann lässt sich die Aktualisierung fortsetzen.</translation>
    </message>
    <message>
        <source>Get the file again from the amp&apos;s maker, for exactly this model.</source>
        <translation>Holen Sie die Datei noch einmal vom Hersteller, für genau dieses Modell.</translation>
    </message>
    <message>
        <source>Let the update that has begun come to its end, or restart the amp, and try again.</source>
        <translation>Lassen Sie die begonnene Aktualisierung zu Ende kommen oder starten Sie den Verstärker neu, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The amp could not use its memory for firmware.</source>
        <translation>Der Verstärker konnte seinen Speicher für Firmware nicht benutzen.</translation>
    </message>
    <message>
        <source>The amp finds that the file is no sound firmware.</source>
        <translation>Der Verstärker stellt fest, dass die Datei keine gültige Firmware ist.</translation>
    </message>
    <message>
        <source>The amp is not ready for this part of the file.</source>
        <translation>Der Verstärker ist für diesen Teil der Datei nicht bereit.</translation>
    </message>
    <message>
        <source>The amp has no firmware there.</source>
        <translation>Der Verstärker hat dort keine Firmware.</translation>
    </message>
    <message>
        <source>The amp does not accept this firmware: maker, model or signature are not the ones it trusts.</source>
        <translation>Der Verstärker nimmt diese Firmware nicht an: Hersteller, Modell oder Unterschrift sind nicht die, denen er traut.</translation>
    </message>
    <message>
        <source>The amp does not have this firmware.</source>
        <translation>Der Verstärker hat diese Firmware nicht.</translation>
    </message>
    <message>
        <source>The amp cannot take firmware now: another one waits for a restart or is on trial.</source>
        <translation>Der Verstärker kann jetzt keine Firmware annehmen: Eine andere wartet auf einen Neustart oder läuft auf Probe.</translation>
    </message>
    <message>
        <source>The amp could not read its memory for firmware.</source>
        <translation>Der Verstärker konnte seinen Speicher für Firmware nicht lesen.</translation>
    </message>
    <message>
        <source>The amp could not write its memory for firmware.</source>
        <translation>Der Verstärker konnte seinen Speicher für Firmware nicht beschreiben.</translation>
    </message>
    <message>
        <source>The amp could not erase its memory for firmware.</source>
        <translation>Der Verstärker konnte seinen Speicher für Firmware nicht löschen.</translation>
    </message>
    <message>
        <source>The amp has no such place for firmware.</source>
        <translation>Der Verstärker hat keinen solchen Platz für Firmware.</translation>
    </message>
    <message>
        <source>The amp finds that the file does not have the right length.</source>
        <translation>Der Verstärker stellt fest, dass die Datei nicht die richtige Länge hat.</translation>
    </message>
    <message>
        <source>The amp does not take this file for firmware.</source>
        <translation>Der Verstärker hält diese Datei nicht für Firmware.</translation>
    </message>
    <message>
        <source>The amp finds that the firmware is damaged.</source>
        <translation>Der Verstärker stellt fest, dass die Firmware beschädigt ist.</translation>
    </message>
    <message>
        <source>This firmware is made for another place in the amp&apos;s memory.</source>
        <translation>Diese Firmware ist für einen anderen Platz im Speicher des Verstärkers gemacht.</translation>
    </message>
    <message>
        <source>The amp cannot tell the version of its firmware.</source>
        <translation>Der Verstärker kann die Version seiner Firmware nicht nennen.</translation>
    </message>
    <message>
        <source>The amp refuses this version: it is not newer, or older than the amp&apos;s security allows.</source>
        <translation>Der Verstärker lehnt diese Version ab: Sie ist nicht neuer, oder älter, als seine Sicherheit es zulässt.</translation>
    </message>
    <message>
        <source>Another firmware already waits for the amp&apos;s next start.</source>
        <translation>Eine andere Firmware wartet bereits auf den nächsten Start des Verstärkers.</translation>
    </message>
    <message>
        <source>The firmware is too large for the amp.</source>
        <translation>Die Firmware ist für den Verstärker zu groß.</translation>
    </message>
    <message>
        <source>The amp was sent more than the firmware&apos;s announced length.</source>
        <translation>Dem Verstärker wurde mehr gesendet, als die Firmware lang sein sollte.</translation>
    </message>
    <message>
        <source>The amp does not allow this firmware to be kept.</source>
        <translation>Der Verstärker lässt nicht zu, dass diese Firmware behalten wird.</translation>
    </message>
    <message>
        <source>The firmware that runs cannot be put on trial.</source>
        <translation>Die Firmware, die läuft, kann nicht auf Probe gestellt werden.</translation>
    </message>
    <message>
        <source>The amp cannot tell which firmware runs.</source>
        <translation>Der Verstärker kann nicht sagen, welche Firmware läuft.</translation>
    </message>
    <message>
        <source>The amp does not take the value %1.</source>
        <translation>Der Verstärker nimmt den Wert %1 nicht an.</translation>
    </message>
    <message>
        <source>The amp sent a value that makes no sense (%1).</source>
        <translation>Der Verstärker hat einen Wert gesendet, der keinen Sinn ergibt (%1).</translation>
    </message>
    <message>
        <source>The amp takes messages of %1 bytes at most; %2 are needed.</source>
        <translation>Der Verstärker nimmt Nachrichten von höchstens %1 Byte an, nötig sind %2.</translation>
    </message>
    <message>
        <source>A message of %1 bytes has the wrong length.</source>
        <translation>Eine Nachricht von %1 Byte hat die falsche Länge.</translation>
    </message>
    <message>
        <source>A message does not begin and end as it should: %1.</source>
        <translation>Eine Nachricht beginnt und endet nicht, wie sie soll: %1.</translation>
    </message>
    <message>
        <source>The amp sent something else than what was asked for (%1).</source>
        <translation>Der Verstärker hat etwas anderes gesendet, als gefragt war (%1).</translation>
    </message>
    <message>
        <source>A message is not a JSON object (at byte %1).</source>
        <translation>Eine Nachricht ist kein JSON-Objekt (bei Byte %1).</translation>
    </message>
    <message>
        <source>The amp&apos;s message has no good value at “%1”.</source>
        <translation>Die Nachricht des Verstärkers hat bei „%1“ keinen brauchbaren Wert.</translation>
    </message>
    <message>
        <source>An equalizer without bands cannot be sent.</source>
        <translation>Ein Equalizer ohne Bänder kann nicht gesendet werden.</translation>
    </message>
    <message>
        <source>A message is longer than %1 bytes.</source>
        <translation>Eine Nachricht ist länger als %1 Byte.</translation>
    </message>
    <message>
        <source>A message of %1 parts has the wrong length.</source>
        <translation>Eine Nachricht aus %1 Teilen hat die falsche Länge.</translation>
    </message>
    <message>
        <source>The checksum of a message is wrong: %1.</source>
        <translation>Die Prüfsumme einer Nachricht ist falsch: %1.</translation>
    </message>
    <message>
        <source>This is no JSON file: %1 (at byte %2).</source>
        <translation>Das ist keine JSON-Datei: %1 (bei Byte %2).</translation>
    </message>
    <message>
        <source>The file has no list of “cases”.</source>
        <translation>Die Datei hat keine Liste „cases“.</translation>
    </message>
    <message>
        <source>There is no formula “%1”.</source>
        <translation>Es gibt keine Formel „%1“.</translation>
    </message>
    <message>
        <source>With these numbers the result is no number.</source>
        <translation>Mit diesen Zahlen ist das Ergebnis keine Zahl.</translation>
    </message>
    <message>
        <source>There is no filter type “%1”.</source>
        <translation>Es gibt keine Filterart „%1“.</translation>
    </message>
    <message>
        <source>The frequency must be above zero and below half the sample rate, not %1 Hz.</source>
        <translation>Die Frequenz muss über null und unter der halben Abtastrate liegen, nicht bei %1 Hz.</translation>
    </message>
    <message>
        <source>There is no shelf “%1”.</source>
        <translation>Es gibt kein Shelf-Filter „%1“.</translation>
    </message>
    <message>
        <source>%1 does not fit into 8.8 bits.</source>
        <translation>%1 passt nicht in 8.8 Bit.</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>„%1“ fehlt.</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>“%1” is not a text.</source>
        <translation>„%1“ ist kein Text.</translation>
    </message>
    <message>
        <source>“%1” is not a list.</source>
        <translation>„%1“ ist keine Liste.</translation>
    </message>
    <message>
        <source>A row of “%1” has too few or too many numbers.</source>
        <translation>Eine Zeile von „%1“ hat zu wenige oder zu viele Zahlen.</translation>
    </message>
    <message>
        <source>“%1” is not a list of objects.</source>
        <translation>„%1“ ist keine Liste von Objekten.</translation>
    </message>
    <message>
        <source>“%1” is neither “adult” nor “child”.</source>
        <translation>„%1“ ist weder „adult“ noch „child“.</translation>
    </message>
    <message>
        <source>The file is too large to be an equalizer&apos;s settings.</source>
        <translation>Die Datei ist zu groß, um Equalizer-Einstellungen zu sein.</translation>
    </message>
    <message>
        <source>The sample rate must be above zero, not %1 Hz.</source>
        <translation>Die Abtastrate muss über null liegen, nicht bei %1 Hz.</translation>
    </message>
    <message>
        <source>The Q must be above zero, not %1.</source>
        <translation>Die Güte Q muss über null liegen, nicht bei %1.</translation>
    </message>
    <message>
        <source>The gain must lie between −40 and 40 dB, not at %1 dB.</source>
        <translation>Die Verstärkung muss zwischen −40 und 40 dB liegen, nicht bei %1 dB.</translation>
    </message>
    <message>
        <source>The crossfeed&apos;s frequency must lie between 300 and 2000 Hz, not at %1 Hz.</source>
        <translation>Die Frequenz des Crossfeeds muss zwischen 300 und 2000 Hz liegen, nicht bei %1 Hz.</translation>
    </message>
    <message>
        <source>The crossfeed&apos;s level must lie between 1 and 15 dB, not at %1 dB.</source>
        <translation>Der Pegel des Crossfeeds muss zwischen 1 und 15 dB liegen, nicht bei %1 dB.</translation>
    </message>
    <message>
        <source>The sample rate must lie between 2 and 384 kHz, not at %1 Hz.</source>
        <translation>Die Abtastrate muss zwischen 2 und 384 kHz liegen, nicht bei %1 Hz.</translation>
    </message>
    <message>
        <source>The amp&apos;s filters cannot hold this band: its coefficient %1 is too large.</source>
        <translation>Die Filter des Verstärkers fassen dieses Band nicht: Sein Koeffizient %1 ist zu groß.</translation>
    </message>
    <message>
        <source>Use less gain, or a peak in place of the shelf.</source>
        <translation>Nehmen Sie weniger Verstärkung oder eine Glocke anstelle des Shelf-Filters.</translation>
    </message>
    <message>
        <source>A fixed-point number has 1 to 62 bits, not %1.</source>
        <translation>Eine Festkommazahl hat 1 bis 62 Bit, nicht %1.</translation>
    </message>
    <message>
        <source>%1 is no number that a fixed-point format could hold.</source>
        <translation>%1 ist keine Zahl, die ein Festkommaformat fassen könnte.</translation>
    </message>
    <message>
        <source>Rounded to %1 bits as the amp does it, this band would no longer be stable.</source>
        <translation>Auf %1 Bit gerundet, wie der Verstärker es tut, wäre dieses Band nicht mehr stabil.</translation>
    </message>
    <message>
        <source>The amp&apos;s equalizer cannot be set to %1.</source>
        <translation>Der Equalizer des Verstärkers lässt sich nicht auf %1 einstellen.</translation>
    </message>
    <message>
        <source>The amp&apos;s equalizer has no filter of this kind.</source>
        <translation>Der Equalizer des Verstärkers hat kein Filter dieser Art.</translation>
    </message>
    <message>
        <source>The bandwidth must be above zero, not %1 octaves.</source>
        <translation>Die Bandbreite muss über null liegen, nicht bei %1 Oktaven.</translation>
    </message>
    <message>
        <source>The slope must be above zero, not %1.</source>
        <translation>Die Steilheit muss über null liegen, nicht bei %1.</translation>
    </message>
    <message>
        <source>The gain must be a number, not %1 dB.</source>
        <translation>Die Verstärkung muss eine Zahl sein, nicht %1 dB.</translation>
    </message>
    <message>
        <source>At this gain no shelf has a slope of %1.</source>
        <translation>Bei dieser Verstärkung hat kein Shelf-Filter die Steilheit %1.</translation>
    </message>
    <message>
        <source>At this gain no slope gives a shelf with a Q of %1.</source>
        <translation>Bei dieser Verstärkung ergibt keine Steilheit ein Shelf-Filter mit der Güte %1.</translation>
    </message>
    <message>
        <source>The impedance must be above zero, not %1 Ω.</source>
        <translation>Die Impedanz muss über null liegen, nicht bei %1 Ω.</translation>
    </message>
    <message>
        <source>The output impedance must not be below zero: %1 Ω.</source>
        <translation>Die Ausgangsimpedanz darf nicht unter null liegen: %1 Ω.</translation>
    </message>
    <message>
        <source>The sensitivity must be a number, not %1 dB.</source>
        <translation>Die Empfindlichkeit muss eine Zahl sein, nicht %1 dB.</translation>
    </message>
    <message>
        <source>The sound level must be a number, not %1 dB.</source>
        <translation>Der Schallpegel muss eine Zahl sein, nicht %1 dB.</translation>
    </message>
    <message>
        <source>The voltage must be above zero, not %1 V.</source>
        <translation>Die Spannung muss über null liegen, nicht bei %1 V.</translation>
    </message>
    <message>
        <source>The current must be above zero, not %1 A.</source>
        <translation>Der Strom muss über null liegen, nicht bei %1 A.</translation>
    </message>
    <message>
        <source>A time must not be below zero: %1 h.</source>
        <translation>Eine Zeit darf nicht unter null liegen: %1 h.</translation>
    </message>
    <message>
        <source>The frequency must be above zero, not %1 Hz.</source>
        <translation>Die Frequenz muss über null liegen, nicht bei %1 Hz.</translation>
    </message>
    <message>
        <source>The volume must be a number, not %1 dB.</source>
        <translation>Die Lautstärke muss eine Zahl sein, nicht %1 dB.</translation>
    </message>
    <message>
        <source>The preamp must be a number, not %1 dB.</source>
        <translation>Die Vorverstärkung muss eine Zahl sein, nicht %1 dB.</translation>
    </message>
    <message>
        <source>The loudness must be a number, not %1 LUFS.</source>
        <translation>Die Lautheit muss eine Zahl sein, nicht %1 LUFS.</translation>
    </message>
    <message>
        <source>The allowed time must be above zero, not %1 h.</source>
        <translation>Die erlaubte Zeit muss über null liegen, nicht bei %1 h.</translation>
    </message>
    <message>
        <source>The exchange rate must be above zero, not %1 dB.</source>
        <translation>Der Austauschparameter muss über null liegen, nicht bei %1 dB.</translation>
    </message>
    <message>
        <source>The used part of a dose must not be below zero: %1 percent.</source>
        <translation>Der verbrauchte Teil einer Dosis darf nicht unter null liegen: %1 Prozent.</translation>
    </message>
    <message>
        <source>The amp has no gain mode to choose from.</source>
        <translation>Der Verstärker hat keine Verstärkungsstufe zur Auswahl.</translation>
    </message>
    <message>
        <source>The headroom must be a number, not %1 dB.</source>
        <translation>Die Aussteuerungsreserve muss eine Zahl sein, nicht %1 dB.</translation>
    </message>
    <message>
        <source>The volume&apos;s step must be above zero, not %1 dB.</source>
        <translation>Die Stufe der Lautstärke muss über null liegen, nicht bei %1 dB.</translation>
    </message>
    <message>
        <source>The power must be above zero, not %1 W.</source>
        <translation>Die Leistung muss über null liegen, nicht bei %1 W.</translation>
    </message>
    <message>
        <source>The amp&apos;s power into a load is not known.</source>
        <translation>Die Leistung des Verstärkers an einer Last ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The noise must be above zero, not %1 V.</source>
        <translation>Das Rauschen muss über null liegen, nicht bei %1 V.</translation>
    </message>
    <message>
        <source>The signal-to-noise ratio must be a number, not %1 dB.</source>
        <translation>Der Signal-Rausch-Abstand muss eine Zahl sein, nicht %1 dB.</translation>
    </message>
    <message>
        <source>The attenuation must not be below zero: %1 dB.</source>
        <translation>Die Dämpfung darf nicht unter null liegen: %1 dB.</translation>
    </message>
    <message>
        <source>Distortion and noise must lie at 0 dB or below, not at %1 dB.</source>
        <translation>Verzerrung und Rauschen müssen bei 0 dB oder darunter liegen, nicht bei %1 dB.</translation>
    </message>
    <message>
        <source>Distortion and noise must be above 0 and at most 100 percent, not %1.</source>
        <translation>Verzerrung und Rauschen müssen über 0 und höchstens bei 100 Prozent liegen, nicht bei %1.</translation>
    </message>
    <message>
        <source>The upper frequency must be above the lower one: %1 Hz.</source>
        <translation>Die obere Frequenz muss über der unteren liegen: %1 Hz.</translation>
    </message>
    <message>
        <source>The impedance&apos;s phase must lie between −90 and 90 degrees, not at %1.</source>
        <translation>Die Phase der Impedanz muss zwischen −90 und 90 Grad liegen, nicht bei %1.</translation>
    </message>
    <message>
        <source>The smallest impedance is above the largest: %1 Ω.</source>
        <translation>Die kleinste Impedanz liegt über der größten: %1 Ω.</translation>
    </message>
    <message>
        <source>An impedance curve needs two points or more.</source>
        <translation>Eine Impedanzkurve braucht mindestens zwei Punkte.</translation>
    </message>
    <message>
        <source>The impedance curve has two values at %1 Hz.</source>
        <translation>Die Impedanzkurve hat zwei Werte bei %1 Hz.</translation>
    </message>
    <message>
        <source>The volume must not be below zero percent: %1.</source>
        <translation>Die Lautstärke darf nicht unter null Prozent liegen: %1.</translation>
    </message>
    <message>
        <source>The balance must be a number, not %1 dB.</source>
        <translation>Die Balance muss eine Zahl sein, nicht %1 dB.</translation>
    </message>
    <message>
        <source>The balance must lie between −100 and 100 percent, not at %1.</source>
        <translation>Die Balance muss zwischen −100 und 100 Prozent liegen, nicht bei %1.</translation>
    </message>
    <message>
        <source>The volume must lie between 0 and 100 percent, not at %1.</source>
        <translation>Die Lautstärke muss zwischen 0 und 100 Prozent liegen, nicht bei %1.</translation>
    </message>
    <message>
        <source>The volume&apos;s range must be above zero, not %1 dB.</source>
        <translation>Der Bereich der Lautstärke muss über null liegen, nicht bei %1 dB.</translation>
    </message>
    <message>
        <source>The amp does not do what every amp must do.</source>
        <translation>Der Verstärker tut nicht, was jeder Verstärker tun muss.</translation>
    </message>
    <message>
        <source>Findings that keep amps from being used: %1.</source>
        <translation>Befunde, wegen derer Verstärker nicht benutzt werden können: %1.</translation>
    </message>
    <message>
        <source>Band %1 of the amp&apos;s equalizer has a type that cannot be changed.</source>
        <translation>Band %1 des Equalizers im Verstärker hat einen Typ, der nicht geändert werden kann.</translation>
    </message>
    <message>
        <source>The amp does not say its maker or model.</source>
        <translation>Der Verstärker nennt seinen Hersteller oder sein Modell nicht.</translation>
    </message>
    <message>
        <source>The setting “%1” has no name or number of its own.</source>
        <translation>Die Einstellung „%1“ hat keinen eigenen Namen oder keine eigene Nummer.</translation>
    </message>
    <message>
        <source>The limits of the setting “%1” make no sense.</source>
        <translation>Die Grenzen der Einstellung „%1“ ergeben keinen Sinn.</translation>
    </message>
    <message>
        <source>The figures of the output “%1” make no sense.</source>
        <translation>Die Werte des Ausgangs „%1“ ergeben keinen Sinn.</translation>
    </message>
    <message>
        <source>The limits of the equalizer make no sense.</source>
        <translation>Die Grenzen des Equalizers ergeben keinen Sinn.</translation>
    </message>
    <message>
        <source>The amp tells of a setting %1 that it did not describe.</source>
        <translation>Der Verstärker nennt eine Einstellung %1, die er nicht beschrieben hat.</translation>
    </message>
    <message>
        <source>“%1” is at %2, which it cannot hold.</source>
        <translation>„%1“ steht auf %2, was nicht möglich ist.</translation>
    </message>
    <message>
        <source>The amp tells of an equalizer that it did not describe.</source>
        <translation>Der Verstärker nennt einen Equalizer, den er nicht beschrieben hat.</translation>
    </message>
    <message>
        <source>The equalizer is at something that it cannot hold.</source>
        <translation>Der Equalizer steht auf etwas, worauf er nicht stehen kann.</translation>
    </message>
    <message>
        <source>The amp does not say what “%1” is at.</source>
        <translation>Der Verstärker sagt nicht, worauf „%1“ steht.</translation>
    </message>
    <message>
        <source>The amp does not say what its equalizer is at.</source>
        <translation>Der Verstärker sagt nicht, worauf sein Equalizer steht.</translation>
    </message>
    <message>
        <source>“%1” was at %2 and then at %3, and nobody changed it.</source>
        <translation>„%1“ stand auf %2 und dann auf %3, und niemand hat es geändert.</translation>
    </message>
    <message>
        <source>The equalizer was not the same in two reads, and nobody changed it.</source>
        <translation>Der Equalizer war zweimal gelesen nicht derselbe, und niemand hat ihn geändert.</translation>
    </message>
    <message>
        <source>The meters are not those that the amp described.</source>
        <translation>Die Anzeigen sind nicht die, die der Verstärker beschrieben hat.</translation>
    </message>
    <message>
        <source>“%1” would be set to %2, which it cannot hold.</source>
        <translation>„%1“ würde auf %2 gestellt, was nicht möglich ist.</translation>
    </message>
    <message>
        <source>The equalizer would be set to something that it cannot hold.</source>
        <translation>Der Equalizer würde auf etwas gestellt, worauf er nicht stehen kann.</translation>
    </message>
    <message>
        <source>%1 is recognised, but this program does not support it yet, and sends it nothing.</source>
        <translation>%1 ist erkannt, aber dieses Programm unterstützt ihn noch nicht und sendet ihm nichts.</translation>
    </message>
    <message>
        <source>“gainstagectl capture” makes a file that helps to support it.</source>
        <translation>„gainstagectl capture“ erzeugt eine Datei, die hilft, ihn zu unterstützen.</translation>
    </message>
    <message>
        <source>The amp sent a value that makes no sense.</source>
        <translation>Der Verstärker hat einen Wert gesendet, der keinen Sinn ergibt.</translation>
    </message>
    <message>
        <source>The amp was changed meanwhile.</source>
        <translation>Der Verstärker wurde inzwischen verändert.</translation>
    </message>
    <message>
        <source>Look at its values and try again.</source>
        <translation>Sehen Sie seine Werte an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The active preset cannot be stored to.</source>
        <translation>In der aktiven Voreinstellung kann nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Choose one of the presets of the user first.</source>
        <translation>Wählen Sie zuerst eine der Voreinstellungen des Benutzers.</translation>
    </message>
    <message>
        <source>Nothing answers at %1 as an amp of FiiO does.</source>
        <translation>An %1 antwortet nichts so wie ein Verstärker von FiiO.</translation>
    </message>
    <message>
        <source>What is at %1 does not answer as an amp of FiiO does.</source>
        <translation>Was an %1 ist, antwortet nicht wie ein Verstärker von FiiO.</translation>
    </message>
    <message>
        <source>This amp switches its equalizer on and off by the choice of its preset.</source>
        <translation>Dieser Verstärker schaltet seinen Equalizer durch die Wahl der Voreinstellung ein und aus.</translation>
    </message>
    <message>
        <source>Choose the preset “Off”, or another one.</source>
        <translation>Wählen Sie die Voreinstellung „Off“ oder eine andere.</translation>
    </message>
    <message>
        <source>The equalizer of the active preset cannot be changed.</source>
        <translation>Der Equalizer der aktiven Voreinstellung kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>The amp did not take the preset.</source>
        <translation>Der Verstärker hat die Voreinstellung nicht angenommen.</translation>
    </message>
    <message>
        <source>The amp does not say whether it took the change.</source>
        <translation>Der Verstärker sagt nicht, ob er die Änderung angenommen hat.</translation>
    </message>
    <message>
        <source>The amp did not take the change.</source>
        <translation>Der Verstärker hat die Änderung nicht angenommen.</translation>
    </message>
    <message>
        <source>The amp has other bands than before.</source>
        <translation>Der Verstärker hat andere Bänder als vorher.</translation>
    </message>
    <message>
        <source>Connect it again.</source>
        <translation>Verbinden Sie ihn neu.</translation>
    </message>
    <message>
        <source>The equalizer of this amp cannot be switched off.</source>
        <translation>Der Equalizer dieses Verstärkers kann nicht ausgeschaltet werden.</translation>
    </message>
    <message>
        <source>Set its bands to 0 dB.</source>
        <translation>Stellen Sie seine Bänder auf 0 dB.</translation>
    </message>
    <message>
        <source>Nothing answers at %1 as an Element IV does.</source>
        <translation>An %1 antwortet nichts so wie ein Element IV.</translation>
    </message>
    <message>
        <source>What is at %1 does not answer as an Element IV does.</source>
        <translation>Was an %1 ist, antwortet nicht wie ein Element IV.</translation>
    </message>
    <message>
        <source>The amp did not say that it has taken what it was sent.</source>
        <translation>Der Verstärker hat nicht gesagt, dass er das Gesendete angenommen hat.</translation>
    </message>
    <message>
        <source>The steps of the amp&apos;s volume were changed at the amp, and the volume is not touched any more.</source>
        <translation>Die Schrittweite der Lautstärke wurde am Verstärker geändert; die Lautstärke wird nicht mehr angefasst.</translation>
    </message>
    <message>
        <source>Disconnect the amp and connect it again.</source>
        <translation>Trennen Sie den Verstärker und verbinden Sie ihn neu.</translation>
    </message>
    <message>
        <source>Check that the amp is switched on, and that no other program has it open.</source>
        <translation>Prüfen Sie, ob der Verstärker eingeschaltet ist und ob ihn kein anderes Programm geöffnet hat.</translation>
    </message>
    <message>
        <source>The Topping amp at %1 does not answer.</source>
        <translation>Der Topping-Verstärker an %1 antwortet nicht.</translation>
    </message>
    <message>
        <source>What is at %1 does not answer as a Topping amp does.</source>
        <translation>Was an %1 ist, antwortet nicht wie ein Topping-Verstärker.</translation>
    </message>
    <message>
        <source>What is at %1 is not one of the Topping amps that this program drives.</source>
        <translation>Was an %1 ist, gehört nicht zu den Topping-Verstärkern, die dieses Programm steuert.</translation>
    </message>
    <message>
        <source>A report that unlocks an amp&apos;s boot loader is never sent.</source>
        <translation>Eine Meldung, die den Bootloader eines Verstärkers öffnet, wird nie gesendet.</translation>
    </message>
    <message>
        <source>The amp takes no report %1.</source>
        <translation>Der Verstärker nimmt keine Meldung %1 an.</translation>
    </message>
    <message>
        <source>A report has %1 bytes, not %2.</source>
        <translation>Eine Meldung hat %1 Byte, nicht %2.</translation>
    </message>
    <message>
        <source>Check that the simulated amp runs, and that no other program uses it.</source>
        <translation>Prüfen Sie, ob der simulierte Verstärker läuft und ob ihn kein anderes Programm benutzt.</translation>
    </message>
    <message>
        <source>There is no simulated amp at %1.</source>
        <translation>An %1 ist kein simulierter Verstärker.</translation>
    </message>
    <message>
        <source>No permission to use the simulated amp at %1.</source>
        <translation>Keine Berechtigung für den simulierten Verstärker an %1.</translation>
    </message>
</context>
<context>
    <name>firmware</name>
    <message>
        <source>Checksum in the package</source>
        <translation>Prüfsumme im Paket</translation>
    </message>
    <message>
        <source>Fits into the amp</source>
        <translation>Passt in den Verstärker</translation>
    </message>
    <message>
        <source>Image is undamaged</source>
        <translation>Abbild ist unbeschädigt</translation>
    </message>
    <message>
        <source>Made for this amp</source>
        <translation>Für diesen Verstärker gemacht</translation>
    </message>
    <message>
        <source>Maker&apos;s signature</source>
        <translation>Signatur des Herstellers</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Release notes are for this version</source>
        <translation>Hinweise gelten für diese Version</translation>
    </message>
    <message>
        <source>Security level</source>
        <translation>Sicherheitsstufe</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>Größe der Datei</translation>
    </message>
    <message>
        <source>Structure of the image</source>
        <translation>Aufbau des Abbilds</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Woher es kommt</translation>
    </message>
</context>
<context>
    <name>gainstage::AmpPage</name>
    <message>
        <source>Amp</source>
        <translation>Verstärker</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>Shape of the filter&apos;s impulse response: %1</source>
        <translation>Form der Impulsantwort des Filters: %1</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Weitere Einstellungen</translation>
    </message>
    <message>
        <source>The firmware is being updated</source>
        <translation>Die Firmware wird aktualisiert</translation>
    </message>
    <message>
        <source>The settings can be changed again when it is done.</source>
        <translation>Die Einstellungen lassen sich wieder ändern, wenn sie fertig ist.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>An update of the firmware was interrupted</source>
        <translation>Eine Aktualisierung der Firmware wurde unterbrochen</translation>
    </message>
    <message>
        <source>The amp works as before. The update can be gone on with.</source>
        <translation>Der Verstärker arbeitet wie vorher. Die Aktualisierung lässt sich fortsetzen.</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>Fortsetzen…</translation>
    </message>
</context>
<context>
    <name>gainstage::AmpPageModel</name>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>Versorgung</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>kein Signal</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>too hot</source>
        <translation>zu heiß</translation>
    </message>
    <message>
        <source>DC at the output</source>
        <translation>DC am Ausgang</translation>
    </message>
    <message>
        <source>over-current</source>
        <translation>Überstrom</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>Jack %1</source>
        <translation>Buchse %1</translation>
    </message>
    <message>
        <source>Jack</source>
        <translation>Buchse</translation>
    </message>
</context>
<context>
    <name>gainstage::BigLevelControl</name>
    <message>
        <source>%1: one step less</source>
        <translation>%1: einen Schritt weniger</translation>
    </message>
    <message>
        <source>%1: one step more</source>
        <translation>%1: einen Schritt mehr</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>gainstage::FirmwareFileCard</name>
    <message>
        <source>Update</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Choose a firmware file</source>
        <translation>Firmware-Datei wählen</translation>
    </message>
    <message>
        <source>Checking the file…</source>
        <translation>Datei wird geprüft…</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>What is new, in the maker&apos;s words</source>
        <translation>Was neu ist, in den Worten des Herstellers</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Andere Datei wählen…</translation>
    </message>
    <message>
        <source>Firmware (*.cab *.img *.bin);;All files (*)</source>
        <translation>Firmware (*.cab *.img *.bin);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>or drop it here: a package (.cab) or an image (.img, .bin) from its maker</source>
        <translation>oder hier ablegen: ein Paket (.cab) oder ein Abbild (.img, .bin) vom Hersteller</translation>
    </message>
</context>
<context>
    <name>gainstage::FirmwareModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Going back to version %1</source>
        <translation>Zurück zu Version %1</translation>
    </message>
    <message>
        <source>Updating to version %1</source>
        <translation>Aktualisieren auf Version %1</translation>
    </message>
    <message>
        <source>The amp is not connected. Connect it again: the update waits for it and goes on by itself.</source>
        <translation>Der Verstärker ist nicht angeschlossen. Schließen Sie ihn wieder an: Die Aktualisierung wartet auf ihn und geht von selbst weiter.</translation>
    </message>
    <message>
        <source>The amp exchanges its firmware and starts. It does not answer meanwhile: leave it connected and switched on.</source>
        <translation>Der Verstärker tauscht seine Firmware und startet. Solange antwortet er nicht: Lassen Sie ihn angeschlossen und eingeschaltet.</translation>
    </message>
    <message>
        <source>Until the amp is asked to try the new version, cancelling changes nothing.</source>
        <translation>Bis der Verstärker die neue Version ausprobieren soll, ändert ein Abbruch nichts.</translation>
    </message>
    <message>
        <source>The amp was asked to change over: this cannot be cancelled any more. Should the new version not work, the amp goes back by itself.</source>
        <translation>Der Verstärker wechselt jetzt: Das lässt sich nicht mehr abbrechen. Arbeitet die neue Version nicht, kehrt er von selbst zurück.</translation>
    </message>
    <message>
        <source>All settings are as they were.</source>
        <translation>Alle Einstellungen sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>on trial</source>
        <translation>auf Probe</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>At the next start</source>
        <translation>Beim nächsten Start</translation>
    </message>
    <message>
        <source>Room for firmware</source>
        <translation>Platz für Firmware</translation>
    </message>
    <message>
        <source>This version has not been kept yet. Unless somebody keeps it, the amp goes back to the one before at its next start.</source>
        <translation>Diese Version ist noch nicht behalten. Behält sie niemand, kehrt der Verstärker beim nächsten Start zur vorigen zurück.</translation>
    </message>
    <message>
        <source>This version has not been kept yet. Unless somebody keeps it by %1, the amp restarts with the one before.</source>
        <translation>Diese Version ist noch nicht behalten. Behält sie bis %1 niemand, startet der Verstärker wieder mit der vorigen.</translation>
    </message>
    <message>
        <source>Go back to version %1? The amp restarts with it.</source>
        <translation>Zurück zu Version %1? Der Verstärker startet damit neu.</translation>
    </message>
    <message>
        <source>Go back to version %1? Faults that were mended since come back.</source>
        <translation>Zurück zu Version %1? Fehler, die seither behoben wurden, kommen wieder.</translation>
    </message>
    <message>
        <source>It stopped on %1, after the amp had been asked to run version %2. Going on finds out what it runs, and finishes.</source>
        <translation>Sie blieb am %1 stehen, nachdem der Verstärker Version %2 starten sollte. Beim Fortsetzen zeigt sich, was läuft, und sie wird abgeschlossen.</translation>
    </message>
    <message>
        <source>It stopped on %1 on the way from version %2 to %3. Nothing of what runs was changed. Going on sends only what the amp does not have yet.</source>
        <translation>Sie blieb am %1 auf dem Weg von Version %2 zu %3 stehen. An dem, was läuft, wurde nichts geändert. Beim Fortsetzen wird nur gesendet, was der Verstärker noch nicht hat.</translation>
    </message>
    <message>
        <source>An update was interrupted</source>
        <translation>Eine Aktualisierung wurde unterbrochen</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Keep the version that is on trial, or go back, before another one is installed.</source>
        <translation>Behalten Sie die Version, die auf Probe läuft, oder gehen Sie zurück, bevor eine andere installiert wird.</translation>
    </message>
    <message>
        <source>updating</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>In reserve</source>
        <translation>In Reserve</translation>
    </message>
    <message>
        <source>The amp runs exactly this firmware: there is nothing to install.</source>
        <translation>Im Verstärker läuft genau diese Firmware: Es gibt nichts zu installieren.</translation>
    </message>
    <message>
        <source>This file is not installed. %1</source>
        <translation>Diese Datei wird nicht installiert. %1</translation>
    </message>
</context>
<context>
    <name>gainstage::FirmwarePage</name>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>What firmware it runs shows when it is connected.</source>
        <translation>Welche Firmware in ihm läuft, zeigt sich, wenn er verbunden ist.</translation>
    </message>
    <message>
        <source>The firmware of this amp cannot be updated here</source>
        <translation>Die Firmware dieses Verstärkers lässt sich hier nicht aktualisieren</translation>
    </message>
    <message>
        <source>Gainstage updates amps that speak its open protocol, check every image themselves, and go back when a new one does not work. This amp does not say that it can.</source>
        <translation>Gainstage aktualisiert Verstärker, die sein offenes Protokoll sprechen, jedes Abbild selbst prüfen und zurückkehren, wenn ein neues nicht arbeitet. Dieser Verstärker sagt nicht, dass er es kann.</translation>
    </message>
    <message>
        <source>Its maker may have a program of their own for it.</source>
        <translation>Vielleicht hat sein Hersteller ein eigenes Programm dafür.</translation>
    </message>
    <message>
        <source>Asking the amp</source>
        <translation>Verstärker wird gefragt</translation>
    </message>
    <message>
        <source>What runs, and whether it can be updated.</source>
        <translation>Was läuft, und ob es sich aktualisieren lässt.</translation>
    </message>
    <message>
        <source>What the amp runs cannot be read</source>
        <translation>Was im Verstärker läuft, ist nicht zu lesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>gainstage::FirmwareResultCard</name>
    <message>
        <source>These settings are not what they were before</source>
        <translation>Diese Einstellungen sind anders als vorher</translation>
    </message>
    <message>
        <source>The settings are as they were.</source>
        <translation>Die Einstellungen sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Bringing back…</source>
        <translation>Wird wiederhergestellt…</translation>
    </message>
    <message>
        <source>Bring the settings back</source>
        <translation>Einstellungen wiederherstellen</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
</context>
<context>
    <name>gainstage::FirmwareRunCard</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sent to the amp</source>
        <translation>An den Verstärker gesendet</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
</context>
<context>
    <name>gainstage::FirmwareWords</name>
    <message>
        <source>The file is too large to be firmware.</source>
        <translation>Die Datei ist zu groß für eine Firmware.</translation>
    </message>
    <message>
        <source>The package cannot be unpacked. It is damaged, or no firmware package.</source>
        <translation>Das Paket lässt sich nicht entpacken. Es ist beschädigt oder kein Firmware-Paket.</translation>
    </message>
    <message>
        <source>The image is not the one that the package speaks of.</source>
        <translation>Das Abbild ist nicht das, von dem das Paket spricht.</translation>
    </message>
    <message>
        <source>Nobody knows where the file comes from.</source>
        <translation>Niemand weiß, woher die Datei kommt.</translation>
    </message>
    <message>
        <source>This is no firmware image, or it is damaged.</source>
        <translation>Das ist kein Firmware-Abbild, oder es ist beschädigt.</translation>
    </message>
    <message>
        <source>The package speaks of another version than the image in it.</source>
        <translation>Das Paket spricht von einer anderen Version als das Abbild darin.</translation>
    </message>
    <message>
        <source>The file was damaged or changed. Get it again from the maker.</source>
        <translation>Die Datei wurde beschädigt oder verändert. Holen Sie sie noch einmal vom Hersteller.</translation>
    </message>
    <message>
        <source>The maker of this amp has not signed it. Only take firmware from the maker.</source>
        <translation>Der Hersteller dieses Verstärkers hat sie nicht unterschrieben. Nehmen Sie Firmware nur vom Hersteller.</translation>
    </message>
    <message>
        <source>It is for another amp.</source>
        <translation>Sie ist für einen anderen Verstärker.</translation>
    </message>
    <message>
        <source>It has a weakness that has been mended since. The amp does not take it any more.</source>
        <translation>Sie hat eine Schwachstelle, die seither behoben wurde. Der Verstärker nimmt sie nicht mehr an.</translation>
    </message>
    <message>
        <source>This version cannot be installed.</source>
        <translation>Diese Version lässt sich nicht installieren.</translation>
    </message>
    <message>
        <source>The amp has no room for it.</source>
        <translation>Der Verstärker hat keinen Platz dafür.</translation>
    </message>
    <message>
        <source>Version %1 is installed already.</source>
        <translation>Version %1 ist schon installiert.</translation>
    </message>
    <message>
        <source>The amp runs another firmware with the same number.</source>
        <translation>Im Verstärker läuft eine andere Firmware mit derselben Nummer.</translation>
    </message>
    <message>
        <source>Version %1 is older than %2, which runs now.</source>
        <translation>Version %1 ist älter als %2, die jetzt läuft.</translation>
    </message>
    <message>
        <source>The amp still runs what it ran before.</source>
        <translation>Im Verstärker läuft noch, was vorher lief.</translation>
    </message>
    <message>
        <source>The amp runs version %1, as before.</source>
        <translation>Im Verstärker läuft Version %1, wie vorher.</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>Datei prüfen</translation>
    </message>
    <message>
        <source>Ask the amp whether it is ready</source>
        <translation>Verstärker fragen, ob er bereit ist</translation>
    </message>
    <message>
        <source>Send the firmware to the amp</source>
        <translation>Firmware an den Verstärker senden</translation>
    </message>
    <message>
        <source>Check what the amp received</source>
        <translation>Prüfen, was der Verstärker bekommen hat</translation>
    </message>
    <message>
        <source>Ask the amp to try it</source>
        <translation>Verstärker soll sie ausprobieren</translation>
    </message>
    <message>
        <source>Restart the amp</source>
        <translation>Verstärker neu starten</translation>
    </message>
    <message>
        <source>Wait for the amp to come back</source>
        <translation>Warten, bis der Verstärker zurück ist</translation>
    </message>
    <message>
        <source>Check that it runs and works</source>
        <translation>Prüfen, ob sie läuft und arbeitet</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Back at the version before</source>
        <translation>Zurück bei der vorigen Version</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>you decide</source>
        <translation>Sie entscheiden</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Install this one instead</source>
        <translation>Stattdessen diese installieren</translation>
    </message>
    <message>
        <source>Go back to the older version, although faults that were mended since come back</source>
        <translation>Zur älteren Version zurückgehen, obwohl Fehler wiederkommen, die seither behoben wurden</translation>
    </message>
    <message>
        <source>Install older version</source>
        <translation>Ältere Version installieren</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Version %1 is installed</source>
        <translation>Version %1 ist installiert</translation>
    </message>
    <message>
        <source>Version %1 was installed already</source>
        <translation>Version %1 war schon installiert</translation>
    </message>
    <message>
        <source>The amp is back at version %1</source>
        <translation>Der Verstärker ist zurück bei Version %1</translation>
    </message>
    <message>
        <source>The amp went back to version %1</source>
        <translation>Der Verstärker ist zu Version %1 zurückgekehrt</translation>
    </message>
    <message>
        <source>How the update ended is not known yet</source>
        <translation>Wie die Aktualisierung ausging, ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>The update was cancelled</source>
        <translation>Die Aktualisierung wurde abgebrochen</translation>
    </message>
    <message>
        <source>The firmware was not changed</source>
        <translation>Die Firmware wurde nicht geändert</translation>
    </message>
    <message>
        <source>It runs, was checked, and stays when the amp is switched off.</source>
        <translation>Sie läuft, ist geprüft und bleibt, wenn der Verstärker ausgeschaltet wird.</translation>
    </message>
    <message>
        <source>Nothing was sent to the amp.</source>
        <translation>An den Verstärker wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The amp was asked to run the new version. As soon as it is back, going on shows what it runs.</source>
        <translation>Der Verstärker sollte die neue Version starten. Sobald er zurück ist, zeigt das Fortsetzen, was läuft.</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>noch etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>noch etwa %1 min</translation>
    </message>
    <message>
        <source>Leave the amp connected for three minutes: while it exchanges the firmware it does not answer.</source>
        <translation>Lassen Sie den Verstärker drei Minuten angeschlossen: Während er die Firmware tauscht, antwortet er nicht.</translation>
    </message>
    <message>
        <source>Then unplug it, plug it in again and switch it on. It starts with the old or the new version: it keeps the old one until the new one has proved itself, so that no power cut and no cable can spoil it.</source>
        <translation>Ziehen Sie ihn dann ab, stecken Sie ihn wieder an und schalten Sie ihn ein. Er startet mit der alten oder der neuen Version: Die alte behält er, bis sich die neue bewährt hat, sodass ihm kein Stromausfall und kein Kabel schaden kann.</translation>
    </message>
    <message>
        <source>When it is back, this page offers to go on where the update was.</source>
        <translation>Wenn er zurück ist, bietet diese Seite an, dort fortzufahren, wo die Aktualisierung war.</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>schon da</translation>
    </message>
    <message>
        <source>The amp works as it did before.</source>
        <translation>Der Verstärker arbeitet wie zuvor.</translation>
    </message>
</context>
<context>
    <name>gainstage::HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>Geändert von</translation>
    </message>
</context>
<context>
    <name>gainstage::HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>Undo with Ctrl+Z, redo with Ctrl+Shift+Z</source>
        <translation>Rückgängig mit Strg+Z, wiederholen mit Strg+Umschalt+Z</translation>
    </message>
    <message>
        <source>What changed, newest first</source>
        <translation>Was sich geändert hat, das Neueste zuerst</translation>
    </message>
    <message>
        <source>Nothing has changed yet</source>
        <translation>Noch hat sich nichts geändert</translation>
    </message>
    <message>
        <source>Every change that the amp confirmed will be here, with its old and its new value, and can be undone.</source>
        <translation>Hier steht jede Änderung, die der Verstärker bestätigt hat, mit altem und neuem Wert. Jede lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>The history cannot be read</source>
        <translation>Der Verlauf ist nicht lesbar</translation>
    </message>
</context>
<context>
    <name>gainstage::InfoCard</name>
    <message>
        <source>Amp</source>
        <translation>Verstärker</translation>
    </message>
    <message>
        <source>Identify</source>
        <translation>Blinken</translation>
    </message>
    <message>
        <source>Lets the amp blink for five seconds</source>
        <translation>Lässt den Verstärker fünf Sekunden lang blinken</translation>
    </message>
    <message>
        <source>Identify: lets the amp blink</source>
        <translation>Lässt den Verstärker blinken</translation>
    </message>
</context>
<context>
    <name>gainstage::InstalledCard</name>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>Keep this version</source>
        <translation>Diese Version behalten</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurückgehen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Go back to %1…</source>
        <translation>Zurück zu %1…</translation>
    </message>
</context>
<context>
    <name>gainstage::InterruptedCard</name>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>gainstage::ItemList</name>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>kommt noch</translation>
    </message>
</context>
<context>
    <name>gainstage::LevelControl</name>
    <message>
        <source>%1, typed</source>
        <translation>%1, getippt</translation>
    </message>
</context>
<context>
    <name>gainstage::LinkWords</name>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>USB HID</source>
        <translation>USB HID</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Seriell</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>wird verbunden</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
        <source>Asking the amp what it is and what it can do.</source>
        <translation>Der Verstärker wird gefragt, was er ist und was er kann.</translation>
    </message>
    <message>
        <source>Values are the last that the amp said. Gainstage connects again by itself as soon as the amp is back.</source>
        <translation>Die Werte sind die letzten, die der Verstärker gemeldet hat. Gainstage verbindet sich von selbst wieder, sobald er zurück ist.</translation>
    </message>
    <message>
        <source>lost since %1</source>
        <translation>verloren seit %1</translation>
    </message>
    <message>
        <source>Connection lost since %1</source>
        <translation>Verbindung verloren seit %1</translation>
    </message>
    <message>
        <source>Your account may not open %1. Install the udev rule that comes with Gainstage, or add your account to the group “dialout”, then unplug the amp and plug it in again.</source>
        <translation>Ihr Konto darf %1 nicht öffnen. Installieren Sie die udev-Regel, die mit Gainstage kommt, oder nehmen Sie Ihr Konto in die Gruppe „dialout“ auf. Stecken Sie den Verstärker dann neu ein.</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>The system does not let Gainstage use this amp</source>
        <translation>Das System lässt Gainstage diesen Verstärker nicht benutzen</translation>
    </message>
    <message>
        <source>Another program holds %1. Close it, then try again.</source>
        <translation>Ein anderes Programm hält %1. Schließen Sie es und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>in use elsewhere</source>
        <translation>anderswo in Gebrauch</translation>
    </message>
    <message>
        <source>Another program uses this amp</source>
        <translation>Ein anderes Programm benutzt diesen Verstärker</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>nicht benutzbar</translation>
    </message>
    <message>
        <source>This amp could not be opened</source>
        <translation>Dieser Verstärker ließ sich nicht öffnen</translation>
    </message>
</context>
<context>
    <name>gainstage::MainWindow</name>
    <message>
        <source>No amp</source>
        <translation>Kein Verstärker</translation>
    </message>
    <message>
        <source>No amp is connected</source>
        <translation>Kein Verstärker angeschlossen</translation>
    </message>
    <message>
        <source>Connect your amp with its USB cable and switch it on. It appears here by itself.</source>
        <translation>Schließen Sie Ihren Kopfhörerverstärker mit dem USB-Kabel an und schalten Sie ihn ein. Er erscheint hier von selbst.</translation>
    </message>
    <message>
        <source>No amp at hand? Start the simulated one: it behaves like a real desktop amp.</source>
        <translation>Keiner zur Hand? Starten Sie den simulierten: Er verhält sich wie ein echter Tischverstärker.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>Start the simulated amp</source>
        <translation>Simulierten Verstärker starten</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The firmware of %1 is being updated</source>
        <translation>Die Firmware von %1 wird aktualisiert</translation>
    </message>
    <message>
        <source>Closing stops it. Nothing of what the amp runs is changed, and the update can be gone on with later.</source>
        <translation>Beim Schließen hört sie auf. An dem, was im Verstärker läuft, ändert sich nichts, und sie lässt sich später fortsetzen.</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>The window stays open until the amp has changed over</source>
        <translation>Das Fenster bleibt offen, bis der Verstärker gewechselt hat</translation>
    </message>
    <message>
        <source>%1 is changing to its new firmware. This takes at most a few minutes.</source>
        <translation>%1 wechselt zur neuen Firmware. Das dauert höchstens ein paar Minuten.</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>In Ordnung</translation>
    </message>
</context>
<context>
    <name>gainstage::MeterScale</name>
    <message>
        <source>0 dBFS</source>
        <translation>0 dBFS</translation>
    </message>
</context>
<context>
    <name>gainstage::MetersCard</name>
    <message>
        <source>Level</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>Level %1</source>
        <translation>Pegel %1</translation>
    </message>
</context>
<context>
    <name>gainstage::MetersModel</name>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Channel %1</source>
        <translation>Kanal %1</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>still</translation>
    </message>
    <message>
        <source>dBFS</source>
        <translation>dBFS</translation>
    </message>
    <message>
        <source>no clip</source>
        <translation>nicht übersteuert</translation>
    </message>
    <message numerus="yes">
        <source>clipped %n time(s)</source>
        <translation>
            <numerusform>%n-mal übersteuert</numerusform>
            <numerusform>%n-mal übersteuert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gainstage::Origin</name>
    <message>
        <source>preset “%1”</source>
        <translation>Preset „%1“</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>knob at the amp</source>
        <translation>Knopf am Verstärker</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>anderes Programm</translation>
    </message>
    <message>
        <source>remote control</source>
        <translation>Fernbedienung</translation>
    </message>
    <message>
        <source>the amp&apos;s protection</source>
        <translation>Schutz des Verstärkers</translation>
    </message>
    <message>
        <source>preset in the amp</source>
        <translation>Preset im Verstärker</translation>
    </message>
    <message>
        <source>restored after a firmware update</source>
        <translation>nach Firmware-Aktualisierung wiederhergestellt</translation>
    </message>
</context>
<context>
    <name>gainstage::PresetDetails</name>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Applying…</source>
        <translation>Wird angewendet…</translation>
    </message>
    <message>
        <source>What it would change shows when an amp is connected.</source>
        <translation>Was es ändern würde, zeigt sich, sobald ein Verstärker verbunden ist.</translation>
    </message>
    <message>
        <source>The amp is set up like this.</source>
        <translation>Der Verstärker ist so eingestellt.</translation>
    </message>
    <message>
        <source>Not carried over: %1 %2. %3</source>
        <translation>Nicht übernommen: %1 %2. %3</translation>
    </message>
    <message>
        <source>Headphone</source>
        <translation>Kopfhörer</translation>
    </message>
    <message>
        <source>Cable</source>
        <translation>Kabel</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Gemacht auf</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>Would change</source>
        <translation>Würde sich ändern</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>Export preset</source>
        <translation>Preset exportieren</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>Presets (*.json)</translation>
    </message>
</context>
<context>
    <name>gainstage::PresetForm</name>
    <message>
        <source>Save the amp&apos;s set-up</source>
        <translation>Einstellungen des Verstärkers sichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>for instance: Evening</source>
        <translation>zum Beispiel: Abends</translation>
    </message>
    <message>
        <source>Headphone</source>
        <translation>Kopfhörer</translation>
    </message>
    <message>
        <source>for instance: HD 650</source>
        <translation>zum Beispiel: HD 650</translation>
    </message>
    <message>
        <source>Cable</source>
        <translation>Kabel</translation>
    </message>
    <message>
        <source>for instance: balanced, XLR-4</source>
        <translation>zum Beispiel: symmetrisch, XLR-4</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>There is a preset of this name. Saving replaces it.</source>
        <translation>Ein Preset dieses Namens gibt es schon. Beim Sichern wird es ersetzt.</translation>
    </message>
</context>
<context>
    <name>gainstage::PresetList</name>
    <message>
        <source>Presets</source>
        <translation>Presets</translation>
    </message>
    <message>
        <source>in use · %1</source>
        <translation>in Gebrauch · %1</translation>
    </message>
    <message>
        <source>no headphone</source>
        <translation>kein Kopfhörer</translation>
    </message>
</context>
<context>
    <name>gainstage::PresetsModel</name>
    <message>
        <source>Equalizer</source>
        <translation>Equalizer</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source>from the preset</source>
        <translation>aus dem Preset</translation>
    </message>
    <message>
        <source>“%1” is saved.</source>
        <translation>„%1“ ist gesichert.</translation>
    </message>
    <message>
        <source>“%1” is applied and read back.</source>
        <translation>„%1“ ist angewendet und zurückgelesen.</translation>
    </message>
    <message>
        <source>“%1” is applied, except: %2.</source>
        <translation>„%1“ ist angewendet, außer: %2.</translation>
    </message>
    <message>
        <source>“%1” is now called “%2”.</source>
        <translation>„%1“ heißt jetzt „%2“.</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>„%1“ ist gelöscht.</translation>
    </message>
    <message>
        <source>“%1” is back.</source>
        <translation>„%1“ ist wieder da.</translation>
    </message>
    <message>
        <source>“%1” is imported.</source>
        <translation>„%1“ ist importiert.</translation>
    </message>
    <message>
        <source>“%1” is written to %2.</source>
        <translation>„%1“ ist in %2 geschrieben.</translation>
    </message>
</context>
<context>
    <name>gainstage::PresetsPage</name>
    <message>
        <source>Presets</source>
        <translation>Presets</translation>
    </message>
    <message>
        <source>Save set-up…</source>
        <translation>Einstellungen sichern…</translation>
    </message>
    <message>
        <source>No presets yet</source>
        <translation>Noch keine Presets</translation>
    </message>
    <message>
        <source>A preset keeps gain, output, volume, filter and everything else of the amp for one headphone, to bring it back whenever you put it on.</source>
        <translation>Ein Preset hält Verstärkung, Ausgang, Lautstärke, Filter und alles andere für einen Kopfhörer fest, damit es wieder da ist, wenn Sie ihn aufsetzen.</translation>
    </message>
    <message>
        <source>Set the amp up as you like it, then save it here.</source>
        <translation>Stellen Sie den Verstärker ein, wie Sie ihn mögen, und sichern Sie das dann hier.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Import preset</source>
        <translation>Preset importieren</translation>
    </message>
    <message>
        <source>Presets (*.json);;All files (*)</source>
        <translation>Presets (*.json);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>gainstage::RecoveryCard</name>
    <message>
        <source>If the amp does not come back</source>
        <translation>Wenn der Verstärker nicht zurückkommt</translation>
    </message>
</context>
<context>
    <name>gainstage::SettingModel</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>line level</source>
        <translation>Line-Pegel</translation>
    </message>
    <message>
        <source>“%1” is not a number. The amp takes %2 to %3.</source>
        <translation>„%1“ ist keine Zahl. Der Verstärker nimmt %2 bis %3 an.</translation>
    </message>
    <message>
        <source>%1 is outside what the amp takes: %2 to %3.</source>
        <translation>%1 liegt außerhalb dessen, was der Verstärker annimmt: %2 bis %3.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
</context>
<context>
    <name>gainstage::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>About Gainstage</source>
        <translation>Über Gainstage</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It does not go online and stays out of the audio path.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer. Sie geht nicht ins Netz und bleibt aus dem Signalweg heraus.</translation>
    </message>
    <message>
        <source>Experimental settings</source>
        <translation>Experimentelle Einstellungen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Anbieten</translation>
    </message>
    <message>
        <source>What is only known from a maker&apos;s own program and was never seen to work on an amp. It may do something else than it says.</source>
        <translation>Was nur aus dem Programm eines Herstellers bekannt ist und noch an keinem Verstärker gesehen wurde. Es kann etwas anderes bewirken, als es sagt.</translation>
    </message>
</context>
<context>
    <name>gainstage::SetupModel</name>
    <message numerus="yes">
        <source>%n change(s) not stored</source>
        <translation>
            <numerusform>%n Änderung nicht gespeichert</numerusform>
            <numerusform>%n Änderungen nicht gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>changes not stored</source>
        <translation>Änderungen nicht gespeichert</translation>
    </message>
    <message>
        <source>Stored in the amp.</source>
        <translation>Im Verstärker gespeichert.</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Done again.</source>
        <translation>Wiederholt.</translation>
    </message>
    <message>
        <source>%1 not stored</source>
        <translation>%1 nicht gespeichert</translation>
    </message>
    <message>
        <source>not stored</source>
        <translation>nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>gainstage::SideColumn</name>
    <message>
        <source>none found</source>
        <translation>keiner gefunden</translation>
    </message>
    <message>
        <source>This amp</source>
        <translation>Dieser Verstärker</translation>
    </message>
    <message>
        <source>Amps</source>
        <translation>Verstärker</translation>
    </message>
    <message>
        <source>Amp</source>
        <translation>Verstärker</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Presets</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>not supported yet</source>
        <translation>noch nicht unterstützt</translation>
    </message>
</context>
<context>
    <name>gainstage::SimProcess</name>
    <message>
        <source>it ended</source>
        <translation>er hat sich beendet</translation>
    </message>
</context>
<context>
    <name>gainstage::Simulator</name>
    <message>
        <source>The simulated amp ended by itself.</source>
        <translation>Der simulierte Verstärker hat sich beendet.</translation>
    </message>
    <message>
        <source>The simulated amp ended by itself: %1</source>
        <translation>Der simulierte Verstärker hat sich beendet: %1</translation>
    </message>
    <message>
        <source>The simulated amp could not be started: %1 (%2)</source>
        <translation>Der simulierte Verstärker ließ sich nicht starten: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>gainstage::TopBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Macht die letzte Änderung rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Do again what was undone</source>
        <translation>Wiederholt, was rückgängig gemacht wurde</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Keep the settings in the amp when it is switched off</source>
        <translation>Behält die Einstellungen im Verstärker, wenn er ausgeschaltet wird</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Silence the amp</source>
        <translation>Schaltet den Verstärker stumm</translation>
    </message>
    <message>
        <source>Headphone</source>
        <translation>Kopfhörer</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Preset</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Ist stumm</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
</context>
<context>
    <name>gainstage::UnsupportedPage</name>
    <message>
        <source>Not supported yet</source>
        <translation>Noch nicht unterstützt</translation>
    </message>
    <message>
        <source>%1 is not supported yet</source>
        <translation>%1 wird noch nicht unterstützt</translation>
    </message>
    <message>
        <source>It is recognised, but how it is set is not known well enough. It is sent nothing, so that nothing can happen to it or to your ears.</source>
        <translation>Er ist erkannt, aber wie er eingestellt wird, ist nicht gut genug bekannt. Ihm wird nichts gesendet, damit ihm und Ihren Ohren nichts geschehen kann.</translation>
    </message>
    <message>
        <source>You can help: this command notes what the amp is, and what it says by itself while you turn its knob and press its buttons. Its serial number is left out. How to hand it in stands in the guide for contributors.</source>
        <translation>Sie können helfen: Dieser Befehl zeichnet auf, was der Verstärker ist und was er von selbst sagt, während Sie an seinem Knopf drehen und seine Tasten drücken. Seine Seriennummer bleibt weg. Wie Sie das einreichen, steht in der Anleitung für Mitwirkende.</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
</context>
<context>
    <name>image</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: image without a signature, %2 bytes, SHA-256 %3</source>
        <translation>%1: Abbild ohne Signatur, %2 Byte, SHA-256 %3</translation>
    </message>
    <message>
        <source>%1: signed image, %2 bytes, SHA-256 %3</source>
        <translation>%1: signiertes Abbild, %2 Byte, SHA-256 %3</translation>
    </message>
    <message>
        <source>Class UUID</source>
        <translation>Klassen-UUID</translation>
    </message>
    <message>
        <source>For device</source>
        <translation>Für Gerät</translation>
    </message>
    <message>
        <source>Header size (bytes)</source>
        <translation>Größe des Kopfs (Byte)</translation>
    </message>
    <message>
        <source>Image hash</source>
        <translation>Hash des Abbilds</translation>
    </message>
    <message>
        <source>Image size (bytes)</source>
        <translation>Größe des Abbilds (Byte)</translation>
    </message>
    <message>
        <source>Key hash</source>
        <translation>Hash des Schlüssels</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New key; its hash is %1. Keep %2 to yourself.</source>
        <translation>Neuer Schlüssel; sein Hash ist %1. %2 bleibt geheim.</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Payload size (bytes)</source>
        <translation>Größe des Inhalts (Byte)</translation>
    </message>
    <message>
        <source>REFUSED</source>
        <translation>ABGELEHNT</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>SHA-256 of the image file</source>
        <translation>SHA-256 der Abbilddatei</translation>
    </message>
    <message>
        <source>Security counter</source>
        <translation>Sicherheitszähler</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Update protocol</source>
        <translation>Update-Protokoll</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Aufruf: %1</translation>
    </message>
    <message>
        <source>Vendor UUID</source>
        <translation>Hersteller-UUID</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>needs consent</source>
        <translation>braucht Zustimmung</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>A key that is trusted, public or private; may be given more than once.</source>
        <translation>Ein Schlüssel, dem vertraut wird, öffentlich oder privat; mehrfach möglich.</translation>
    </message>
    <message>
        <source>Answer with one JSON object in a line.</source>
        <translation>Mit einem JSON-Objekt in einer Zeile antworten.</translation>
    </message>
    <message>
        <source>Check an image or a cabinet as an amp&apos;s owner would have it checked</source>
        <translation>Ein Abbild oder Paket so prüfen, wie es für den Besitzer eines Verstärkers geprüft wird</translation>
    </message>
    <message>
        <source>Make a new key pair</source>
        <translation>Ein neues Schlüsselpaar erzeugen</translation>
    </message>
    <message>
        <source>Make an image of a firmware binary</source>
        <translation>Aus einer Firmware-Binärdatei ein Abbild machen</translation>
    </message>
    <message>
        <source>Private key to sign with.</source>
        <translation>Privater Schlüssel zum Signieren.</translation>
    </message>
    <message>
        <source>Private key to sign with; without it the image is signed later by “sign”.</source>
        <translation>Privater Schlüssel zum Signieren; ohne ihn wird das Abbild später mit „sign“ signiert.</translation>
    </message>
    <message>
        <source>Say how a command is used.</source>
        <translation>Sagen, wie ein Befehl benutzt wird.</translation>
    </message>
    <message>
        <source>Security counter; raised when an older version must never run again.</source>
        <translation>Sicherheitszähler; wird erhöht, wenn eine ältere Version nie mehr laufen darf.</translation>
    </message>
    <message>
        <source>Show what is in an image or a cabinet</source>
        <translation>Zeigen, was in einem Abbild oder Paket ist</translation>
    </message>
    <message>
        <source>Sign an image, or sign it again with another key</source>
        <translation>Ein Abbild signieren, oder mit einem anderen Schlüssel neu signieren</translation>
    </message>
    <message>
        <source>Size of the header with its padding (32).</source>
        <translation>Größe des Kopfs samt Auffüllung (32).</translation>
    </message>
    <message>
        <source>The amp&apos;s security counter.</source>
        <translation>Der Sicherheitszähler des Verstärkers.</translation>
    </message>
    <message>
        <source>The hash of the image that the amp runs.</source>
        <translation>Der Hash des Abbilds, das im Verstärker läuft.</translation>
    </message>
    <message>
        <source>The image&apos;s version, like 1.2.3 or 1.2.3+4.</source>
        <translation>Die Version des Abbilds, etwa 1.2.3 oder 1.2.3+4.</translation>
    </message>
    <message>
        <source>The kind of amp: a name that the maker gave it, or the class UUID itself.</source>
        <translation>Die Art des Verstärkers: ein Name vom Hersteller oder die Klassen-UUID selbst.</translation>
    </message>
    <message>
        <source>The largest image that the amp takes.</source>
        <translation>Das größte Abbild, das der Verstärker nimmt.</translation>
    </message>
    <message>
        <source>The maker: a domain, or the vendor UUID itself.</source>
        <translation>Der Hersteller: eine Domain oder die Hersteller-UUID selbst.</translation>
    </message>
    <message>
        <source>The version that the amp runs.</source>
        <translation>Die Version, die im Verstärker läuft.</translation>
    </message>
    <message>
        <source>Where to write it.</source>
        <translation>Wohin es geschrieben wird.</translation>
    </message>
    <message>
        <source>Where to write the public key.</source>
        <translation>Wohin der öffentliche Schlüssel geschrieben wird.</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Begin with this amp: serial:/path, hid:/path, a serial number or a model name.</source>
        <translation>Beginnt mit diesem Verstärker: serial:/Pfad, hid:/Pfad, eine Seriennummer oder ein Modellname.</translation>
    </message>
    <message>
        <source>Colours of this run: system, light, dark, high-contrast.</source>
        <translation>Farben für diesmal: system, light, dark, high-contrast.</translation>
    </message>
    <message>
        <source>Language of this run: en, de.</source>
        <translation>Sprache für diesmal: en, de.</translation>
    </message>
    <message>
        <source>Draw the window into a PNG file once the amp is there, and end.</source>
        <translation>Zeichnet das Fenster in eine PNG-Datei, sobald der Verstärker da ist, und endet.</translation>
    </message>
    <message>
        <source>Draw every page and state on simulated amps into a folder, and end.</source>
        <translation>Zeichnet jede Seite und jeden Zustand an simulierten Verstärkern in einen Ordner und endet.</translation>
    </message>
    <message>
        <source>The open control centre for headphone amplifiers.</source>
        <translation>Die offene Steuerzentrale für Kopfhörerverstärker.</translation>
    </message>
    <message>
        <source>Begin with this page: amp, presets, firmware, history, settings.</source>
        <translation>Mit dieser Seite beginnen: amp, presets, firmware, history, settings.</translation>
    </message>
</context>
<context>
    <name>preset</name>
    <message>
        <source>this amp has no such choice</source>
        <translation>dieser Verstärker hat das nicht zur Wahl</translation>
    </message>
    <message>
        <source>every choice of this amp is louder</source>
        <translation>alles, was dieser Verstärker zur Wahl hat, ist lauter</translation>
    </message>
    <message>
        <source>it is of another kind on this amp</source>
        <translation>bei diesem Verstärker ist es von anderer Art</translation>
    </message>
    <message>
        <source>it has another unit on this amp</source>
        <translation>bei diesem Verstärker hat es eine andere Einheit</translation>
    </message>
    <message>
        <source>it is not a possible number</source>
        <translation>das ist keine mögliche Zahl</translation>
    </message>
    <message>
        <source>it can only be read on this amp</source>
        <translation>bei diesem Verstärker lässt es sich nur lesen</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>es ist nicht lesbar</translation>
    </message>
    <message>
        <source>this amp has no equalizer</source>
        <translation>dieser Verstärker hat keinen Equalizer</translation>
    </message>
    <message>
        <source>its bands do not fit this amp&apos;s equalizer</source>
        <translation>seine Bänder passen nicht zum Equalizer dieses Verstärkers</translation>
    </message>
    <message>
        <source>this amp has no such setting</source>
        <translation>dieser Verstärker hat keine solche Einstellung</translation>
    </message>
</context>
<context>
    <name>screenshots</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
</context>
<context>
    <name>setting</name>
    <message>
        <source>Gain</source>
        <translation>Verstärkung</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Digital filter</source>
        <translation>Digitalfilter</translation>
    </message>
    <message>
        <source>Crossfeed</source>
        <translation>Crossfeed</translation>
    </message>
    <message>
        <source>Inverted polarity</source>
        <translation>Polarität invertiert</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Switch off by itself</source>
        <translation>Schaltet sich selbst ab</translation>
    </message>
    <message>
        <source>Volume limit</source>
        <translation>Lautstärkegrenze</translation>
    </message>
    <message>
        <source>Volume at power-on</source>
        <translation>Lautstärke beim Einschalten</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>Channels swapped</source>
        <translation>Kanäle vertauscht</translation>
    </message>
</context>
<context>
    <name>value</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
</TS>
