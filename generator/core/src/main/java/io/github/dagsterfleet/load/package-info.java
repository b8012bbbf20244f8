/**
 * Lets Dagster itself load the code of a location. Comes in: a checkout on disk and the code sources of its locations.
 * Goes out: a finding for each that cannot be loaded, with the last words of Dagster. This is the one package that starts
 * processes; it runs what the team wrote, and so only when somebody asks for it.
 */
@NullMarked
package io.github.dagsterfleet.load;

import org.jspecify.annotations.NullMarked;
