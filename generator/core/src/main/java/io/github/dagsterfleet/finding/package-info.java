/**
 * What we tell a person, and how it is printed. Every stage adds findings; shells print them as text or JSON. A finding
 * is for whatever the user can mend; exceptions are for failing disks and our own bugs.
 */
@NullMarked
package io.github.dagsterfleet.finding;

import org.jspecify.annotations.NullMarked;
