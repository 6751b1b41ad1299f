/** The database that the application brings when none is given. */
@NullMarked
package app.afterwell.webui.database;

import org.jspecify.annotations.NullMarked;
