"""What the data files are documented to hold: the keys that each record has, and the words that these may have."""

ARTICLE = set("id outlet byline completeness source_file source_sha256 url".split())
CLAIM = set(
    "id article outlet topic question printed sources originators attribution speech where url".split()
)
COMPARISON = set("topic question summary reports origins relations silences".split())
MODIFIERS = {"exactly", "about", "up to", "at least", "more than", "less than", "between", "vague"}
RELATIONS = {
    "not comparable",
    "later count",
    "part of",
    "same",
    "compatible",
    "in tension",
    "conflict",
    "headline against text",
    "change of a copy",
}
SILENCES = {
    "not mentioned",
    "published before",
    "text incomplete",
    "copy may be cut",
    "not looked for",
    "not answered",
    "open",
}
