/** The append-only record of who saw or changed what. */
@NullMarked
package app.afterwell.webui.audit;

import org.jspecify.annotations.NullMarked;
