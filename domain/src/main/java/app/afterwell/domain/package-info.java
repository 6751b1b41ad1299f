/** The published language: what crosses between pillars, and nothing else. */
@NullMarked
package app.afterwell.domain;

import org.jspecify.annotations.NullMarked;
