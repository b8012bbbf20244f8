"""Has the real Dagster packages judge every file that dagster-fleet renders."""
