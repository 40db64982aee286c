#!/usr/bin/env python3
"""Makes the typeface of what Inter lacks: mathematics, modifier letters, marks. Run it again only to change the choice.

Needs fonttools and the fonts Noto Sans and Noto Sans Math (Debian: python3-fonttools, fonts-noto-core), and the jar that
holds Inter (target/lib, after a build).

    scripts/fallback-font.py [--fonts /usr/share/fonts/truetype/noto]

Hints, kerning and features go, for outlines are drawn as they are; what Inter has goes, too. The copyright notices of
both fonts stay in the file's names; their licence, the SIL Open Font License 1.1, lies beside it.
"""
import argparse
import io
import pathlib
import zipfile

from fontTools import merge, subset
from fontTools.ttLib import TTFont

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET = ROOT / "src/main/resources/org/epochreel/font/symbols.ttf"
INTER = "com/formdev/flatlaf/fonts/inter/Inter-Regular.otf"

MATHEMATICS = [
    (0x20D0, 0x20F0),  # marks for symbols
    (0x2100, 0x214F),  # letterlike symbols
    (0x2190, 0x23FF),  # arrows, operators, brackets
    (0x25A0, 0x25FF),  # geometric shapes
    (0x27C0, 0x27FF),  # more symbols, brackets and long arrows
    (0x2A00, 0x2A06), (0x2A0C, 0x2A0C), (0x2A2F, 0x2A2F), (0x2A3F, 0x2A3F), (0x2A7D, 0x2A88), (0x2A95, 0x2A96),
    (0x2AAF, 0x2AB0),  # sums and orders in use
    (0x1D400, 0x1D4CF),  # bold, italic, script
    (0x1D538, 0x1D56B),  # double-struck
    (0x1D6A8, 0x1D71B),  # bold and italic Greek
    (0x1D7CE, 0x1D7E1),  # bold and double-struck digits
]
LETTERS = [
    (0x0300, 0x036F),  # combining marks
    (0x0370, 0x03FF),  # Greek
    (0x1D2C, 0x1D6A), (0x1D78, 0x1D78), (0x1D9C, 0x1DBF),  # letters above and below the line
    (0x2010, 0x205E),  # punctuation
    (0x2100, 0x214F),
    (0x2C7C, 0x2C7D),
]
# What Inter has, but as large as buttons.
BETTER = {0x2295, 0x2296, 0x2297, 0x2298}


def members(ranges):
    return {code for first, last in ranges for code in range(first, last + 1)}


def inter():
    jar = next((ROOT / "target/lib").glob("flatlaf-fonts-inter-*.jar"))
    with zipfile.ZipFile(jar) as archive:
        return set(TTFont(io.BytesIO(archive.read(INTER))).getBestCmap()) - BETTER


def part(file, characters):
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=[0, 5, 13, 14],
                             drop_tables=subset.Options._drop_tables_default + ["DSIG", "GDEF", "GPOS", "GSUB", "gasp"])
    font = TTFont(file, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters & set(font.getBestCmap()))
    subsetter.subset(font)
    made = io.BytesIO()
    font.save(made)
    made.seek(0)
    return made


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--fonts", type=pathlib.Path, default=pathlib.Path("/usr/share/fonts/truetype/noto"))
    fonts = parser.parse_args().fonts
    had = inter()
    mathematics = members(MATHEMATICS) - had
    math_file, letters_file = fonts / "NotoSansMath-Regular.ttf", fonts / "NotoSans-Regular.ttf"
    letters = members(LETTERS) - had - (mathematics & set(TTFont(math_file).getBestCmap()))
    copyrights = [TTFont(file)["name"].getDebugName(0) for file in (math_file, letters_file)]
    font = merge.Merger().merge([part(math_file, mathematics), part(letters_file, letters)])
    for number, text in ((0, " ".join(copyrights)), (1, "Epochreel Symbols"), (2, "Regular"),
                         (4, "Epochreel Symbols"), (6, "EpochreelSymbols-Regular")):
        font["name"].setName(text, number, 3, 1, 0x409)
    font["post"].formatType = 3.0
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = TTFont(math_file)["head"].modified
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    font.save(TARGET)
    print(f"{TARGET.relative_to(ROOT)}: {len(font.getBestCmap())} characters, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
