"""Propose claims from a private text: figures, what they count, who said so, what is quoted, what it answers.

Rules, no model. Every proposal names its sentence, and an editor takes, mends or drops it.
"""
