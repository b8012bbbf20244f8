package io.github.dagsterfleet.secret;

/** What a text is taken for. */
enum Reading {
    /** Keys and values: a key tells what its value is for. */
    DATA,
    /** A program, in which a name stands before an expression: only what tells by its own form counts. */
    CODE,
    /** What was wrapped in base64: data, in which nothing is looked for that is wrapped once more. */
    UNWRAPPED
}
