"""Pages as sites send them, around an invented report, for the readers to be tried on."""

from __future__ import annotations

import json

PARAGRAPHS = (
    "About 140 passengers were aboard the ferry Marlo when it lost power on Monday evening, the Marlo Ferry Line said.",
    "The coastguard brought 60 of them ashore by boat during the night, and two were treated for the cold.",
    "“It was very quiet and very dark,” a passenger told the radio station after she had reached the harbour of Osk.",
    "The company's spokeswoman said that a fuse had failed, and that the ship would be back in service within days.",
    "Divers were to look at the hull on Wednesday, according to the harbour master, who asked other ships to keep away.",
)
TEXT = "\n\n".join(PARAGRAPHS) + "\n"
HEADLINE = "Ferry drifts for a night off Osk"


def page(
    body: str | None = None, head: str = "", record: dict[str, object] | None = None, furniture: str = ""
) -> str:
    """An HTML page with an article in it."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS) if body is None else body
    script = f'<script type="application/ld+json">{json.dumps(record)}</script>' if record else ""
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{HEADLINE}</title>{head}{script}</head>'
        f"<body><nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>{furniture}"
        f"<article><h1>{HEADLINE}</h1>{body}</article>"
        "<section class='comments'><p>first commenter: what a lot of nonsense this is again</p></section>"
        "<footer>All rights reserved. Terms. Privacy.</footer></body></html>"
    )


RECORD: dict[str, object] = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": HEADLINE,
    "datePublished": "2031-03-04T06:15:00+01:00",
    "author": [{"@type": "Person", "name": "Ina Dahl"}, {"@type": "Organization", "name": "Reuters"}],
    "publisher": {"@type": "Organization", "name": "Harbour Post"},
}


def pdf(*lines: str) -> bytes:
    """A PDF of one page with these lines of text, in printable ASCII."""
    shown = " ".join(f"({line.replace('(', '').replace(')', '')}) Tj T*" for line in lines)
    stream = f"BT /F1 10 Tf 12 TL 40 780 Td {shown} ET" if lines else ""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = "%PDF-1.4\n"
    places = []
    for number, item in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{item}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")
