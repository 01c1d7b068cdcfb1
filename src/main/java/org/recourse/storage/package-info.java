/**
 * How values of the domain stand in tables (instants in UTC, constants of enumerations as words with hyphens), and which
 * databases are brought up to date.
 */
@NullMarked
package org.recourse.storage;

import org.jspecify.annotations.NullMarked;
