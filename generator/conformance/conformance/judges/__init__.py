"""The judges: each looks at rendered text and says what is wrong with it."""
