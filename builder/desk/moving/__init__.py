"""Give something another id, or take it away: ``plan`` finds all that has to change, ``together`` writes it at once."""
