#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a text of the program is not translated, or a translation does not fit its source.

    check_translations.py            compares the sources with translations/gainstage_*.ts
    check_translations.py --update   first brings the .ts files up to date; translations that still fit are kept
    check_translations.py --self-test  proves that mistakes are found
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCES = ("app", "devices", "protocol")
# English needs words of its own only for plurals.
LANGUAGES = {"de": [], "en": ["-pluralonly"]}
LUPDATE = shutil.which("lupdate", path="/usr/lib/qt6/bin:/usr/lib64/qt6/bin") or shutil.which("lupdate")
PLACEHOLDER = re.compile(r"%(?:L?\d{1,2}|n)")
NUMERUS_FORMS = 2  # in both languages


def update(file, language, options):
    """`file` as lupdate makes it of the sources. The root as include path makes contexts carry their namespaces.

    Gives the places where lupdate had to guess the context: there the program asks for another one at run time, and shows English."""
    command = [LUPDATE, "-silent", "-recursive", "-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", language]
    command += ["-tr-function-alias", "QT_TRANSLATE_NOOP+=SENTENCE", "-I", str(ROOT), *options]
    said = subprocess.run([*command, *(str(ROOT / folder) for folder in SOURCES), "-ts", str(file)], check=True, cwd=ROOT, capture_output=True, text=True)
    return [line for line in said.stderr.splitlines() if "lacks Q_OBJECT" in line]


def messages(file):
    """{(context, source, comment): message element}"""
    found = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            found[context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", "")] = message
    return found


def forms(message):
    translation = message.find("translation")
    if message.get("numerus") == "yes":
        return [form.text or "" for form in translation.iter("numerusform")]
    return [translation.text or ""]


def disagreement(source, form, numerus):
    wanted, got = sorted(set(PLACEHOLDER.findall(source))), sorted(set(PLACEHOLDER.findall(form)))
    # "one change" needs no number.
    if wanted != got and not (numerus and [part for part in wanted if part != "%n"] == got):
        return f"placeholders {wanted} became {got}"
    if has_mnemonic(source) != has_mnemonic(form):
        return "an & for the keyboard is in one of them only"
    for ending in ("…", ".", ":"):
        if source.endswith(ending) != form.endswith(ending):
            return f"one of them ends with “{ending}”"
    if source.strip() == source and form.strip() != form:
        return "white space around it"
    return None


def has_mnemonic(text):
    return bool(re.search(r"&[^&\s]", text))


def problems_of(key, message):
    source, translation, numerus = key[1], message.find("translation"), message.get("numerus") == "yes"
    if translation.get("type") or not all(forms(message)):
        yield "not translated"
        return
    if numerus and len(forms(message)) != NUMERUS_FORMS:
        yield f"{len(forms(message))} plural forms instead of {NUMERUS_FORMS}"
    for form in forms(message):
        problem = disagreement(source, form, numerus)
        if problem:
            yield problem


def check(language, options, file):
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / "fresh.ts"
        guesses = update(fresh, language, options)
        wanted, have = messages(fresh), messages(file)
    problems = [(key, "missing from the file") for key in wanted.keys() - have.keys()]
    problems += [(key, "no longer in the program") for key in have.keys() - wanted.keys()]
    problems += [(key, problem) for key in wanted.keys() & have.keys() for problem in problems_of(key, have[key])]
    for (context, source, _), problem in sorted(problems):
        print(f"{file.name}: {context}: “{source}”: {problem}")
    print("".join(f"{guess}: the context of its texts is not known\n" for guess in guesses), end="")
    print(f"{file.name}: {len(wanted)} texts, {len(problems) + len(guesses)} problems")
    return bool(problems or guesses) or (language == "de" and not wanted)


def self_test():
    guilty = [("%1 of %2", "%1 von %1", False), ("&Save", "Sichern", False), ("%n changes", "Änderungen %1", True), ("Open…", "Öffnen", False),
              ("Done.", "Fertig", False), ("a", " b", False)]
    innocent = [("%1 of %2", "%2: %1", False), ("&Save", "&Sichern", False), ("%n changes", "eine Änderung", True), ("Open…", "Öffnen…", False),
                ("You && me", "Du && ich", False)]
    missed = [case for case in guilty if not disagreement(*case)]
    wronged = [case for case in innocent if disagreement(*case)]
    print(f"self-test: missed {missed}, wrongly accused {wronged}")
    return bool(missed or wronged)


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    if not LUPDATE:
        print("check_translations: lupdate is missing (package qt6-l10n-tools)")
        return True
    files = {language: ROOT / "translations" / f"gainstage_{language}.ts" for language in LANGUAGES}
    if sys.argv[1:] == ["--update"]:
        for language, options in LANGUAGES.items():
            update(files[language], language, options)
    return any([check(language, options, files[language]) for language, options in LANGUAGES.items()])


if __name__ == "__main__":
    sys.exit(main())
