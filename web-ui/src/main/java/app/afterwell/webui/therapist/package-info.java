/** My day, the session note and the client's chart. */
@NullMarked
package app.afterwell.webui.therapist;

import org.jspecify.annotations.NullMarked;
