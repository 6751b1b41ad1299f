/** What the clinic writes to its clients: the outbox, its channels, its texts and its links. */
@NullMarked
package app.afterwell.webui.messages;

import org.jspecify.annotations.NullMarked;
