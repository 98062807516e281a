/**
 * Work that happens later or again and again: tasks in a table that every copy of the program
 * shares, so that each is done once.
 */
@NullMarked
package care.trellis.base.jobs;

import org.jspecify.annotations.NullMarked;
