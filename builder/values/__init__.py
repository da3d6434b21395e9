"""The kinds of value that outlets print: figures, dates, wordings, names. One kind a file, each with
parse, caption and the rule by which two of it are laid beside each other. Pure: no files, no pages."""
