/**
 * What we tell a person. Every stage adds findings; package {@code report} prints them. A finding is for whatever the user
 * can mend; exceptions are for failing disks and our own bugs.
 */
@NullMarked
package io.github.dagsterfleet.finding;

import org.jspecify.annotations.NullMarked;
