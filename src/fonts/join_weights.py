"""Join two static cuts of a font into one that has all weights between them.

Archivo draws weight 600 by hand, and a cut that spans it carries each glyph's outline three times.
Between 400 and 650 the outlines run so nearly straight that two do: a fifth less to download.

    python3 src/fonts/join_weights.py regular.ttf 400 bold.ttf 650 text.ttf
"""

import sys

from fontTools import varLib
from fontTools.designspaceLib import AxisDescriptor, DesignSpaceDocument, SourceDescriptor


def join_weights(light_file: str, light: int, bold_file: str, bold: int, output: str) -> None:
    """Both files must have been cut from the same font, with the same glyphs."""
    space = DesignSpaceDocument()
    space.addAxis(
        AxisDescriptor(tag="wght", name="Weight", minimum=light, default=light, maximum=bold)
    )
    for file, weight in ((light_file, light), (bold_file, bold)):
        space.addSource(
            SourceDescriptor(
                path=file,
                name=str(weight),
                familyName="Archivo",
                styleName=str(weight),
                location={"Weight": weight},
            )
        )
    font, _, _ = varLib.build(space, optimize=True)
    font.save(output)


if __name__ == "__main__":
    light_file, light, bold_file, bold, output = sys.argv[1:]
    join_weights(light_file, int(light), bold_file, int(bold), output)
