/** Finds clients, visits and days from any page of the staff. */
@NullMarked
package app.afterwell.webui.search;

import org.jspecify.annotations.NullMarked;
