"""What the data files are documented to hold: their keys, and the words that these may have."""

ARTICLE = set("id outlet title byline published completeness source_file source_sha256 url".split())
CLAIM = set(
    "id article outlet topic question printed modifier low high unit counts of as_of sources cue status quote url".split()
)
COMPARISON = set("topic question summary reports origins low high relations silences".split())
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
